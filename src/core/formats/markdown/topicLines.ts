import type { Block } from './blocks.ts';
import type { InlineText } from './inlineMark.ts';
import { topicOf } from './themeStack.ts';

/** A longer line is no topic. */
export const longestTopicLine = 80;

/** The first heading is the document's title when it is the only one of level 1, or when another one follows at once. */
export function documentTitle(blocks: readonly Block[]): Block | undefined {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const [first] = headings;
  if (first?.level !== 1) return undefined;
  if (headings.every((heading) => heading === first || heading.level > 1)) return first;
  const next = blocks.slice(blocks.indexOf(first) + 1).find(({ kind }) => kind !== 'paragraph');
  return next?.kind === 'heading' ? first : undefined;
}

/** The topic that an item names which is no paper and holds some. */
export function itemTopic({ text, marks }: InlineText): string | undefined {
  const line = text.trim();
  const isLinked = marks.some(({ kind, url }) => kind === 'link' && !url.startsWith('#'));
  return line.length > longestTopicLine || line.includes('\n') || isLinked ? undefined : topicOf(line);
}

/** Links back to the top are no part of a heading. */
export function headingText({ text, marks }: InlineText): string {
  const anchor = marks.find(({ kind, url, start }) => kind === 'link' && url.startsWith('#') && start > 0);
  return anchor === undefined ? text : text.slice(0, anchor.start);
}

/** Nothing but links and signs. */
export function isBare({ text, marks }: InlineText): boolean {
  const linked = marks.reduce((sum, { kind, start, end }) => (kind === 'link' ? sum + end - start : sum), 0);
  return linked > 0 && text.length < linked + 12;
}

/** Is all of it bold, but a colon at its end? */
export function isBoldLine({ text, marks }: InlineText): boolean {
  const length = text.trim().replace(/[:：]$/, '').length;
  return marks.slice(0, 4).some(({ kind, start, end }) => kind === 'strong' && end - start >= length);
}

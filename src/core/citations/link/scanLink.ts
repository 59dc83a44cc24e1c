import type { CitationCluster, CitationScan, OffsetRange } from '../citation.ts';
import { markCluster, withMarks, withoutMarks } from '../marks.ts';
import { rangeWalk } from '../offsetRanges.ts';
import { deepestBrackets } from '../pandoc/inlineTree.ts';
import { scanCitations } from '../pandoc/scanCitations.ts';
import { keyOfTarget } from './linkTarget.ts';

/**
 * Finds the citations of Markdown with links to papers, besides all that Pandoc reads: `[text](@key)`, and to notes about
 * papers, as Obsidian writes them where wiki links are turned off, `[text](folder/@key.md#part)`. The name of the file has
 * to begin with `@`, as that of its plugins' literature notes does: `[text](key.md)` may lead to any note. In
 * `[@key](@key.md)` the text is a part of the link; what else is cited in a text is a cluster of its own in it. Total;
 * linear.
 */
export function scanLink(text: string): CitationScan {
  const markdown = scanCitations(text);
  const links = text.includes('](') ? linksIn(text, markdown) : [];
  const hidden = links.flatMap(({ names }) => names ?? []);
  return withMarks(
    markdown,
    links.map(({ cluster }) => cluster),
    hidden,
  );
}

interface Link {
  readonly cluster: CitationCluster;
  /** Its text, when that is the key and nothing else. */
  readonly names: OffsetRange | undefined;
}

/** Goes through the brackets of each paragraph as Pandoc's reader does, which knows the targets but not their texts. */
function linksIn(text: string, markdown: CitationScan): readonly Link[] {
  const links: Link[] = [];
  const paragraphAt = rangeWalk(markdown.paragraphs);
  const unreadAt = rangeWalk(withoutMarks(markdown));
  let paragraph: OffsetRange | undefined;
  let open: number[] = [];
  for (const { index, 0: bracket } of text.matchAll(/[[\]]/g)) {
    const around = paragraphAt(index);
    if (around !== paragraph) {
      paragraph = around;
      open = [];
    }
    const unread = unreadAt(index);
    const isTarget = unread?.start === index && text.startsWith('](', index);
    if (around === undefined || (unread !== undefined && !isTarget)) continue;
    if (bracket === '[') {
      if (open.length < deepestBrackets) open.push(index);
      continue;
    }
    const start = open.pop();
    const link = start === undefined || unread === undefined ? undefined : linkOf(text, start, unread);
    if (link !== undefined) links.push(link);
  }
  return links;
}

/** The link whose text begins at `start`, with this target. */
function linkOf(text: string, start: number, target: OffsetRange): Link | undefined {
  const isNote = text[start - 1] === '^' || text[start + 1] === '^';
  const inside = text.slice(target.start + 2, target.end - 1);
  const found = isNote ? undefined : keyOfTarget(inside, text[start - 1] === '!');
  if (found === undefined) return undefined;
  const { key, start: at } = found;
  const isKey = text.startsWith(`@${key}`, start + 1) && start + key.length + 2 === target.start;
  return {
    cluster: markCluster('inText', { start, end: target.end }, key, target.start + 2 + at),
    names: isKey ? { start: start + 1, end: target.start } : undefined,
  };
}

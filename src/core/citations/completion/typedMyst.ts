import { endOf, longestTyped, type TypedKey } from './typedKey.ts';
import { typedMarkdown } from './typedMarkdown.ts';

/** A role may stand in several lines of a paragraph. */
const reach = 4 * longestTyped;
const role = /\{cite(?::[a-z]{1,20})?\}(`+)([^`]*)$/;
/** The last of its keys, with the words that may stand in braces before it. */
const lastItem = /(?:^|[,;])\s*(?:\{[^{}]*\}\s*)?([^,;{}\r\n]*)$/;
const rest = /[^\s,;`{}]*/y;

/** What is typed in a role of MyST, ``{cite:p}`a,deep lear``, or behind `@`. */
export function typedMyst(text: string, offset: number): TypedKey | undefined {
  const before = text.slice(Math.max(0, offset - reach), offset);
  const [, ticks = '', list] = role.exec(before) ?? [];
  if (list === undefined) return typedMarkdown(text, offset);
  const typed = lastItem.exec(list)?.[1];
  if (typed === undefined) return undefined;
  const end = endOf(rest, text, offset);
  const isClosed = text.startsWith(ticks, end);
  return { start: offset - typed.length, end, closers: ticks, closed: isClosed ? ticks.length : 0 };
}

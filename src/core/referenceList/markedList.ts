import type { OffsetRange, OpaqueRange } from '../citations/citation.ts';

const begin = '<!-- references -->';
const end = '<!-- /references -->';
const marker = /^[ \t]*<!-- (\/?)references -->[ \t]*$/gm;

/** Whether a comment of a text is the mark with which such a list begins. */
export function beginsMarkedList(comment: string): boolean {
  return comment.trim() === begin;
}

/** A reference list between its marks, as it stands in a text. The marks are comments, which no reader of the document sees. */
export function markedList(entries: readonly string[], lineEnd: string): string {
  return [begin, ...entries, end].join(lineEnd + lineEnd);
}

/**
 * Where the reference list is that `markedList` wrote, its marks included; the first one. `undefined` without both marks.
 * `opaque`: what is not read as text, so that marks in code are none. Linear.
 */
export function findMarkedList(text: string, opaque: readonly OpaqueRange[]): OffsetRange | undefined {
  const code = opaque.filter(({ kind }) => kind === 'code' || kind === 'frontMatter');
  let start: number | undefined;
  let at = 0;
  for (const { 0: line, 1: slash, index } of text.matchAll(marker)) {
    while ((code[at]?.end ?? Infinity) <= index) at += 1;
    if ((code[at]?.start ?? Infinity) <= index) continue;
    if (slash === '') start ??= index + line.indexOf('<');
    else if (start !== undefined) return { start, end: index + line.trimEnd().length };
  }
  return undefined;
}

import type { Unit } from './unit.ts';

const mark = /^(#{1,6})\s+/;

/** Level of a Markdown heading, 1 to 6; 0 for any other text. */
export function headingLevel(text: string): number {
  return text.startsWith('#') ? (mark.exec(text)?.[1]?.length ?? 0) : 0;
}

/** The text of a heading without its mark; any other text as it is. */
export function withoutMark(text: string): string {
  return text.replace(mark, '');
}

/** The level at which a list writes its titles: the most frequent one, of equals the deepest; 0 without headings. */
export function titleLevelOf(units: readonly Unit[]): number {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const { text } of units) {
    const level = headingLevel(text);
    counts[level] = (counts[level] ?? 0) + 1;
  }
  counts[0] = 0;
  const most = Math.max(...counts);
  return most === 0 ? 0 : counts.lastIndexOf(most);
}

import { withoutMark } from './headings.ts';
import type { Unit } from './unit.ts';

/** `1. Title`, `1) Title`, `[1] Title`, `(1) Title`. */
const numbered = /^(?:\[(\d{1,5})\]|\((\d{1,5})\)|(\d{1,5})([.)]))\s+(?=\S)/;
/** Longer texts are no titles. */
const maxLength = 400;
/** Numbers right below each other number the titles only where these are most of the list: else an abstract counts. */
const bareShare = 0.5;

/** What the numbers at the beginning of units number. Keys are the indexes of units. */
export interface Numbering {
  /** The titles of the list, without their numbers. */
  readonly titles: ReadonlyMap<number, string>;
  /** Points of an abstract: "1. We show …; 2. …". */
  readonly points: ReadonlySet<number>;
}

interface Numbered {
  readonly index: number;
  readonly number: number;
  /** The sign behind a number or before it. */
  readonly style: string;
  /** Without the number. */
  readonly title: string;
}

/**
 * Finds the numbers of a list. They count only in a row: each is one more than the one before, in the same style. A row
 * with something between its numbers, or of titles that are most of the list, numbers titles; a row of sentences right
 * below each other numbers points. `1. FC Köln` alone is neither. Linear.
 */
export function numberingOf(units: readonly Unit[]): Numbering {
  const rows = new Map<string, Numbered[]>();
  const titles = new Map<number, string>();
  const points = new Set<number>();
  const close = (row: readonly Numbered[]): void => {
    const kind = kindOf(row, units.length);
    for (const { index, title } of row) {
      if (kind === 'titles') titles.set(index, title);
      else if (kind === 'points') points.add(index);
    }
  };
  for (const [index, unit] of units.entries()) {
    const found = numberOf(unit, index);
    if (found === undefined) continue;
    const row = rows.get(found.style);
    if (row === undefined) {
      rows.set(found.style, [found]);
    } else if (row.at(-1)?.number === found.number - 1) {
      row.push(found);
    } else {
      close(row);
      rows.set(found.style, [found]);
    }
  }
  for (const row of rows.values()) close(row);
  return { titles, points };
}

function numberOf({ text, label }: Unit, index: number): Numbered | undefined {
  // Most lines begin with a letter; these begin with a digit or one of `# ( [`.
  const first = text.charCodeAt(0);
  if ((first > 0x39 && first !== 0x5b) || label !== undefined || text.length > maxLength) return undefined;
  const plain = withoutMark(text);
  const match = numbered.exec(plain);
  if (match === null || !/\p{L}/u.test(plain.slice(match[0].length))) return undefined;
  const [all, square, round, bare, sign] = match;
  return {
    index,
    number: Number(square ?? round ?? bare),
    style: sign ?? plain.charAt(0),
    title: plain.slice(all.length),
  };
}

function kindOf(row: readonly Numbered[], count: number): 'titles' | 'points' | undefined {
  if (row.length < 2) return undefined;
  const apart = row.filter(({ index }, at) => at > 0 && index - (row[at - 1]?.index ?? 0) > 1).length;
  if (apart * 2 >= row.length - 1) return 'titles';
  const sentences = row.filter(({ title }) => /[.;。；]$/.test(title)).length;
  if (sentences * 2 >= row.length) return 'points';
  return row.length >= count * bareShare ? 'titles' : undefined;
}

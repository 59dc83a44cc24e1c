import { lastLine } from '../textLineEnds.ts';

/** What may be a key that is being typed, as it stands in a text; whether a citation can stand there is not decided yet. */
export interface TypedKey {
  /** Of its first character, or of the cursor where there is none. Its words up to the cursor stand in one line. */
  readonly start: number;
  /** After the part of it that stands behind the cursor. */
  readonly end: number;
  /** What ends the citation, or at least the key, behind `end`. */
  readonly closers: string;
  /** How many of the closers are there already. */
  readonly closed: number;
}

/** No more characters before the cursor are words for a search. */
export const longestTyped = 300;

/** The part of the line of `offset` before it, at most `longestTyped` characters of it. */
export function typedLine(text: string, offset: number): string {
  return lastLine(text.slice(Math.max(0, offset - longestTyped), offset));
}

/** What a sticky pattern takes at `at`: where that ends. */
export function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** How many characters of `closers`, from the first on, stand at `at`. */
export function closedAt(text: string, at: number, closers: string): number {
  let count = 0;
  while (count < closers.length && text[at + count] === closers[count]) count += 1;
  return count;
}

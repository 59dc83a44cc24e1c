/** A text by its lines. Offsets are UTF-16. */
export interface LinedText {
  readonly length: number;
  /** The line in which a character stands. */
  lineOf(offset: number): number;
  /** Where a line begins; of one behind the last, the end of the text. */
  startOf(line: number): number;
  /** Nothing but white space. */
  isBlank(line: number): boolean;
}

/** How much of a text is read. */
export interface WindowSizes {
  /** A text of so many characters is read whole. */
  readonly whole: number;
  /** Of a longer one so much before the place and behind it. */
  readonly before: number;
  readonly behind: number;
}

/** A part of a text. */
export interface TextWindow {
  readonly start: number;
  readonly end: number;
  readonly isWhole: boolean;
}

/** Such texts are read whole for each key that is typed: in a few milliseconds. */
const usual: WindowSizes = { whole: 150_000, before: 60_000, behind: 20_000 };

/**
 * What has to be read to know what stands at `offset`: all of a text, or as much of a long one as is read at once, from the
 * beginning of a paragraph on where there is one. Total.
 */
export function windowAround(text: LinedText, offset: number, sizes = usual): TextWindow {
  if (text.length <= sizes.whole) return { start: 0, end: text.length, isWhole: true };
  const start = offset <= sizes.before ? 0 : paragraphAfter(text, offset - sizes.before, text.lineOf(offset));
  return { start, end: Math.min(text.length, offset + sizes.behind), isWhole: false };
}

/** Where the next paragraph begins, not behind the line `last`; without one the place itself. */
function paragraphAfter(text: LinedText, offset: number, last: number): number {
  for (let line = text.lineOf(offset) + 1; line < last; line += 1) {
    if (text.isBlank(line)) return text.startOf(line + 1);
  }
  return offset;
}

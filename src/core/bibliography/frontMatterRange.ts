/** Where the YAML front matter of a Markdown text stands. All numbers are UTF-16 offsets. */
export interface FrontMatterRange {
  /** The opening `---`. */
  readonly start: number;
  /** First character of the YAML, after the line end of the opening line. */
  readonly contentStart: number;
  /** The closing `---` or `...`: first character after the YAML. */
  readonly contentEnd: number;
  /** After the closing line and its line end. */
  readonly end: number;
}

const opening = /---[ \t]*(?:\r\n|\n|\r)/y;
const closing = /^(?:---|\.\.\.)[ \t]*$/gm;

/**
 * Finds the front matter as Pandoc does: `---` on the first line (after a BOM, or after a `% title` block), followed by
 * a line that is not blank, closed by a line `---` or `...`. `'unclosed'` when only the closing line is missing,
 * `undefined` when there is none. Linear.
 */
export function locateFrontMatter(text: string): FrontMatterRange | 'unclosed' | undefined {
  const start = frontMatterPlace(text);
  opening.lastIndex = start;
  if (!opening.test(text)) return undefined;
  const contentStart = opening.lastIndex;
  if (/^[ \t]*(?:[\r\n]|$)/.test(text.slice(contentStart, contentStart + 200))) return undefined;
  closing.lastIndex = contentStart;
  const close = closing.exec(text);
  if (close === null) return 'unclosed';
  return { start, contentStart, contentEnd: close.index, end: afterLineEnd(text, close.index + close[0].length) };
}

/**
 * Where front matter begins or, when there is none, where it is to be put: at the start, but after a BOM and after
 * Pandoc's title block (`% Title`), which counts only at the very start.
 */
export function frontMatterPlace(text: string): number {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (text[start] !== '%') return start;
  const blank = /\r\n[ \t]*\r\n|\n[ \t]*\n|\r[ \t]*\r(?!\n)/g;
  blank.lastIndex = start;
  return blank.test(text) ? blank.lastIndex : start;
}

/** The offset after the line end that stands at `offset`; `offset` itself when none does. */
export function afterLineEnd(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return text[offset] === '\n' || text[offset] === '\r' ? offset + 1 : offset;
}

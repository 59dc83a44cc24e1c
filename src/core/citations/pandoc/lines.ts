/** The lines of a text: `[start, end)` without line end; a line begins after each LF, CRLF or CR. */
export interface Lines {
  readonly count: number;
  start(index: number): number;
  end(index: number): number;
  /** Where the next line begins: the length of the text after the last. */
  next(index: number): number;
}

/** Splits without copying. Linear. */
export function linesOf(text: string): Lines {
  const starts = [0];
  const ends: number[] = [];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    ends.push(match.index);
    starts.push(match.index + match[0].length);
  }
  ends.push(text.length);
  const at = (list: readonly number[], index: number) => list[index] ?? text.length;
  return {
    count: starts.length,
    start: (index) => at(starts, index),
    end: (index) => at(ends, index),
    next: (index) => at(starts, index + 1),
  };
}

/** The indentation of a line: where its content begins and in which column (tab stops of four). */
export interface Indent {
  readonly content: number;
  readonly column: number;
}

/** Measures the white space from `start` on, which stands in `column`. */
export function indentOf(text: string, start: number, end: number, column = 0): Indent {
  let content = start;
  let width = column;
  for (; content < end; content += 1) {
    if (text[content] === ' ') width += 1;
    else if (text[content] === '\t') width += 4 - (width % 4);
    else break;
  }
  return { content, column: width };
}

const quoteMarkers = /(?: {0,3}> ?)*/y;

/** Steps over the `>` markers of block quotes. */
export function afterQuoteMarkers(text: string, start: number): number {
  quoteMarkers.lastIndex = start;
  quoteMarkers.test(text);
  return quoteMarkers.lastIndex;
}

/** A fence of code: a run of three or more backticks or tildes. */
export interface Fence {
  readonly character: '`' | '~';
  readonly length: number;
}

const fence = /(`{3,}|~{3,})([^\r\n]*)/y;

/** The fence that begins at `offset`; the text behind it may hold no backtick when the fence is of backticks. */
export function fenceAt(text: string, offset: number): (Fence & { readonly bare: boolean }) | undefined {
  const first = text[offset];
  if (first !== '`' && first !== '~') return undefined;
  fence.lastIndex = offset;
  const match = fence.exec(text);
  const run = match?.[1];
  const info = match?.[2];
  if (run === undefined || info === undefined || (first === '`' && info.includes('`'))) return undefined;
  return { character: first, length: run.length, bare: info.trim() === '' };
}

/** Answers which line closes a fence, in linear time for all fences of a text together. */
export class FenceEnds {
  /** By line, the longest closing fence at or after it. */
  readonly #longest: Readonly<Record<Fence['character'], Int32Array>>;
  readonly #closing: readonly (Fence | undefined)[];

  constructor(text: string, lines: Lines) {
    const closing: (Fence | undefined)[] = [];
    for (let i = 0; i < lines.count; i += 1) {
      const end = lines.end(i);
      const found = fenceAt(text, indentOf(text, afterQuoteMarkers(text, lines.start(i)), end).content);
      closing.push(found?.bare === true ? found : undefined);
    }
    this.#closing = closing;
    const longestFrom = (character: Fence['character']) => {
      const longest = new Int32Array(lines.count + 1);
      for (let i = lines.count - 1; i >= 0; i -= 1) {
        const found = closing[i];
        longest[i] = Math.max(longest[i + 1] ?? 0, found?.character === character ? found.length : 0);
      }
      return longest;
    };
    this.#longest = { '`': longestFrom('`'), '~': longestFrom('~') };
  }

  /** The first line after `line` that closes `fence`. */
  after(line: number, { character, length }: Fence): number | undefined {
    if ((this.#longest[character][line + 1] ?? 0) < length) return undefined;
    for (let i = line + 1; ; i += 1) {
      const closing = this.#closing[i];
      if (closing?.character === character && closing.length >= length) return i;
    }
  }
}

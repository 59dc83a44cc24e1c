import type { Position, Range } from './position.ts';

/** Turns UTF-16 offsets of one text into positions, as VS Code numbers lines: `\r\n`, `\n` and a lone `\r` end one. */
export class LineIndex {
  readonly #length: number;
  readonly #starts: number[] = [0];
  /** The line of the last answer: offsets mostly come in their order. */
  #line = 0;

  constructor(text: string) {
    this.#length = text.length;
    if (text.includes('\r')) {
      for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(index + end.length);
      return;
    }
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** Offsets outside the text count as its ends. Constant time for neighbours, else logarithmic. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    const line = this.#lineOf(at);
    this.#line = line;
    return { line, character: at - this.#startOf(line) };
  }

  /** The range of the offsets `[start, end)`. */
  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  /** Offset at which a line begins; of a line after the last one, the text's length. */
  offsetOf(line: number): number {
    return this.#starts[line] ?? this.#length;
  }

  #lineOf(offset: number): number {
    for (let line = this.#line; line < this.#line + 16; line += 1) {
      if (this.#startOf(line) <= offset && offset < this.#startOf(line + 1)) return line;
    }
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #startOf(line: number): number {
    return this.#starts[line] ?? Infinity;
  }
}

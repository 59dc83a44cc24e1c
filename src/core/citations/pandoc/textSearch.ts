/**
 * `indexOf` for a reader that only moves forward: it remembers the last answer, so that any number of questions from
 * growing offsets costs one pass over the text.
 */
export class ForwardSearch {
  readonly #text: string;
  readonly #needle: string;
  #found = -1;

  constructor(text: string, needle: string) {
    this.#text = text;
    this.#needle = needle;
  }

  /** The first occurrence at or after `from`, `Infinity` when there is none. `from` never shrinks between calls. */
  from(from: number): number {
    if (this.#found < from) {
      const found = this.#text.indexOf(this.#needle, from);
      this.#found = found === -1 ? Infinity : found;
    }
    return this.#found;
  }
}

/** For each `open` in `[start, end)` that has its `close` there, the offset of that `close`. Backslashes escape. */
export function matchPairs(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  open: string,
  close: string,
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const stack: number[] = [];
  for (let i = start; i < end; i += 1) {
    const character = text.charAt(i);
    if (character === '\\') i += 1;
    else if (character === open) stack.push(i);
    else if (character === close) {
      const from = stack.pop();
      if (from !== undefined) pairs.set(from, i);
    }
  }
  return pairs;
}

/** Where the runs of backticks of one region stand, by length: code ends at the next run of the length it began with. */
export class BacktickRuns {
  readonly #positions = new Map<number, { readonly offsets: number[]; next: number }>();

  constructor(text: string, start: number, end: number) {
    for (let i = start; i < end; i += 1) {
      if (text.charCodeAt(i) !== 96) continue;
      const from = i;
      while (i + 1 < end && text.charCodeAt(i + 1) === 96) i += 1;
      const length = i + 1 - from;
      const known = this.#positions.get(length);
      if (known === undefined) this.#positions.set(length, { offsets: [from], next: 0 });
      else known.offsets.push(from);
    }
  }

  /** The first run of `length` at or after `from`; `from` never shrinks between calls. */
  next(length: number, from: number): number | undefined {
    const runs = this.#positions.get(length);
    if (runs === undefined) return undefined;
    while ((runs.offsets[runs.next] ?? Infinity) < from) runs.next += 1;
    return runs.offsets[runs.next];
  }
}

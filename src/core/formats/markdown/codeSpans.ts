/** The inline code of one text. Every run of backticks is looked at once. */
export class CodeSpans {
  readonly #source: string;
  /** Where runs of a length begin, the last one first. */
  readonly #runs = new Map<number, number[]>();

  constructor(source: string) {
    this.#source = source;
    const found = [...source.matchAll(/`+/g)].toReversed();
    for (const { 0: run, index } of found) {
      const starts = this.#runs.get(run.length);
      if (starts === undefined) this.#runs.set(run.length, [index]);
      else starts.push(index);
    }
  }

  /** The code whose backticks begin at `at`: `end` is after it; without `text` the backticks enclose nothing. Call with growing `at`. */
  at(at: number): { readonly text?: string; readonly end: number } {
    let from = at + 1;
    while (this.#source.charAt(from) === '`') from += 1;
    const starts = this.#runs.get(from - at) ?? [];
    while ((starts.at(-1) ?? Infinity) < from) starts.pop();
    const close = starts.pop();
    if (close === undefined) return { end: from };
    const text = this.#source.slice(from, close).replaceAll('\n', ' ').trim();
    return { text, end: close + from - at };
  }
}

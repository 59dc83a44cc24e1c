import type { Paper } from '../../paper.ts';

/** The papers of a library by every key that means them. */
export class PaperShelf {
  readonly papers: readonly Paper[];
  readonly #keys = new Set<string>();
  readonly #aliases = new Map<string, string>();

  constructor(papers: readonly Paper[]) {
    this.papers = papers;
    for (const { key, aliases } of papers) {
      this.#keys.add(key);
      for (const alias of aliases) if (!this.#aliases.has(alias)) this.#aliases.set(alias, key);
    }
  }

  /** The key of the paper that a key or alias means; `undefined` when there is none. */
  resolve(key: string): string | undefined {
    return this.#keys.has(key) ? key : this.#aliases.get(key);
  }

  /** What is written of each paper, by its key: under that key itself, else under the first alias that has a line. */
  lines<T>(written: ReadonlyMap<string, T>): ReadonlyMap<string, { readonly name: string; readonly value: T }> {
    const lines = new Map<string, { readonly name: string; readonly value: T }>();
    for (const [name, value] of written) {
      const key = this.resolve(name);
      if (key !== undefined && (key === name || !lines.has(key))) lines.set(key, { name, value });
    }
    return lines;
  }
}

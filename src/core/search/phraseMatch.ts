import type { Corpus } from './corpus.ts';
import { emptyPart } from './corpus.ts';
import type { Expansion, Expansions, Spelling } from './expansion.ts';

/** Finds words that stand together, in the terms of papers. */
export class PhraseMatch {
  readonly #corpus: Corpus;
  readonly #words: readonly Expansion[];
  readonly #part = emptyPart();
  readonly #isHopeless: boolean;

  /** The last word may go on when `open`; all are spelt as `spelling` says. */
  constructor(
    corpus: Corpus,
    expansions: Expansions,
    terms: readonly string[],
    { open, spelling = 'exact' }: { readonly open: boolean; readonly spelling?: Spelling },
  ) {
    this.#corpus = corpus;
    this.#words = terms.map((term, at) => expansions.of(term, { open: open && at === terms.length - 1, spelling }));
    this.#isHopeless = terms.length === 0 || this.#words.some(({ isEmpty }) => isEmpty);
  }

  /**
   * Where in the field of the paper the words first stand, counted in terms; -1 when nowhere. `isWhole` says whether the
   * field holds nothing else.
   */
  find(paper: number, field: number): { readonly at: number; readonly isWhole: boolean } {
    if (this.#isHopeless) return nowhere;
    const part = this.#part;
    this.#corpus.read(paper, field, part);
    const { tokens, start, end } = part;
    const { length } = this.#words;
    for (let at = start; at + length <= end; at += 1) {
      if (this.#standsAt(tokens, at))
        return { at: at - start, isWhole: length === end - start && this.#isLastWhole(tokens, at) };
    }
    return nowhere;
  }

  /** Whether the words may begin with this term. */
  mayStart(term: number): boolean {
    return !this.#isHopeless && (this.#words[0]?.weightOf(term) ?? 0) > 0;
  }

  #standsAt(tokens: Uint32Array, at: number): boolean {
    for (let index = 0; index < this.#words.length; index += 1) {
      if ((this.#words[index]?.weightOf(tokens[at + index] ?? 0) ?? 0) === 0) return false;
    }
    return true;
  }

  #isLastWhole(tokens: Uint32Array, at: number): boolean {
    const last = this.#words.length - 1;
    return this.#words[last]?.weightOf(tokens[at + last] ?? 0) === 1;
  }
}

/** What `find` says of words that do not stand together. */
export const nowhere = { at: -1, isWhole: false } as const;

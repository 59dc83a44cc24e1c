import type { Corpus } from './corpus.ts';
import { withinEdits } from './editDistance.ts';
import { endOfBeginning, lowerBound } from './frozen/frozenIndex.ts';
import type { SimilarOptions } from './frozen/similarTerms.ts';
import { editsFor, eachSimilarTerm } from './frozen/similarTerms.ts';

/** What a term is worth that goes on behind the word, and one that differs; less, the more it does. */
const goesOnWeight = 0.2;
const slipWeight = 0.45;

/** How well a word of a query is spelt: as it stands there; with slips, but hardly ever in the first letter; with any. */
export type Spelling = 'exact' | 'slips' | 'anySlips';

/** How a word of a query is to be read. */
export interface Reading {
  /** It may be the beginning of a word. */
  readonly open: boolean;
  readonly spelling: Spelling;
}

/**
 * The terms of the papers that a word of a query may stand for, with what a match is worth: 1 for the word itself, less
 * for one that goes on, and for one that differs.
 */
export class Expansion {
  /** Terms of the frozen index that begin with the word: `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  /** Others, with their weight; the word itself among them when it stands outside of the stretch. */
  readonly others: ReadonlyMap<number, number>;
  readonly reading: Reading;
  readonly word: string;
  readonly #corpus: Corpus;
  readonly #forms: readonly string[];

  /** `forms` are words that count as much. */
  constructor(corpus: Corpus, word: string, reading: Reading, forms: readonly string[] = []) {
    this.#corpus = corpus;
    this.word = word;
    this.reading = reading;
    const { terms } = corpus.frozen;
    this.from = lowerBound(terms, word);
    this.to = reading.open ? endOfBeginning(terms, word, this.from) : this.from + (terms[this.from] === word ? 1 : 0);
    const others = new Map<number, number>();
    this.#addLoose(others);
    if (reading.spelling !== 'exact') this.#addSimilar(others);
    for (const form of forms) {
      const number = corpus.termNumber(form);
      if (number >= 0) others.set(number, 1);
    }
    this.others = others;
    this.#forms = forms;
  }

  /** Whether there is nothing that it could stand for. */
  get isEmpty(): boolean {
    return this.from === this.to && this.others.size === 0;
  }

  /** Every term that it stands for. */
  *terms(): Generator<number, void, void> {
    for (let term = this.from; term < this.to; term += 1) yield term;
    yield* this.others.keys();
  }

  /** 0 for a term that it does not stand for. */
  weightOf(term: number): number {
    if (term >= this.from && term < this.to) return beginningWeight(this.word, this.#corpus.termOf(term));
    return this.others.size === 0 ? 0 : (this.others.get(term) ?? 0);
  }

  /** The papers that came since the index was frozen, as far as they may have one of the terms. */
  loosePapers(): Iterable<number> {
    const corpus = this.#corpus;
    if (corpus.changes === 0) return [];
    if (this.reading.spelling !== 'exact') return corpus.loosePapers();
    const { open } = this.reading;
    if (this.#forms.length === 0) return corpus.changing.find(this.word, open);
    const papers = new Set<number>();
    for (const word of [this.word, ...this.#forms])
      for (const paper of corpus.changing.find(word, open)) papers.add(paper);
    return papers;
  }

  #addLoose(others: Map<number, number>): void {
    const { looseTerms, frozen } = this.#corpus;
    if (looseTerms.length === 0) return;
    if (!this.reading.open) {
      const number = this.#corpus.termNumber(this.word);
      if (number >= frozen.terms.length) others.set(number, 1);
      return;
    }
    for (const [index, term] of looseTerms.entries()) {
      if (term.startsWith(this.word)) others.set(frozen.terms.length + index, beginningWeight(this.word, term));
    }
  }

  #addSimilar(others: Map<number, number>): void {
    const max = editsFor(this.word);
    if (max === 0) return;
    const { looseTerms, frozen } = this.#corpus;
    const { word, reading } = this;
    const options = { max, open: reading.open, sameStart: reading.spelling === 'slips' };
    eachSimilarTerm(frozen, word, options, (term, distance) => {
      if (term < this.from || term >= this.to)
        others.set(term, similarWeight(word, frozen.terms[term] ?? '', distance));
    });
    for (const [index, term] of looseTerms.entries()) {
      const number = frozen.terms.length + index;
      const distance = others.has(number) ? undefined : distanceOf(word, term, options);
      if (distance !== undefined) others.set(number, similarWeight(word, term, distance));
    }
  }
}

/** Expansions of one query: a word is looked for as a word, in phrases and in titles. */
export class Expansions {
  readonly #corpus: Corpus;
  readonly #known = new Map<string, Expansion>();

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  of(word: string, reading: Reading): Expansion {
    const name = `${word} ${String(reading.open)} ${reading.spelling}`;
    let expansion = this.#known.get(name);
    if (expansion === undefined) this.#known.set(name, (expansion = new Expansion(this.#corpus, word, reading)));
    return expansion;
  }
}

function beginningWeight(word: string, term: string): number {
  const more = term.length - word.length;
  return more === 0 ? 1 : (goesOnWeight * term.length) / (term.length + 0.3 * more);
}

function similarWeight(word: string, term: string, distance: number): number {
  const more = Math.max(0, term.length - word.length - distance);
  const goesOn = more === 0 ? 1 : (goesOnWeight * term.length) / (term.length + 0.3 * more);
  return ((slipWeight * term.length) / (term.length + distance)) * goesOn;
}

/** The distance of `word` and `term`, when `open` of the nearest beginning of `term`; `undefined` beyond `max`. */
function distanceOf(word: string, term: string, { max, open, sameStart }: SimilarOptions): number | undefined {
  if (sameStart && term.charCodeAt(0) !== word.charCodeAt(0)) return undefined;
  const shortest = open ? Math.max(1, word.length - max) : term.length;
  for (let distance = 1; distance <= max; distance += 1) {
    for (
      let length = Math.min(term.length, word.length + max);
      length >= Math.min(shortest, term.length);
      length -= 1
    ) {
      if (withinEdits(word, open ? term.slice(0, length) : term, distance)) return distance;
      if (!open) break;
    }
  }
  return undefined;
}

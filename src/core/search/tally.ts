import type { Corpus } from './corpus.ts';
import type { ScoreSink, Wanted, Within, WordScorer } from './termScorer.ts';
import { fieldAt } from './searchFields.ts';

/** Papers that have the words, in no order. Good until the next question. */
export interface Found {
  readonly papers: readonly number[];
  /** The sum of the scores of a paper. */
  sumOf(paper: number): number;
  /** How many of the words stand in its title. */
  inTitle(paper: number): number;
}

/** Papers that have some of the words, in no order, with the sums of their scores and how many words they have, by number. */
export interface FoundSome {
  readonly papers: readonly number[];
  readonly sums: Float64Array;
  readonly words: Uint8Array;
}

/** Terms of a paper that are read to score it alone: about so many on average. */
const termsOfPaper = 110;

const title = fieldAt('title');

/**
 * Sums up scores by paper. Its arrays are for all questions: a stamp says which question a sum belongs to, so that
 * nothing has to be cleared.
 */
export class Tally implements Found {
  #stamps = new Uint32Array(0);
  #sums = new Float64Array(0);
  /** One bit for each word. */
  #titles = new Uint32Array(0);
  #stamp = 0;
  #papers: readonly number[] = [];

  get papers(): readonly number[] {
    return this.#papers;
  }

  sumOf(paper: number): number {
    return this.#sums[paper] ?? 0;
  }

  inTitle(paper: number): number {
    return bitCount(this.#titles[paper] ?? 0);
  }

  /** Papers that have every one of the words, at most 32; what they have of `more` counts, too. */
  withAll(corpus: Corpus, scorer: WordScorer, wanted: readonly Wanted[], more: readonly Wanted[] = []): Found {
    this.#papers = [];
    if (wanted.length === 0 || wanted.some(isHopeless)) return this;
    const ordered = wanted.map((one) => ({ ...one, cost: scorer.cost(one) })).toSorted((a, b) => a.cost - b.cost);
    this.#prepare(corpus.end, ordered.length);
    for (const [word, { cost, ...one }] of ordered.entries()) {
      if (word === 0) this.#papers = this.#first(scorer, one);
      else if (this.#papers.length * termsOfPaper < cost) this.#papers = this.#narrowEach(scorer, one, word);
      else this.#papers = this.#narrow(scorer, one, word);
      if (this.#papers.length === 0) return this;
    }
    for (const one of more) scorer.scoreAll(one, this.#adding(), this.#left());
    return this;
  }

  /** Papers that have some of the words. Of a word, the first reading that any paper has counts. */
  withAny(corpus: Corpus, scorer: WordScorer, readings: readonly (readonly Wanted[])[]): FoundSome {
    const sums = new Float64Array(corpus.end);
    const words = new Uint8Array(corpus.end);
    const found: number[] = [];
    for (const wanted of readings) {
      this.#prepare(corpus.end, wanted.length);
      let papers: readonly number[] = [];
      for (const one of wanted) if (papers.length === 0) papers = this.#first(scorer, one);
      for (const paper of papers) {
        if (words[paper] === 0) found.push(paper);
        words[paper] = (words[paper] ?? 0) + 1;
        sums[paper] = (sums[paper] ?? 0) + (this.#sums[paper] ?? 0);
      }
    }
    return { papers: found, sums, words };
  }

  #prepare(papers: number, stamps: number): void {
    if (papers > this.#stamps.length) {
      this.#stamps = new Uint32Array(Math.ceil(papers * 1.25));
      this.#sums = new Float64Array(this.#stamps.length);
      this.#titles = new Uint32Array(this.#stamps.length);
      this.#stamp = 0;
    }
    if (this.#stamp + stamps >= 2 ** 32) {
      this.#stamps.fill(0);
      this.#stamp = 0;
    }
  }

  #first(scorer: WordScorer, wanted: Wanted): number[] {
    this.#stamp += 1;
    const stamp = this.#stamp;
    const stamps = this.#stamps;
    const sums = this.#sums;
    const titles = this.#titles;
    const papers: number[] = [];
    scorer.scoreAll(wanted, (paper, score, field) => {
      const bit = field === title ? 1 : 0;
      if (stamps[paper] === stamp) {
        sums[paper] = (sums[paper] ?? 0) + score;
        titles[paper] = (titles[paper] ?? 0) | bit;
        return;
      }
      stamps[paper] = stamp;
      sums[paper] = score;
      titles[paper] = bit;
      papers.push(paper);
    });
    return papers;
  }

  /** Of the papers that are left, those with the next word. */
  #narrow(scorer: WordScorer, wanted: Wanted, word: number): number[] {
    const papers: number[] = [];
    const left = this.#left();
    scorer.scoreAll(wanted, this.#narrowing(word, papers), left);
    return papers;
  }

  /** The same by the papers' own terms: for a few papers and a word that stands for thousands of terms. */
  #narrowEach(scorer: WordScorer, wanted: Wanted, word: number): number[] {
    const papers: number[] = [];
    const sink = this.#narrowing(word, papers);
    for (const paper of this.#papers) scorer.scorePaper(paper, wanted, sink);
    return papers;
  }

  /** The papers that are left. */
  #left(): Within {
    return { stamps: this.#stamps, least: this.#stamp };
  }

  #adding(): ScoreSink {
    const sums = this.#sums;
    return (paper, score) => {
      sums[paper] = (sums[paper] ?? 0) + score;
    };
  }

  #narrowing(word: number, papers: number[]): ScoreSink {
    this.#stamp += 1;
    const stamp = this.#stamp;
    const stamps = this.#stamps;
    const sums = this.#sums;
    const titles = this.#titles;
    const titleBit = 1 << word;
    return (paper, score, field) => {
      sums[paper] = (sums[paper] ?? 0) + score;
      if (field === title) titles[paper] = (titles[paper] ?? 0) | titleBit;
      if (stamps[paper] === stamp) return;
      stamps[paper] = stamp;
      papers.push(paper);
    };
  }
}

/** Nothing that any paper or note has. */
function isHopeless({ expansion, inNotes }: Wanted): boolean {
  return expansion.isEmpty && inNotes?.isEmpty !== false;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

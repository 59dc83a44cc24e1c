import type { Corpus } from './corpus.ts';
import type { Expansion } from './expansion.ts';
import type { FieldMask } from './searchFields.ts';
import type { TermScorer } from './termScorer.ts';

/** A word that must be there, and where. */
export interface Wanted {
  readonly expansion: Expansion;
  readonly mask: FieldMask;
}

/** A paper number and how well it answers; greater is better. */
export type Scored = readonly [paper: number, score: number];

/** Terms of a paper that are read to score it alone: about so many on average. */
const termsOfPaper = 110;

/**
 * Sums up scores by paper. One array for all questions: a stamp says which question a sum belongs to, so that nothing
 * has to be cleared.
 */
export class Tally {
  #stamps = new Uint32Array(0);
  #sums = new Float64Array(0);
  #stamp = 0;

  /** Papers that have every one of the words, with the sum of their scores; in no order. */
  withAll(corpus: Corpus, scorer: TermScorer, wanted: readonly Wanted[]): readonly Scored[] {
    if (wanted.length === 0 || wanted.some(({ expansion }) => expansion.isEmpty)) return [];
    const ordered = wanted
      .map((one) => ({ ...one, cost: scorer.cost(one.expansion) }))
      .toSorted((a, c) => a.cost - c.cost);
    this.#prepare(corpus.end, ordered.length);
    let papers: number[] | undefined;
    for (const { expansion, mask, cost } of ordered) {
      if (papers === undefined) papers = this.#first(scorer, expansion, mask);
      else if (papers.length * termsOfPaper < cost) papers = this.#narrowEach(scorer, papers, { expansion, mask });
      else papers = this.#narrow(scorer, expansion, mask);
      if (papers.length === 0) return [];
    }
    return (papers ?? []).map((paper): Scored => [paper, this.#sums[paper] ?? 0]);
  }

  /** Papers that have some of the words, with how many and the sum of their scores. */
  withAny(
    corpus: Corpus,
    scorer: TermScorer,
    wanted: readonly Wanted[],
  ): ReadonlyMap<number, { sum: number; words: number }> {
    const found = new Map<number, { sum: number; words: number }>();
    for (const { expansion, mask } of wanted) {
      this.#prepare(corpus.end, 1);
      for (const paper of this.#first(scorer, expansion, mask)) {
        const { sum, words } = found.get(paper) ?? { sum: 0, words: 0 };
        found.set(paper, { sum: sum + (this.#sums[paper] ?? 0), words: words + 1 });
      }
    }
    return found;
  }

  #prepare(papers: number, stamps: number): void {
    if (papers > this.#stamps.length) {
      this.#stamps = new Uint32Array(Math.ceil(papers * 1.25));
      this.#sums = new Float64Array(this.#stamps.length);
      this.#stamp = 0;
    }
    if (this.#stamp + stamps >= 2 ** 32) {
      this.#stamps.fill(0);
      this.#stamp = 0;
    }
  }

  #first(scorer: TermScorer, expansion: Expansion, mask: FieldMask): number[] {
    this.#stamp += 1;
    const stamp = this.#stamp;
    const stamps = this.#stamps;
    const sums = this.#sums;
    const papers: number[] = [];
    scorer.scoreAll(expansion, mask, (paper, score) => {
      if (stamps[paper] === stamp) {
        sums[paper] = (sums[paper] ?? 0) + score;
        return;
      }
      stamps[paper] = stamp;
      sums[paper] = score;
      papers.push(paper);
    });
    return papers;
  }

  /** Of the papers that the last word left, those with the next one. */
  #narrow(scorer: TermScorer, expansion: Expansion, mask: FieldMask): number[] {
    const before = this.#stamp;
    this.#stamp += 1;
    const stamp = this.#stamp;
    const stamps = this.#stamps;
    const sums = this.#sums;
    const papers: number[] = [];
    scorer.scoreAll(expansion, mask, (paper, score) => {
      const at = stamps[paper];
      if (at !== before && at !== stamp) return;
      sums[paper] = (sums[paper] ?? 0) + score;
      if (at === stamp) return;
      stamps[paper] = stamp;
      papers.push(paper);
    });
    return papers;
  }

  /** The same by the papers' own terms: for a few papers and a word that stands for thousands of terms. */
  #narrowEach(scorer: TermScorer, candidates: readonly number[], { expansion, mask }: Wanted): number[] {
    this.#stamp += 1;
    const papers: number[] = [];
    for (const paper of candidates) {
      const score = scorer.scorePaper(paper, expansion, mask);
      if (score === 0) continue;
      this.#sums[paper] = (this.#sums[paper] ?? 0) + score;
      this.#stamps[paper] = this.#stamp;
      papers.push(paper);
    }
    return papers;
  }
}

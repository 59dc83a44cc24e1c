import type { Postings } from '../themes/postings.ts';
import type { Vectors } from '../themes/vectors.ts';

/** For each of `count` papers its `each` nearest others, nearest first; `others` holds `count` (nobody) where there are fewer. */
export interface Neighbours {
  readonly count: number;
  readonly each: number;
  readonly others: Uint32Array;
  /** Cosines, 0 to 1. */
  readonly nearness: Float32Array;
}

/** A paper's most telling terms; the weak rest of its words changes its neighbours little and costs most of the time. */
const mostTerms = 32;
/** A term that more papers than this have joins nobody in particular. */
const mostPostings = 1_500;
const papersPerStep = 32;

/** Finds the papers nearest to a vector, by their most telling common terms. Keeps its working memory. */
export class NearPapers {
  readonly #postings: Postings;
  readonly #scores: Float32Array;
  readonly #touched: Uint32Array;

  constructor(postings: Postings) {
    this.#postings = postings;
    this.#scores = new Float32Array(postings.count);
    this.#touched = new Uint32Array(postings.count);
  }

  /** At most `most` papers and their cosines, nearest first, without `self`; among equals the lower number first. */
  of(
    terms: ArrayLike<number>,
    values: ArrayLike<number>,
    { most, self }: { readonly most: number; readonly self: number },
  ): readonly { readonly paper: number; readonly nearness: number }[] {
    const touched = this.#score(terms, values);
    const best: { paper: number; nearness: number }[] = [];
    for (let at = 0; at < touched; at += 1) {
      const paper = this.#touched[at] ?? 0;
      const nearness = this.#scores[paper] ?? 0;
      this.#scores[paper] = 0;
      if (paper !== self) keepBest(best, { paper, nearness }, most);
    }
    return best;
  }

  /** Adds up the cosines; gives how many papers have one. */
  #score(terms: ArrayLike<number>, values: ArrayLike<number>): number {
    const { starts, papers, values: others } = this.#postings;
    let touched = 0;
    for (const at of telling(values)) {
      const term = terms[at] ?? 0;
      const value = values[at] ?? 0;
      const end = starts[term + 1] ?? 0;
      const start = starts[term] ?? 0;
      if (end - start > mostPostings) continue;
      for (let pair = start; pair < end; pair += 1) {
        const paper = papers[pair] ?? 0;
        const before = this.#scores[paper] ?? 0;
        if (before === 0) this.#touched[touched++] = paper;
        this.#scores[paper] = before + value * (others[pair] ?? 0);
      }
    }
    return touched;
  }
}

/** Positions of the greatest values, at most `mostTerms`. */
function telling(values: ArrayLike<number>): readonly number[] {
  const all = Array.from({ length: values.length }, (_, at) => at);
  if (all.length <= mostTerms) return all;
  return all.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b).slice(0, mostTerms);
}

type Near = { readonly paper: number; readonly nearness: number };

/** Puts one into a list that is sorted and has at most `most`. */
function keepBest(best: Near[], one: Near, most: number): void {
  const last = best.at(-1);
  if (best.length === most && last !== undefined && !isBefore(one, last)) return;
  let at = best.length;
  for (; at > 0; at -= 1) {
    const other = best[at - 1];
    if (other === undefined || isBefore(other, one)) break;
  }
  best.splice(at, 0, one);
  if (best.length > most) best.pop();
}

function isBefore(a: Near, b: Near): boolean {
  return a.nearness > b.nearness || (a.nearness === b.nearness && a.paper < b.paper);
}

/** The nearest others of every paper. Yields every 32 papers. */
export function* neighboursOf(
  { count, starts, terms, values }: Vectors,
  near: NearPapers,
  each: number,
): Generator<void, Neighbours, void> {
  const others = new Uint32Array(count * each).fill(count);
  const nearness = new Float32Array(count * each);
  for (let paper = 0; paper < count; paper += 1) {
    const [from, to] = [starts[paper] ?? 0, starts[paper + 1] ?? 0];
    const found = near.of(terms.subarray(from, to), values.subarray(from, to), { most: each, self: paper });
    for (const [at, one] of found.entries()) {
      others[paper * each + at] = one.paper;
      nearness[paper * each + at] = one.nearness;
    }
    if (paper % papersPerStep === papersPerStep - 1) yield;
  }
  return { count, each, others, nearness };
}

import type { Vectors } from './vectors.ts';

/** The papers that have each term, with their values: those of term `t` from `starts[t]` to before `starts[t + 1]`. */
export interface Postings {
  readonly count: number;
  readonly starts: Uint32Array;
  readonly papers: Uint32Array;
  readonly values: Float32Array;
}

/**
 * Turns vectors around: from each term to its papers, in order. With a `sample` only its papers count, and each is named
 * by its place in it.
 */
export function postingsOf(vectors: Vectors, sample?: Uint32Array): Postings {
  const { size, terms, values } = vectors;
  const count = sample?.length ?? vectors.count;
  const pairsOf = (place: number): readonly [number, number] => {
    const paper = sample === undefined ? place : (sample[place] ?? 0);
    return [vectors.starts[paper] ?? 0, vectors.starts[paper + 1] ?? 0];
  };
  const starts = new Uint32Array(size + 1);
  for (let place = 0; place < count; place += 1) {
    const [from, to] = pairsOf(place);
    for (let pair = from; pair < to; pair += 1) {
      const cell = (terms[pair] ?? 0) + 1;
      starts[cell] = (starts[cell] ?? 0) + 1;
    }
  }
  for (let term = 0; term < size; term += 1) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice(0, size);
  const papers = new Uint32Array(starts[size] ?? 0);
  const ofTerm = new Float32Array(papers.length);
  for (let place = 0; place < count; place += 1) {
    const [from, to] = pairsOf(place);
    for (let pair = from; pair < to; pair += 1) {
      const term = terms[pair] ?? 0;
      const at = next[term] ?? 0;
      papers[at] = place;
      ofTerm[at] = values[pair] ?? 0;
      next[term] = at + 1;
    }
  }
  return { count, starts, papers, values: ofTerm };
}

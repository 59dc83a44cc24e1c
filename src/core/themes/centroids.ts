import type { Vector, Vectors } from './vectors.ts';

/** Mean directions of groups of papers: unit vectors, value of group `g` for term `t` at `matrix[t * groups + g]`. */
export interface Centroids {
  readonly groups: number;
  readonly matrix: Float32Array;
  /** Lengths of the sums of the members' vectors: with them a member can be taken out of its centroid. */
  readonly lengths: Float64Array;
}

/** A group and how near a paper is to it (cosine, 0 to 1). `group` is -1 when no word is shared with any. */
export interface Nearest {
  readonly group: number;
  readonly nearness: number;
}

const papersPerStep = 256;

/** Centroids of the groups that `groupOf` gives to the papers `members`; papers of group -1 count for none. */
export function* centroidsOf(
  vectors: Vectors,
  members: Uint32Array,
  { groupOf, groups }: { readonly groupOf: Int32Array; readonly groups: number },
): Generator<void, Centroids, void> {
  const matrix = new Float32Array(vectors.size * groups);
  for (let at = 0; at < members.length; at += 1) {
    const paper = members[at] ?? 0;
    const group = groupOf[paper] ?? -1;
    if (group < 0) continue;
    for (let pair = vectors.starts[paper] ?? 0; pair < (vectors.starts[paper + 1] ?? 0); pair += 1) {
      const cell = (vectors.terms[pair] ?? 0) * groups + group;
      matrix[cell] = (matrix[cell] ?? 0) + (vectors.values[pair] ?? 0);
    }
    if (at % papersPerStep === papersPerStep - 1) yield;
  }
  yield;
  return { groups, matrix, lengths: yield* normalise(matrix, groups) };
}

/** Scales each column to length 1; gives the lengths before. */
function* normalise(matrix: Float32Array, groups: number): Generator<void, Float64Array, void> {
  const lengths = new Float64Array(groups);
  for (let row = 0; row < matrix.length; row += groups) {
    for (let group = 0; group < groups; group += 1) {
      const value = matrix[row + group] ?? 0;
      if (value !== 0) lengths[group] = (lengths[group] ?? 0) + value * value;
    }
  }
  yield;
  for (let group = 0; group < groups; group += 1) lengths[group] = Math.sqrt(lengths[group] ?? 0);
  for (let row = 0; row < matrix.length; row += groups) {
    for (let group = 0; group < groups; group += 1) {
      const value = matrix[row + group] ?? 0;
      // Most words are not in most groups.
      if (value !== 0) matrix[row + group] = value / (lengths[group] ?? 1);
    }
  }
  return lengths;
}

/** Cosines of paper `paper` to all centroids, into `scores` (of `groups` numbers). */
export function scoreAll(centroids: Centroids, vectors: Vectors, paper: number, scores: Float64Array): void {
  const { groups } = centroids;
  let group = 0;
  for (; group + 8 <= groups; group += 8) scoreEight(centroids, vectors, { paper, group, scores });
  for (; group < groups; group += 1) scores[group] = scoreOne(centroids, vectors, { paper, group });
}

/** The cosine of a paper to one centroid. */
function scoreOne(
  { groups, matrix }: Centroids,
  { starts, terms, values }: Vectors,
  { paper, group }: { readonly paper: number; readonly group: number },
): number {
  const end = starts[paper + 1] ?? 0;
  let score = 0;
  for (let pair = starts[paper] ?? 0; pair < end; pair += 1)
    score += (values[pair] ?? 0) * (matrix[(terms[pair] ?? 0) * groups + group] ?? 0);
  return score;
}

/** Eight sums that the processor keeps in its registers: the bulk of the work of grouping. */
function scoreEight(
  { groups, matrix }: Centroids,
  { starts, terms, values }: Vectors,
  { paper, group, scores }: { readonly paper: number; readonly group: number; readonly scores: Float64Array },
): void {
  const end = starts[paper + 1] ?? 0;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  let f = 0;
  let g = 0;
  let h = 0;
  for (let pair = starts[paper] ?? 0; pair < end; pair += 1) {
    const cell = (terms[pair] ?? 0) * groups + group;
    const value = values[pair] ?? 0;
    a += value * (matrix[cell] ?? 0);
    b += value * (matrix[cell + 1] ?? 0);
    c += value * (matrix[cell + 2] ?? 0);
    d += value * (matrix[cell + 3] ?? 0);
    e += value * (matrix[cell + 4] ?? 0);
    f += value * (matrix[cell + 5] ?? 0);
    g += value * (matrix[cell + 6] ?? 0);
    h += value * (matrix[cell + 7] ?? 0);
  }
  scores[group] = a;
  scores[group + 1] = b;
  scores[group + 2] = c;
  scores[group + 3] = d;
  scores[group + 4] = e;
  scores[group + 5] = f;
  scores[group + 6] = g;
  scores[group + 7] = h;
}

/** The centroid with the highest score; ties go to the lower group. */
export function highest(scores: Float64Array): Nearest {
  let group = -1;
  let nearness = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] ?? 0;
    if (score > nearness) {
      nearness = score;
      group = at;
    }
  }
  return { group, nearness };
}

/** Cosines of one paper's own vector to all centroids. */
export function scoresOf({ groups, matrix }: Centroids, { terms, values }: Vector): Float64Array {
  const scores = new Float64Array(groups);
  for (const [at, term] of terms.entries()) {
    const value = values[at] ?? 0;
    for (let group = 0; group < groups; group += 1)
      scores[group] = (scores[group] ?? 0) + value * (matrix[term * groups + group] ?? 0);
  }
  return scores;
}

/** How near a member is to the centroid of the others of its group. */
export function nearnessToOthers(nearness: number, length: number): number {
  const withoutIt = length * nearness - 1;
  const lengthWithoutIt = Math.sqrt(Math.max(0, length * length - 2 * length * nearness + 1));
  return lengthWithoutIt < 1e-6 ? 0 : Math.max(0, withoutIt / lengthWithoutIt);
}

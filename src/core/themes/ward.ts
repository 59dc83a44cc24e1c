import type { Vectors } from './vectors.ts';
import { moveAmongNeighbours } from './amongNeighbours.ts';
import { type Merge, mergeAll } from './mergeAll.ts';
import { postingsOf } from './postings.ts';

const rowsPerStep = 16;

/**
 * Hierarchical clustering by Ward's criterion of the papers `sample` (indexes into `vectors`), cut at `groups` groups:
 * gives the group of each, numbered by first appearance. Nearest-neighbour chain (F. Murtagh, "A survey of recent
 * advances in hierarchical clustering algorithms", 1983) with the Lance-Williams update: quadratic in time and memory,
 * so for 800 papers at most. Deterministic: ties go to the lower index.
 */
export function* wardGroups(vectors: Vectors, sample: Uint32Array, groups: number): Generator<void, Int32Array, void> {
  const distances = yield* squaredDistances(vectors, sample);
  // Two halves are told apart well enough.
  if (groups > 2) yield* moveAmongNeighbours(distances, sample.length);
  const merges = yield* mergeAll(distances, sample.length);
  return cut(merges, sample.length, groups);
}

/** By the words that papers share: most pairs share few of them. */
function* squaredDistances(vectors: Vectors, sample: Uint32Array): Generator<void, Float32Array, void> {
  const { starts, terms, values } = vectors;
  const size = sample.length;
  const postings = postingsOf(vectors, sample);
  const from = postings.starts.slice();
  yield;
  const distances = new Float32Array(size * size);
  const dots = new Float64Array(size);
  for (let a = 0; a < size; a += 1) {
    dots.fill(0);
    const paper = sample[a] ?? 0;
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at += 1) {
      const term = terms[at] ?? 0;
      const value = values[at] ?? 0;
      // The first posting left is this paper's own: those before it are done.
      const first = (from[term] ?? 0) + 1;
      from[term] = first;
      const end = postings.starts[term + 1] ?? 0;
      for (let posting = first; posting < end; posting += 1) {
        const other = postings.papers[posting] ?? 0;
        dots[other] = (dots[other] ?? 0) + value * (postings.values[posting] ?? 0);
      }
    }
    for (let b = a + 1; b < size; b += 1) {
      const distance = Math.max(0, 2 - 2 * (dots[b] ?? 0));
      distances[a * size + b] = distance;
      distances[b * size + a] = distance;
    }
    if (a % rowsPerStep === rowsPerStep - 1) yield;
  }
  return distances;
}

/** Papers this near are the same text: no cut goes between them. */
const same = 1e-4;

/** Undoes the highest merges until `groups` groups are left, or fewer where papers are alike. */
function cut(merges: readonly Merge[], size: number, groups: number): Int32Array {
  const parent = Int32Array.from({ length: size }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[at] = root;
    return root;
  };
  for (const [at, { left, right, height }] of merges.toSorted((a, b) => a.height - b.height).entries()) {
    if (at < size - groups || height < same) parent[rootOf(right)] = rootOf(left);
  }
  const numbers = new Map<number, number>();
  return parent.map((_, at) => {
    const root = rootOf(at);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}

import type { Vectors } from './vectors.ts';
import { moveAmongNeighbours } from './amongNeighbours.ts';

const rowsPerStep = 16;

/**
 * Hierarchical clustering by Ward's criterion of the papers `sample` (indexes into `vectors`), cut at `groups` groups:
 * gives the group of each, numbered by first appearance. Nearest-neighbour chain (F. Murtagh, "A survey of recent
 * advances in hierarchical clustering algorithms", 1983) with the Lance-Williams update: quadratic in time and memory,
 * so for 800 papers at most (2.6 MB). Deterministic: ties go to the lower index.
 */
export function* wardGroups(vectors: Vectors, sample: Uint32Array, groups: number): Generator<void, Int32Array, void> {
  const distances = yield* squaredDistances(vectors, sample);
  // Two halves are told apart well enough.
  if (groups > 2) yield* moveAmongNeighbours(distances, sample.length);
  const merges = yield* mergeAll(distances, sample.length);
  return cut(merges, sample.length, groups);
}

interface Merge {
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

function* squaredDistances(vectors: Vectors, sample: Uint32Array): Generator<void, Float32Array, void> {
  const { starts, terms, values } = vectors;
  const size = sample.length;
  const distances = new Float32Array(size * size);
  const row = new Float32Array(vectors.size);
  for (let a = 0; a < size; a += 1) {
    const first = starts[sample[a] ?? 0] ?? 0;
    const last = starts[(sample[a] ?? 0) + 1] ?? 0;
    for (let at = first; at < last; at += 1) row[terms[at] ?? 0] = values[at] ?? 0;
    for (let b = a + 1; b < size; b += 1) {
      const paper = sample[b] ?? 0;
      let dot = 0;
      for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at += 1)
        dot += (row[terms[at] ?? 0] ?? 0) * (values[at] ?? 0);
      const distance = Math.max(0, 2 - 2 * dot);
      distances[a * size + b] = distance;
      distances[b * size + a] = distance;
    }
    for (let at = first; at < last; at += 1) row[terms[at] ?? 0] = 0;
    if (a % rowsPerStep === rowsPerStep - 1) yield;
  }
  return distances;
}

/** All merges; the left group lives on under its number. */
function* mergeAll(distances: Float32Array, size: number): Generator<void, Merge[], void> {
  const weights = new Float32Array(size).fill(1);
  const merges: Merge[] = [];
  const chain: number[] = [];
  while (merges.length < size - 1) {
    if (chain.length === 0) chain.push(weights.findIndex((weight) => weight > 0));
    const tip = chain.at(-1) ?? 0;
    const before = chain.at(-2) ?? -1;
    const next = nearest(distances, weights, { tip, before });
    if (next !== before) {
      chain.push(next);
      continue;
    }
    chain.length -= 2;
    const [left, right] = tip < before ? [tip, before] : [before, tip];
    merges.push({ left, right, height: distances[left * size + right] ?? 0 });
    join(distances, weights, { left, right });
    if (merges.length % 32 === 0) yield;
  }
  return merges;
}

/** The nearest living group of the chain's tip; the one before it in the chain wins ties, so that the chain ends. */
function nearest(
  distances: Float32Array,
  weights: Float32Array,
  { tip, before }: { readonly tip: number; readonly before: number },
): number {
  const size = weights.length;
  let best = before;
  let least = before < 0 ? Infinity : (distances[tip * size + before] ?? 0);
  for (let other = 0; other < size; other += 1) {
    if (other === tip || weights[other] === 0) continue;
    const distance = distances[tip * size + other] ?? 0;
    if (distance < least) {
      least = distance;
      best = other;
    }
  }
  return best;
}

function join(
  distances: Float32Array,
  weights: Float32Array,
  { left, right }: { readonly left: number; readonly right: number },
): void {
  const size = weights.length;
  const ofLeft = weights[left] ?? 0;
  const ofRight = weights[right] ?? 0;
  const between = distances[left * size + right] ?? 0;
  for (let other = 0; other < size; other += 1) {
    const weight = weights[other] ?? 0;
    if (weight === 0 || other === left || other === right) continue;
    const toLeft = distances[left * size + other] ?? 0;
    const toRight = distances[right * size + other] ?? 0;
    const joined =
      ((ofLeft + weight) * toLeft + (ofRight + weight) * toRight - weight * between) / (ofLeft + ofRight + weight);
    distances[left * size + other] = joined;
    distances[other * size + left] = joined;
  }
  weights[left] = ofLeft + ofRight;
  weights[right] = 0;
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

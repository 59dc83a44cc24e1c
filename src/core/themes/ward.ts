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

/** By the words that papers share: most pairs share few of them. */
function* squaredDistances(vectors: Vectors, sample: Uint32Array): Generator<void, Float32Array, void> {
  const { starts, terms, values } = vectors;
  const size = sample.length;
  const { from, papers, weights } = postingsOf(vectors, sample);
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
      const end = from[vectors.size + 1 + term] ?? 0;
      for (let posting = first; posting < end; posting += 1) {
        const other = papers[posting] ?? 0;
        dots[other] = (dots[other] ?? 0) + value * (weights[posting] ?? 0);
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

/** For each term the papers of a sample (their places in it, in order) that have it. */
interface Postings {
  /** Where those of a term begin; from `vectors.size + 1` on, where they end. */
  readonly from: Uint32Array;
  readonly papers: Uint32Array;
  readonly weights: Float32Array;
}

function postingsOf({ size, starts, terms, values }: Vectors, sample: Uint32Array): Postings {
  const counts = new Uint32Array(size + 1);
  for (const paper of sample) {
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at += 1)
      counts[terms[at] ?? 0] = (counts[terms[at] ?? 0] ?? 0) + 1;
  }
  const from = new Uint32Array(2 * (size + 1));
  let end = 0;
  for (let term = 0; term < size; term += 1) {
    from[term] = end;
    from[size + 1 + term] = end;
    end += counts[term] ?? 0;
  }
  const papers = new Uint32Array(end);
  const weights = new Float32Array(end);
  for (const [place, paper] of sample.entries()) {
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at += 1) {
      const cell = size + 1 + (terms[at] ?? 0);
      const posting = from[cell] ?? 0;
      papers[posting] = place;
      weights[posting] = values[at] ?? 0;
      from[cell] = posting + 1;
    }
  }
  return { from, papers, weights };
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

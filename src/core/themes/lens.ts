import type { Vector, Vectors } from './vectors.ts';
import { rarityAmong } from './vocabulary.ts';

/** How papers of one theme look to each other: words that all of them have count little. */
export interface Lens {
  /** Numbers of the words within the theme by their numbers in the library. */
  readonly numbers: ReadonlyMap<number, number>;
  /** By what the weight of a word changes, by its number within the theme. */
  readonly factors: Float32Array;
}

/** What terms count in the library, and by their kind alone (`emphasisOf`); by their numbers. */
export interface TermWeights {
  readonly weights: Float32Array;
  readonly emphasis: Float32Array;
}

/** The lens of the papers `members`, and their vectors through it, in the order of `members`. */
export function lensOf(
  vectors: Vectors,
  members: Uint32Array,
  { weights, emphasis }: TermWeights,
): { readonly lens: Lens; readonly seen: Vectors } {
  const papersWith = new Map<number, number>();
  let pairs = 0;
  for (const paper of members) {
    for (let at = vectors.starts[paper] ?? 0; at < (vectors.starts[paper + 1] ?? 0); at += 1) {
      const term = vectors.terms[at] ?? 0;
      papersWith.set(term, (papersWith.get(term) ?? 0) + 1);
      pairs += 1;
    }
  }
  const numbers = new Map<number, number>();
  const factors: number[] = [];
  for (const [term, count] of papersWith) {
    const weight = weights[term] ?? 0;
    if (count < 2 || weight === 0) continue;
    numbers.set(term, numbers.size);
    factors.push((rarityAmong(count, members.length) * (emphasis[term] ?? 1)) / weight);
  }
  const lens = { numbers, factors: Float32Array.from(factors) };
  return { lens, seen: seenThrough(lens, vectors, { members, pairs }) };
}

function seenThrough(
  { numbers, factors }: Lens,
  vectors: Vectors,
  { members, pairs }: { readonly members: Uint32Array; readonly pairs: number },
): Vectors {
  const starts = new Uint32Array(members.length + 1);
  const terms = new Uint32Array(pairs);
  const values = new Float32Array(pairs);
  let end = 0;
  for (const [row, paper] of members.entries()) {
    const start = end;
    let squares = 0;
    for (let at = vectors.starts[paper] ?? 0; at < (vectors.starts[paper + 1] ?? 0); at += 1) {
      const term = numbers.get(vectors.terms[at] ?? 0);
      if (term === undefined) continue;
      const value = (vectors.values[at] ?? 0) * (factors[term] ?? 0);
      terms[end] = term;
      values[end] = value;
      squares += value * value;
      end += 1;
    }
    const length = Math.sqrt(squares);
    for (let at = start; at < end; at += 1) values[at] = length > 0 ? (values[at] ?? 0) / length : 0;
    starts[row + 1] = end;
  }
  const known = new Float32Array(members.length).fill(1);
  return { count: members.length, size: numbers.size, starts, terms: terms.subarray(0, end), values, known };
}

/** One paper's vector through a lens that was made without it. */
export function throughLens({ numbers, factors }: Lens, { terms, values, known }: Vector): Vector {
  const kept: number[] = [];
  const changed: number[] = [];
  for (const [at, term] of terms.entries()) {
    const number = numbers.get(term);
    if (number === undefined) continue;
    kept.push(number);
    changed.push((values[at] ?? 0) * (factors[number] ?? 0));
  }
  const length = Math.sqrt(changed.reduce((sum, value) => sum + value * value, 0));
  return { terms: kept, values: length > 0 ? changed.map((value) => value / length) : changed, known };
}

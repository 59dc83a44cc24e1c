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
  const { words, papersWith, pairs } = wordsOf(vectors, members);
  const numbers = new Map<number, number>();
  const factors: number[] = [];
  // A map would be asked for every word of every paper.
  const numberOf = new Int32Array(vectors.size).fill(-1);
  for (const word of words) {
    const weight = weights[word] ?? 0;
    const count = papersWith[word] ?? 0;
    if (count < 2 || weight === 0) continue;
    numberOf[word] = numbers.size;
    numbers.set(word, numbers.size);
    factors.push((rarityAmong(count, members.length) * (emphasis[word] ?? 1)) / weight);
  }
  const lens = { numbers, factors: Float32Array.from(factors) };
  return { lens, seen: seenThrough({ numberOf, factors: lens.factors }, vectors, { members, pairs }) };
}

interface Words {
  /** In the order in which the papers have them. */
  readonly words: readonly number[];
  readonly papersWith: Uint32Array;
  /** Of a paper and a word. */
  readonly pairs: number;
}

function wordsOf({ size, starts, terms }: Vectors, members: Uint32Array): Words {
  const words: number[] = [];
  const papersWith = new Uint32Array(size);
  let pairs = 0;
  for (const paper of members) {
    const end = starts[paper + 1] ?? 0;
    for (let at = starts[paper] ?? 0; at < end; at += 1) {
      const word = terms[at] ?? 0;
      const before = papersWith[word] ?? 0;
      if (before === 0) words.push(word);
      papersWith[word] = before + 1;
      pairs += 1;
    }
  }
  return { words, papersWith, pairs };
}

function seenThrough(
  { numberOf, factors }: { readonly numberOf: Int32Array; readonly factors: Float32Array },
  vectors: Vectors,
  { members, pairs }: { readonly members: Uint32Array; readonly pairs: number },
): Vectors {
  const starts = new Uint32Array(members.length + 1);
  const terms = new Uint32Array(pairs);
  const values = new Float32Array(pairs);
  let end = 0;
  for (let row = 0; row < members.length; row += 1) {
    const paper = members[row] ?? 0;
    const start = end;
    const last = vectors.starts[paper + 1] ?? 0;
    let squares = 0;
    for (let at = vectors.starts[paper] ?? 0; at < last; at += 1) {
      const term = numberOf[vectors.terms[at] ?? 0] ?? -1;
      if (term < 0) continue;
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
  return { count: members.length, size: factors.length, starts, terms: terms.subarray(0, end), values, known };
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

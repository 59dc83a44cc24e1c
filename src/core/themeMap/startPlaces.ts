import type { Vectors } from '../themes/vectors.ts';
import { RandomNumbers } from './randomNumbers.ts';

const rounds = 12;
const beside = 0.02;

/**
 * First places of papers, x and y by turns: their two principal directions (power iteration on the centred vectors),
 * each of unit spread, and a little beside, so that papers with the same words do not start at the same place.
 */
export function* startPlaces(vectors: Vectors): Generator<void, Float32Array, void> {
  const { count, size } = vectors;
  const mean = meanOf(vectors);
  const random = new RandomNumbers(7);
  const places = new Float32Array(count * 2);
  const first = new Float64Array(count);
  for (const axis of [0, 1]) {
    let along: Float64Array = Float64Array.from({ length: size }, () => random.next() - 0.5);
    let scores: Float64Array = new Float64Array(count);
    for (let round = 0; round < rounds; round += 1) {
      scores = scoresAlong(vectors, along, mean);
      if (axis === 1) takeOut(scores, first);
      along = directionOf(vectors, scores, mean);
      yield;
    }
    if (axis === 0) first.set(scores);
    const spread = Math.sqrt(scores.reduce((sum, score) => sum + score * score, 0) / Math.max(1, count));
    for (const [paper, score] of scores.entries())
      places[paper * 2 + axis] = (spread > 0 ? score / spread : 0) + (random.next() - 0.5) * beside;
  }
  return places;
}

function meanOf({ count, size, terms, values }: Vectors): Float64Array {
  const mean = new Float64Array(size);
  for (const [at, term] of terms.entries()) mean[term] = (mean[term] ?? 0) + (values[at] ?? 0) / Math.max(1, count);
  return mean;
}

function scoresAlong({ count, starts, terms, values }: Vectors, along: Float64Array, mean: Float64Array): Float64Array {
  const middle = along.reduce((sum, value, term) => sum + value * (mean[term] ?? 0), 0);
  const scores = new Float64Array(count);
  for (let paper = 0; paper < count; paper += 1) {
    let score = -middle;
    for (let pair = starts[paper] ?? 0; pair < (starts[paper + 1] ?? 0); pair += 1)
      score += (values[pair] ?? 0) * (along[terms[pair] ?? 0] ?? 0);
    scores[paper] = score;
  }
  return scores;
}

function directionOf(
  { count, size, starts, terms, values }: Vectors,
  scores: Float64Array,
  mean: Float64Array,
): Float64Array {
  const along = new Float64Array(size);
  let total = 0;
  for (let paper = 0; paper < count; paper += 1) {
    const score = scores[paper] ?? 0;
    total += score;
    for (let pair = starts[paper] ?? 0; pair < (starts[paper + 1] ?? 0); pair += 1) {
      const term = terms[pair] ?? 0;
      along[term] = (along[term] ?? 0) + score * (values[pair] ?? 0);
    }
  }
  let squares = 0;
  for (let term = 0; term < size; term += 1) {
    const value = (along[term] ?? 0) - total * (mean[term] ?? 0);
    along[term] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  return length > 0 ? along.map((value) => value / length) : along;
}

/** Leaves of `scores` what is not in `first`. */
function takeOut(scores: Float64Array, first: Float64Array): void {
  let common = 0;
  let squares = 0;
  for (const [at, value] of first.entries()) {
    common += value * (scores[at] ?? 0);
    squares += value * value;
  }
  if (squares === 0) return;
  for (const [at, value] of first.entries()) scores[at] = (scores[at] ?? 0) - (common / squares) * value;
}

import { describe, expect, test } from 'vitest';
import { moveAmongNeighbours } from '../../../../src/core/themes/amongNeighbours.ts';
import { seeded } from '../../../support/seeded.ts';

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

function unit(vector: readonly number[]): number[] {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => value / length);
}

/** Directions without negative parts, as those of texts. */
function randomVectors(count: number, dimensions: number): number[][] {
  const random = seeded(7);
  return Array.from({ length: count }, () => unit(Array.from({ length: dimensions }, () => random() ** 3)));
}

function distancesOf(vectors: readonly (readonly number[])[]): Float32Array {
  return Float32Array.from(vectors.flatMap((a) => vectors.map((b) => Math.max(0, 2 - 2 * dot(a, b)))));
}

/** The same with the vectors themselves. */
function movedPlainly(vectors: readonly number[][], count: number): number[][] {
  return vectors.map((vector, own) => {
    const near = vectors
      .map((other, at) => ({ other, at, cosine: dot(vector, other) }))
      .filter(({ at }) => at !== own)
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, count);
    const mean = unit(
      vector.map((_, at) => near.reduce((sum, { other, cosine }) => sum + cosine * (other[at] ?? 0), 0)),
    );
    return unit(vector.map((value, at) => 0.2 * value + 0.8 * (mean[at] ?? 0)));
  });
}

function work(distances: Float32Array, size: number): void {
  const steps = moveAmongNeighbours(distances, size);
  while (steps.next().done !== true);
}

describe('moveAmongNeighbours', () => {
  test('gives the distances between papers that moved towards the fifteenth part nearest to them', () => {
    const vectors = randomVectors(210, 12);
    const distances = distancesOf(vectors);
    work(distances, vectors.length);
    const expected = distancesOf(movedPlainly(vectors, 14));
    const worst = distances.reduce((most, distance, at) => Math.max(most, Math.abs(distance - (expected[at] ?? 0))), 0);
    expect(worst).toBeLessThan(1e-4);
    // Exactly: a chain of nearest neighbours would go round for ever.
    const mirrored = distances.map((_, at) => distances[(at % 210) * 210 + Math.trunc(at / 210)] ?? 0);
    expect(mirrored).toEqual(distances);
    // The test would not see a sample that stayed.
    expect(Math.abs((distances[1] ?? 0) - (distancesOf(vectors)[1] ?? 0))).toBeGreaterThan(0.1);
  });

  test('leaves a small sample as it is', () => {
    const vectors = randomVectors(60, 12);
    const distances = distancesOf(vectors);
    work(distances, vectors.length);
    expect(distances).toEqual(distancesOf(vectors));
  });

  test('papers that share no word with any other stay numbers', () => {
    const vectors = Array.from({ length: 205 }, (_, at) =>
      Array.from({ length: 205 }, (__, own) => (own === at ? 1 : 0)),
    );
    const distances = distancesOf(vectors);
    work(distances, vectors.length);
    expect([...new Set(distances)]).toEqual([0, 2]);
  });
});

import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { finished } from '../../../../src/core/finished.ts';
import { mergeAll } from '../../../../src/core/themes/mergeAll.ts';

function mergesOf(rows: readonly (readonly number[])[]): (readonly [number, number])[] {
  return finished(mergeAll(Float32Array.from(rows.flat()), rows.length)).map(({ left, right }) => [left, right]);
}

describe('merging', () => {
  test('joins the nearest first, with the heights of Ward', () => {
    const rows = [
      [0, 1, 9],
      [1, 0, 4],
      [9, 4, 0],
    ];
    expect(finished(mergeAll(Float32Array.from(rows.flat()), 3))).toEqual([
      { left: 0, right: 1, height: 1 },
      // (2 * 9 + 2 * 4 - 1) / 3
      { left: 0, right: 2, height: Math.fround(25 / 3) },
    ]);
  });

  test('ends where each is nearest to the next one round a circle', () => {
    const circle = [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
    ];
    expect(mergesOf(circle)).toEqual([
      [1, 2],
      [0, 1],
    ]);
  });

  test.each([Number.NaN, Infinity, -Infinity])('ends where all distances are %d', (distance) => {
    const rows = Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => distance));
    expect(mergesOf(rows)).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
  });

  test('of any numbers everything becomes one group', () => {
    const anything = fc.oneof(fc.float(), fc.constantFrom(0, 1, 2, Number.NaN, Infinity, -Infinity));
    const matrix = fc
      .integer({ min: 0, max: 8 })
      .chain((size) => fc.tuple(fc.constant(size), fc.array(anything, { minLength: size ** 2, maxLength: size ** 2 })));
    fc.assert(
      fc.property(matrix, ([size, distances]) => {
        const merges = finished(mergeAll(Float32Array.from(distances), size));
        // Each but the first goes into a lower one, once.
        expect(merges.map(({ right }) => right).toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: Math.max(0, size - 1) }, (_, at) => at + 1),
        );
        expect(merges.every(({ left, right }) => left < right)).toBe(true);
      }),
    );
  });
});

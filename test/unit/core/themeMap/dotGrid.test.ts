import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf, DotGrid } from '../../../../src/core/themeMap/dotGrid.ts';

const coordinate = fc.float({ min: -50, max: 50, noNaN: true });
const dots = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 });

test('finds the same dots as a look at all of them', () => {
  fc.assert(
    fc.property(dots, coordinate, coordinate, fc.float({ min: 0, max: 40, noNaN: true }), (list, x, y, radius) => {
      const places = Float32Array.from(list.flat());
      const grid = new DotGrid(places, 3);
      const found: number[] = [];
      grid.near(x, y, radius, (dot) => found.push(dot));
      const distances = list.map((_, dot) => Math.hypot((places[dot * 2] ?? 0) - x, (places[dot * 2 + 1] ?? 0) - y));
      const expected = [...distances.keys()].filter((dot) => (distances[dot] ?? Infinity) <= radius);
      expect(found.toSorted((a, b) => a - b)).toEqual(expected);
      const least = Math.min(...expected.map((dot) => distances[dot] ?? Infinity));
      expect(grid.nearest(x, y, radius)).toBe(expected.find((dot) => distances[dot] === least));
    }),
  );
});

test('one far dot does not make millions of cells', () => {
  const places = Float32Array.from([0, 0, 1e9, 1e9, 0.5, 0.5]);
  expect(new DotGrid(places, 1).nearest(0.4, 0.4, 1)).toBe(2);
});

test('the bounds hold all dots', () => {
  expect(boundsOf(new Float32Array())).toEqual({ left: 0, top: 0, width: 0, height: 0 });
  expect(boundsOf(Float32Array.from([3, -2, -1, 6]))).toEqual({ left: -1, top: -2, width: 4, height: 8 });
});

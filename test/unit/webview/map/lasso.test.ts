import { expect, test } from 'vitest';
import { dotsInside } from '../../../../src/webview/map/lasso.ts';

const dots = Float32Array.from([1, 1, 5, 5, 9, 1, 3, 3]);

test('takes the dots inside', () => {
  expect(dotsInside(dots, [0, 0, 4, 0, 4, 4, 0, 4])).toEqual([0, 3]);
  expect(dotsInside(dots, [0, 4, 4, 4, 4, 0, 0, 0])).toEqual([0, 3]);
});

test('an arm around a dot leaves it out', () => {
  // A "U": the dot at 5, 5 stands between its arms.
  expect(dotsInside(dots, [0, 0, 10, 0, 10, 8, 6, 8, 6, 4, 4, 4, 4, 8, 0, 8])).toEqual([0, 2, 3]);
});

test('a line that goes around nothing takes nothing', () => {
  expect(dotsInside(dots, [])).toEqual([]);
  expect(dotsInside(dots, [0, 0, 9, 9])).toEqual([]);
  expect(dotsInside(dots, [0, 0, 9, 9, 0, 0])).toEqual([]);
});

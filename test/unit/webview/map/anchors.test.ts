import { expect, test } from 'vitest';
import type { ThemeMap } from '../../../../src/core/themeMap/themeMap.ts';
import { anchorsIn, partsOf } from '../../../../src/webview/map/anchors.ts';

const theme = (id: string, isRest = false): ThemeMap['themes'][number] => ({ id, label: id, count: 0, isRest });
const map: ThemeMap = {
  keys: ['a', 'b', 'c', 'd', 'e', 'f'],
  // Two of the first theme stand together, one is far; the rest have a place each.
  places: Float32Array.from([10, 10, 11, 10, 90, 90, 50, 50, 95, 5, 5, 95]),
  themeOf: Uint32Array.from([0, 0, 0, 1, 2, 2]),
  themes: [theme('otters'), theme('bread'), theme('other', true)],
  parts: [{ id: 'asleep', label: 'Asleep', theme: 0 }],
  partOf: Uint32Array.from([1, 1, 0, 1, 1, 1]),
};
const whole = { left: 0, top: 0, right: 100, bottom: 100 };

test('a name stands where most of its papers are; the rest has none', () => {
  expect(anchorsIn(map, whole)).toEqual([
    { theme: 0, x: 10.5, y: 10, count: 3 },
    { theme: 1, x: 50, y: 50, count: 1 },
  ]);
});

test('only what is seen counts', () => {
  expect(anchorsIn(map, { left: 40, top: 40, right: 100, bottom: 100 })).toEqual([
    { theme: 0, x: 90, y: 90, count: 1 },
    { theme: 1, x: 50, y: 50, count: 1 },
  ]);
});

test('parts of themes stand where their papers are', () => {
  expect(anchorsIn(partsOf(map), whole)).toEqual([{ theme: 0, x: 90, y: 90, count: 1 }]);
});

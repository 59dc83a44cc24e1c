import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from '../../../../src/webview/map/placeLabels.ts';

const size = { width: 400, height: 300 };
const wish = fc.record({
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.integer({ min: 0, max: 300 }),
  width: fc.integer({ min: 10, max: 200 }),
  height: fc.integer({ min: 10, max: 40 }),
});

test('no name covers another, none sticks out', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 30 }), fc.array(wish, { maxLength: 10 }), (wishes, spare) => {
      const placed = placeLabels(wishes, size, spare).flatMap((place, at) => {
        const own = wishes[at];
        return place === undefined || own === undefined
          ? []
          : [{ x: place[0], y: place[1], w: own.width, h: own.height }];
      });
      for (const [at, a] of placed.entries()) {
        expect(a.x - a.w / 2 >= 0 && a.x + a.w / 2 <= 400 && a.y - a.h / 2 >= 0 && a.y + a.h / 2 <= 300).toBe(true);
        for (const b of placed.slice(at + 1))
          expect(Math.abs(a.x - b.x) * 2 >= a.w + b.w || Math.abs(a.y - b.y) * 2 >= a.h + b.h).toBe(true);
      }
    }),
  );
});

test('the stronger stays, the weaker moves, and goes where there is no room', () => {
  const one = { x: 200, y: 150, width: 100, height: 20 };
  const [first, second] = placeLabels([one, one], size);
  expect(first).toEqual([200, 150]);
  expect(second).toEqual([200, 126]);
  const tight = { width: 120, height: 30 };
  expect(placeLabels([one, one], tight)).toEqual([[66, 24 - 8], undefined]);
  expect(placeLabels([{ ...one, width: 500 }], size)).toEqual([undefined]);
});

test('dots are spared where a name has another place', () => {
  const one = { x: 200, y: 150, width: 100, height: 20 };
  const dot = { x: 200, y: 150, width: 10, height: 10 };
  expect(placeLabels([one], size, [dot])).toEqual([[140, 150]]);
  const row = { x: 200, y: 150, width: 300, height: 10 };
  expect(placeLabels([one], size, [row])).toEqual([[200, 126]]);
  const everywhere = { x: 200, y: 150, width: 400, height: 300 };
  expect(placeLabels([one], size, [everywhere])).toEqual([[200, 150]]);
});

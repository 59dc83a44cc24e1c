import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { between, dotRadius, fitted, moved, toScreen, toWorld, zoomed } from '../../../../src/webview/map/camera.ts';

const size = { width: 800, height: 600 };
const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const camera = fc.record({ x: number(-500, 500), y: number(-500, 500), scale: number(0.05, 500) });
const point = fc.tuple(number(0, 800), number(0, 600));

describe('the camera', () => {
  test('a pixel and its place belong to each other', () => {
    fc.assert(
      fc.property(camera, point, (at, [x, y]) => {
        const [sx, sy] = toScreen(at, size, ...toWorld(at, size, [x, y]));
        expect(sx).toBeCloseTo(x, 4);
        expect(sy).toBeCloseTo(y, 4);
      }),
    );
  });

  test('zooming keeps what is under the pointer there', () => {
    fc.assert(
      fc.property(camera, point, number(0.2, 5), (at, where, factor) => {
        const before = toWorld(at, size, where);
        const after = toWorld(zoomed(at, size, where, factor), size, where);
        expect(after[0]).toBeCloseTo(before[0], 4);
        expect(after[1]).toBeCloseTo(before[1], 4);
      }),
    );
  });

  test('all of the map fits, with room for names', () => {
    const bounds = { left: -10, top: 20, width: 400, height: 30 };
    const at = fitted(bounds, size);
    const [left] = toScreen(at, size, -10, 20);
    const [right, bottom] = toScreen(at, size, 390, 50);
    expect([left, right]).toEqual([48, 752]);
    expect(bottom).toBeLessThan(552);
    expect(fitted({ left: 3, top: 4, width: 0, height: 0 }, size)).toEqual({ x: 3, y: 4, scale: 90 });
  });

  test('moves by pixels, and flies evenly', () => {
    const at = { x: 10, y: 10, scale: 2 };
    expect(moved(at, 20, -10)).toEqual({ x: 0, y: 15, scale: 2 });
    expect(between(at, { x: 20, y: 0, scale: 8 }, 0.5)).toEqual({ x: 15, y: 5, scale: 4 });
    expect(between(at, { x: 20, y: 0, scale: 8 }, 1)).toEqual({ x: 20, y: 0, scale: 8 });
  });

  test('dots can always be seen and pointed at', () => {
    expect([0.02, 2, 10, 600].map((scale) => dotRadius({ x: 0, y: 0, scale }))).toEqual([1.5, 1.5, 4.2, 7.5]);
  });
});

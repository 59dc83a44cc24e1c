import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PaperTrail } from '../../../../src/core/reading/paperTrail.ts';

function trailOf(...keys: readonly string[]): PaperTrail {
  const trail = new PaperTrail();
  for (const key of keys) trail.visit(key);
  return trail;
}

test('back and forward as in a browser: a new paper forgets what was ahead', () => {
  const trail = trailOf('a', 'b', 'b', 'c');
  expect([trail.back, trail.forward]).toEqual(['b', undefined]);
  trail.step('back');
  expect([trail.back, trail.forward]).toEqual(['a', 'c']);
  trail.step('back');
  trail.step('back');
  expect([trail.back, trail.forward]).toEqual([undefined, 'b']);
  trail.step('forward');
  trail.visit('d');
  expect(trail.state).toEqual({ keys: ['a', 'b', 'd'], at: 2 });
});

test('another key of the paper shown takes its place, a paper that is gone leaves', () => {
  const trail = trailOf('a', 'b', 'a', 'c');
  trail.step('back');
  trail.rename('x');
  expect(trail.state).toEqual({ keys: ['a', 'b', 'x', 'c'], at: 2 });
  trail.drop('a');
  expect(trail.state).toEqual({ keys: ['b', 'x', 'c'], at: 1 });
  trail.drop('c');
  trail.drop('b');
  trail.drop('x');
  expect(trail.state).toEqual({ keys: [], at: 0 });
});

test('a stored trail goes on where it was; at most a hundred steps are kept', () => {
  const trail = trailOf('a', 'b', 'c');
  trail.step('back');
  expect(new PaperTrail(structuredClone(trail.state)).state).toEqual({ keys: ['a', 'b', 'c'], at: 1 });
  const long = trailOf(...Array.from({ length: 150 }, (_, at) => `k${String(at)}`));
  expect([long.state.keys.length, long.state.keys[0], long.state.at]).toEqual([100, 'k50', 99]);
});

test.each([
  undefined,
  null,
  'a',
  { keys: ['a'], at: 1 },
  { keys: ['a'], at: -1 },
  { keys: ['a'], at: 0.5 },
  { keys: [1], at: 0 },
  { keys: 'a', at: 0 },
])('%j is no trail', (stored) => {
  expect(new PaperTrail(stored).state).toEqual({ keys: [], at: 0 });
});

test('whatever happens, the place is on the trail', () => {
  const key = fc.constantFrom('a', 'b', 'c', 'd');
  const doing = fc.oneof(
    key.map((one) => ['visit', one] as const),
    key.map((one) => ['drop', one] as const),
    key.map((one) => ['rename', one] as const),
    fc.constantFrom('back', 'forward').map((to) => ['step', to] as const),
  );
  fc.assert(
    fc.property(fc.array(doing, { maxLength: 40 }), (doings) => {
      const trail = new PaperTrail();
      for (const [name, value] of doings) {
        if (name === 'step') trail.step(value);
        else trail[name](value);
        const { keys, at } = trail.state;
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThan(Math.max(1, keys.length));
      }
    }),
  );
});

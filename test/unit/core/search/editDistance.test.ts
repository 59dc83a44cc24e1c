import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editsBetween } from '../../../../src/core/search/editDistance.ts';

/** Optimal string alignment as it is defined, without a bound. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const same = a.at(-1) === b.at(-1) ? 0 : 1;
  const [shortA, shortB] = [a.slice(0, -1), b.slice(0, -1)];
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return Math.min(
    plainDistance(shortA, b) + 1,
    plainDistance(a, shortB) + 1,
    plainDistance(shortA, shortB) + same,
    swapped ? plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity,
  );
}

test('words differ by as many edits as the definition says, or by more than the bound', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, max) => {
      const edits = plainDistance(a, b);
      expect(editsBetween(a, b, max)).toBe(edits <= max ? edits : undefined);
    }),
  );
});

test.each([
  ['kelp', 'kelp', 0, 0],
  ['kelp', 'klep', 1, 1],
  ['kelp', 'help', 0, undefined],
  ['', 'abc', 3, 3],
  ['', 'abc', 2, undefined],
  ['ab', 'ab', -1, undefined],
])('%s and %s within %d: %s', (a, b, max, edits) => {
  expect(editsBetween(a, b, max)).toBe(edits);
});

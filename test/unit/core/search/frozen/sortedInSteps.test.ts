import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { sortedInSteps } from '../../../../../src/core/search/frozen/sortedInSteps.ts';

function sorted(names: readonly string[]): { readonly all: readonly string[]; readonly steps: number } {
  const work = sortedInSteps(names, (name) => name);
  for (let steps = 0; ; steps += 1) {
    const step = work.next();
    if (step.done === true) return { all: step.value, steps };
  }
}

test('as one sorts at once, by UTF-16 units', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary' })), (names) => {
      expect(sorted(names).all).toEqual(names.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    }),
  );
});

test('many: in steps, whatever their number is', () => {
  for (const count of [3_999, 4_000, 4_001, 12_001, 40_000]) {
    const names = Array.from({ length: count }, (_, n) => String((n * 7_919) % 40_009));
    const { all, steps } = sorted(names);
    expect(all).toEqual(names.toSorted());
    expect(steps).toBeGreaterThanOrEqual(Math.ceil(count / 4_000));
  }
});

import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { Paper } from '../../../../src/core/paper.ts';
import type { LibraryDiff } from '../../../../src/core/library/libraryDiff.ts';
import { joinDiffs, noDiff } from '../../../../src/core/library/libraryDiff.ts';

type State = ReadonlyMap<string, number>;

function paperOf(key: string, year: number): Paper {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const sources: Paper['sources'] = [{ uri: 'file:///a', range }];
  return { key, title: key, year, aliases: [], abstract: '', authors: [], keywords: [], sources };
}

function between(before: State, after: State): LibraryDiff {
  const now = [...after].map(([key, year]) => paperOf(key, year));
  return {
    added: now.filter(({ key }) => !before.has(key)),
    changed: now.filter(({ key, year }) => before.has(key) && before.get(key) !== year),
    removed: [...before].filter(([key]) => !after.has(key)).map(([key, year]) => paperOf(key, year)),
  };
}

function named(papers: readonly Paper[]): readonly string[] {
  return papers.map(({ key, year }) => `${key} ${String(year)}`).sort();
}

/** Keys with years, in the order of keys; of papers that went only the keys: their last state is of no matter. */
function shown({ added, changed, removed }: LibraryDiff): unknown {
  return [named(added), named(changed), removed.map(({ key }) => key).sort()];
}

const state = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(1, 2)), { selector: ([key]) => key })
  .map((entries): State => new Map(entries));

test('two steps are one, but that what changes back counts as changed', () => {
  fc.assert(
    fc.property(state, state, state, (first, second, third) => {
      const joined = joinDiffs(between(first, second), between(second, third));
      const [added, changed, removed] = [joined.added, joined.changed, joined.removed];
      const direct = between(first, third);
      const back = changed.filter(({ key, year }) => first.get(key) === year);
      expect(shown({ added, changed: changed.filter((paper) => !back.includes(paper)), removed })).toEqual(
        shown(direct),
      );
      for (const { key, year } of back) expect(third.get(key)).toBe(year);
    }),
  );
});

test('nothing and something is that', () => {
  const diff = between(new Map([['a', 1]]), new Map([['b', 2]]));
  expect(joinDiffs(noDiff, diff)).toEqual(diff);
  expect(joinDiffs(diff, noDiff)).toEqual(diff);
});

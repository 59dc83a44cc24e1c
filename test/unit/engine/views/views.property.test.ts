import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../../src/core/paper.ts';
import type { Theme } from '../../../../src/core/themes/theme.ts';
import type { GroupBy, GroupView, SortBy } from '../../../../src/engine/paperEngine.ts';
import { paperOf } from '../../core/search/papers.ts';
import { allGroups, keysOf, viewsOver } from './support.ts';

const groupings: readonly GroupBy[] = ['theme', 'year', 'author', 'venue', 'source', 'state'];
const sorts: readonly SortBy[] = ['relevance', 'year', 'title', 'added', 'cited'];

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäß王'.split(''));
const name = fc.oneof(
  fc.constantFrom('Ada Stone', 'ADA STONE', 'A. Stone', 'Stone, Ada B.', 'et al.', '', ' ', 'Gemini Team', '王伟', '—'),
  fc.tuple(letter, letter, letter).map(([a, b, c]) => `${a.toUpperCase()}. ${b.toUpperCase()}${c}${a}`),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const venue = fc.oneof(
  fc.constantFrom('ACL', 'acl', 'Proc. of ACL 2024', '', '(', 'Conference on Sheep (CoSh)', 'CoSh', 'x'.repeat(1_000)),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const papers: fc.Arbitrary<readonly Paper[]> = fc
  .array(
    fc.record({
      title: fc.oneof(fc.constantFrom('', 'The A', 'Ä', 'a', 'B 2', 'B 10'), fc.string({ maxLength: 8 })),
      authors: fc.array(name, { maxLength: 14 }),
      year: fc.option(fc.integer({ min: -5, max: 2030 }), { nil: undefined }),
      venue: fc.option(venue, { nil: undefined }),
      uri: fc.constantFrom('file:///a', 'file:///b'),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ uri, ...fields }, at) => {
      const range = { start: { line: at, character: 0 }, end: { line: at + 1, character: 0 } };
      return paperOf({ ...fields, key: `k${String(at)}`, sources: [{ uri, range }] });
    }),
  );

/** Every paper in one theme, every third in another one too, and every second in a part of its own. */
function themesOf(all: readonly Paper[]): readonly Theme[] {
  const keys = all.map(({ key }) => key);
  const part = { id: 'first/1', label: 'Part', terms: [], keys: keys.filter((_, at) => at % 2 === 0) };
  return [
    { id: 'first', label: 'First', terms: [], keys: keys.toReversed(), parts: [part] },
    { id: 'second', label: 'Second', terms: [], keys: keys.filter((_, at) => at % 3 === 0) },
  ];
}

describe('every view of any library', () => {
  test('has every paper, counts what it gives, and knows where each paper stands', () => {
    fc.assert(
      fc.property(papers, fc.nat(), fc.boolean(), (all, seed, isFiltered) => {
        const keys = all.map(({ key }) => key);
        const found = keys.filter((_, at) => (at + seed) % 3 !== 0).toReversed();
        const views = viewsOver({
          papers: all,
          themes: themesOf(all),
          found: { x: found },
          states: Object.fromEntries(found.map((key, at) => [key, at % 2 === 0 ? 'read' : 'reading'])),
          cited: new Set(found.slice(0, 3)),
        });
        for (const by of groupings) {
          for (const sort of sorts) {
            const view = { by, sort, filter: isFiltered ? 'x' : undefined };
            checkView(view, isFiltered ? found : keys);
          }
        }
        function checkView(view: GroupView, expected: readonly string[]): void {
          const groups = allGroups(views, view);
          expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
          const seen = new Map(groups.map(({ id }) => [id, keysOf(views, view, id)]));
          expect(new Set([...seen.values()].flat())).toEqual(new Set(expected));
          for (const group of groups) {
            const rows = seen.get(group.id) ?? [];
            expect(rows).toHaveLength(group.own);
            expect(new Set(rows).size).toBe(group.own);
            const within = allGroups(views, view, group.id).map(({ id }) => seen.get(id) ?? []);
            expect(new Set([...rows, ...within.flat()]).size).toBe(group.count);
            const halves = [Math.trunc(group.own / 2), group.own];
            const parts = [
              { from: 0, to: halves[0] ?? 0 },
              { from: halves[0] ?? 0, to: halves[1] ?? 0 },
            ];
            expect(parts.flatMap((slice) => views.groupPapers(view, group.id, slice)).map(({ key }) => key)).toEqual(
              rows,
            );
          }
          for (const key of expected) {
            const place = views.placeOf(view, key);
            expect(seen.get(place?.path.at(-1) ?? '')?.[place?.index ?? -1]).toBe(key);
          }
          for (const key of keys) if (!expected.includes(key)) expect(views.placeOf(view, key)).toBeUndefined();
          expect(views.count(view)).toBe(expected.length);
        }
      }),
      { numRuns: 40 },
    );
  });
});

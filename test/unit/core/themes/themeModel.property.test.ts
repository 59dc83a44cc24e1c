import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Paper } from '../../../../src/core/paper.ts';
import { createThemeModel } from '../../../../src/core/themes/themeModel.ts';
import { themePaper, updateThemes } from '../../../support/themeCorpus.ts';
import { papersOfKinds, topicPapers } from './topicPapers.ts';

const pool = topicPapers(60);
const odd = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.lorem({ maxCount: 8 }), fc.constant('__proto__'));
const oddPaper = fc
  .tuple(fc.string({ maxLength: 4 }), odd, odd)
  .map(([key, title, abstract]) => themePaper(key, title, abstract));
const oddPapers = fc.uniqueArray(oddPaper, { maxLength: 25, selector: ({ key }) => key });

function sorted(texts: readonly string[]): string[] {
  return texts.toSorted((a, b) => (a < b ? -1 : 1));
}

test('any texts: every paper in one theme, labels and ids unique, no theme empty, whatever the order', () => {
  fc.assert(
    fc.property(oddPapers, (papers) => {
      const model = createThemeModel();
      updateThemes(model, [], { add: papers });
      const themes = model.themes();
      expect(sorted(themes.flatMap(({ keys }) => keys))).toEqual(sorted(papers.map(({ key }) => key)));
      expect(new Set(themes.map(({ label }) => label.toLowerCase())).size).toBe(themes.length);
      expect(new Set(themes.map(({ id }) => id)).size).toBe(themes.length);
      for (const { label, keys } of themes) expect([label.trim().length > 0, keys.length > 0]).toEqual([true, true]);
      expect(themes.slice(0, -1).map(({ id }) => id)).not.toContain('other');
      const backwards = createThemeModel();
      updateThemes(backwards, [], { add: papers.toReversed() });
      expect(backwards.themes()).toEqual(themes);
    }),
    { numRuns: 60 },
  );
});

test('any sequence of edits: the model holds exactly the papers of the library, one theme each', () => {
  const step = fc.record({
    add: fc.subarray([...pool], { maxLength: 20 }),
    remove: fc.subarray(
      pool.map(({ key }) => key),
      { maxLength: 15 },
    ),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
      const model = createThemeModel();
      let papers: readonly Paper[] = [];
      for (const { add, remove } of steps) {
        papers = updateThemes(model, papers, { add, remove });
        const listed = model.themes().flatMap(({ id, keys }) => keys.map((key) => `${key} ${id}`));
        expect(sorted(listed)).toEqual(sorted(papers.map(({ key }) => `${key} ${model.themesOf(key).join()}`)));
      }
    }),
    { numRuns: 30 },
  );
});

/** Enough papers for themes that have parts. */
const many = papersOfKinds(1800);

test('large themes have three to eight parts with labels and ids of their own, whatever the order', () => {
  const model = createThemeModel();
  updateThemes(model, [], { add: many });
  const themes = model.themes();
  const large = themes.filter(({ id, keys }) => keys.length > 80 && id !== 'other');
  expect(large.length).toBeGreaterThan(0);
  for (const { parts = [] } of large) expect(parts.length).toBeGreaterThanOrEqual(3);
  const ids = themes.flatMap(({ id, parts = [] }) => [id, ...parts.map((part) => part.id)]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { label, keys, parts = [] } of themes) {
    expect(parts.length).toBeLessThanOrEqual(8);
    expect(new Set(parts.map((part) => part.label.toLowerCase())).size).toBe(parts.length);
    expect(parts.map((part) => part.label)).not.toContain(label);
    const inParts = parts.flatMap((part) => part.keys);
    expect(new Set(inParts).size).toBe(inParts.length);
    expect(inParts.every((key) => keys.includes(key))).toBe(true);
  }
  const backwards = createThemeModel();
  updateThemes(backwards, [], { add: many.toReversed() });
  expect(backwards.themes()).toEqual(themes);
}, 20_000);

test('one paper more, less or edited changes the part of no other', () => {
  const papers = many;
  const model = createThemeModel();
  let now = updateThemes(model, [], { add: papers });
  const partsOf = (): readonly string[] =>
    model
      .themes()
      .flatMap(({ parts = [] }) => parts.flatMap(({ id, label, keys }) => keys.map((key) => `${key} ${id} ${label}`)))
      .filter((line) => !/^(?:key0000|key0001|new) /.test(line))
      .toSorted((a, b) => (a < b ? -1 : 1));
  const before = partsOf();
  expect(before.length).toBeGreaterThan(100);
  now = updateThemes(model, now, { add: [themePaper('new', 'Larvae of Coral Reefs', 'Bleaching of coral polyps.')] });
  now = updateThemes(model, now, { add: [themePaper('key0000', 'Sourdough', 'Yeast and flour in the dough.')] });
  updateThemes(model, now, { remove: ['key0001'] });
  expect(partsOf()).toEqual(before);
}, 20_000);

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Paper } from '../../../../src/core/paper.ts';
import { createThemeModel } from '../../../../src/core/themes/themeModel.ts';
import { themePaper, updateThemes } from '../../../support/themeCorpus.ts';
import { topicPapers } from './topicPapers.ts';

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

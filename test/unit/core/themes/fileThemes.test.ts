import { expect, test } from 'vitest';
import type { Paper } from '../../../../src/core/paper.ts';
import type { ThemeModel } from '../../../../src/core/themes/theme.ts';
import { createThemes } from '../../../../src/core/themes/fileThemes.ts';
import { createThemeModel } from '../../../../src/core/themes/themeModel.ts';
import { themePaper, updateThemes } from '../../../support/themeCorpus.ts';
import { topicPapers } from './topicPapers.ts';

function grouped(key: string, ...groups: string[]): Paper {
  return { ...themePaper(key, `On ${key}`, `We look at ${key}.`), groups };
}

function labelsAndKeys(model: ThemeModel): readonly (readonly [string, readonly string[]])[] {
  return model.themes().map(({ label, keys }) => [label, keys]);
}

test('groups of files are themes, the largest first; a paper may be in several', () => {
  const model = createThemes();
  updateThemes(model, [], {
    add: [grouped('a', 'Winds'), grouped('b', 'Maps', 'Winds'), grouped('c', ' maps ', 'Old')],
  });
  expect(labelsAndKeys(model)).toEqual([
    ['Winds', ['a', 'b']],
    ['Maps', ['b', 'c']],
    ['Old', ['c']],
  ]);
  expect(model.themesOf('b')).toEqual(['group:maps', 'group:winds']);
  expect(model.themes().map(({ id }) => id)).toEqual(['group:winds', 'group:maps', 'group:old']);
});

test('papers without a group are grouped as if they were alone', () => {
  const papers = topicPapers(40);
  const alone = createThemeModel();
  updateThemes(alone, [], { add: papers });
  const model = createThemes();
  updateThemes(model, [], { add: [grouped('zz1', 'Winds'), ...papers, grouped('zz2', 'Winds')] });
  expect(model.themes()[0]).toMatchObject({ label: 'Winds', keys: ['zz1', 'zz2'] });
  expect(model.themes().slice(1)).toEqual(alone.themes());
});

test('few papers without a group are the others, not all', () => {
  const model = createThemes();
  updateThemes(model, [], { add: [grouped('a', 'Winds'), themePaper('b', 'Bread'), themePaper('c', 'Bees')] });
  expect(model.themes().map(({ label }) => label)).toEqual(['Winds', 'Other']);
  expect(model.themes()[1]?.keys.toSorted()).toEqual(['b', 'c']);
});

test('a paper that gets a group, or loses it, moves alone', () => {
  const papers = topicPapers(40);
  const model = createThemes();
  let library = updateThemes(model, [], { add: papers });
  const [first] = papers;
  const key = first?.key ?? '';
  const others = (): readonly (readonly string[])[] => papers.slice(1).map((paper) => model.themesOf(paper.key));
  const before = others();
  const place = model.themesOf(key);
  library = updateThemes(model, library, { add: [{ ...grouped(key, 'Winds'), title: first?.title ?? '' }] });
  expect(model.themesOf(key)).toEqual(['group:winds']);
  expect(others()).toEqual(before);
  library = updateThemes(model, library, { add: first === undefined ? [] : [first] });
  expect(model.themesOf(key)).toEqual(place);
  expect(model.themes().some(({ label }) => label === 'Winds')).toBe(false);
  library = updateThemes(model, library, { add: [grouped('new', 'Winds')] });
  updateThemes(model, library, { remove: ['new'] });
  expect(model.themesOf('new')).toEqual([]);
  expect(others()).toEqual(before);
});

test('no two themes have the same label, and hostile names become plain ones', () => {
  const model = createThemes();
  const names = ['Other', 'all papers', '__proto__', 'a\u0000\u202Eb\nc', '', ' ', 'x'.repeat(500)];
  updateThemes(model, [], { add: [...names.map((name, at) => grouped(`k${at}`, name)), themePaper('b', 'Bread')] });
  const labels = model.themes().map(({ label }) => label.toLowerCase());
  expect(new Set(labels).size).toBe(labels.length);
  expect(model.themes().map(({ label }) => label)).toContain('a b c');
  expect(Math.max(...labels.map(({ length }) => length))).toBeLessThanOrEqual(80);
  expect(
    model
      .themes()
      .find(({ label }) => label === 'Other (More)')
      ?.keys.toSorted(),
  ).toEqual(['b', 'k4', 'k5']);
});

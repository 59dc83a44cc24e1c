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

function inGroup(paper: Paper, group: string): Paper {
  return { ...paper, groups: [group] };
}

function tagged(paper: Paper, at: number): Paper {
  return { ...paper, title: `Report ${at}`, keywords: ['Hanseatic League', 'Medieval Trade'] };
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

test('names that differ in case, number, hyphens or the order of their words are one group, named as most write it', () => {
  const model = createThemes();
  const names = ['Neural Network', 'neural-networks', 'Neural Networks', 'Neural Networks', 'Networks, Neural'];
  updateThemes(model, [], { add: names.map((name, at) => grouped(`k${at}`, name)) });
  expect(labelsAndKeys(model)).toEqual([['Neural Networks', ['k0', 'k1', 'k2', 'k3', 'k4']]]);
});

test('a name and the acronym that it gives are one group', () => {
  const model = createThemes();
  const add = [grouped('a', 'LLM'), grouped('b', 'Large Language Models (LLMs)'), grouped('c', 'large language model')];
  updateThemes(model, [], { add });
  expect(labelsAndKeys(model)).toEqual([['Large Language Models (LLMs)', ['b', 'c', 'a']]]);
  expect(model.themesOf('a')).toEqual(['group:large language models (llms)']);
});

test('a heading above nearly all papers is none; the papers are grouped by what they say', () => {
  const papers = topicPapers(40);
  const model = createThemes();
  updateThemes(model, [], { add: papers.map((paper) => inGroup(paper, 'References')) });
  const alone = createThemeModel();
  updateThemes(alone, [], { add: papers });
  expect(model.themes()).toEqual(alone.themes());
});

test('of very many groups the largest are shown', () => {
  const model = createThemes();
  const papers = topicPapers(120).map((paper, at) => inGroup(paper, `Day ${'abcdefgh'[at % 8] ?? ''}x${at}`));
  const large = topicPapers(20, 200).map((paper) => inGroup(paper, 'Winds'));
  updateThemes(model, [], { add: [...papers, ...large] });
  const groups = model.themes().filter(({ id }) => id.startsWith('group:'));
  expect(groups).toHaveLength(40);
  expect(groups[0]).toMatchObject({ id: 'group:winds' });
  expect(model.themes().some(({ label }) => label === 'Honey Bees')).toBe(true);
});

test('keywords count as what titles say, and may name a theme', () => {
  const papers = topicPapers(48).map((paper, at) => (at % 8 === 3 ? tagged(paper, at) : paper));
  const model = createThemes();
  updateThemes(model, [], { add: papers });
  const [id] = model.themesOf('key0003');
  expect(model.themes().find((theme) => theme.id === id)?.label).toMatch(/Hanseatic League|Medieval Trade/);
});

test('parts of large themes are shown beside groups, too', () => {
  const model = createThemes();
  const papers = topicPapers(2000);
  updateThemes(model, [], { add: [...papers, grouped('zz1', 'Winds')] });
  expect(model.themes().some(({ parts = [] }) => parts.length > 1)).toBe(true);
});

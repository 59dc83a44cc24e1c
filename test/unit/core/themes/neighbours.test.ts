import { describe, expect, test } from 'vitest';
import { finished } from '../../../../src/core/finished.ts';
import { createThemes } from '../../../../src/core/themes/fileThemes.ts';
import { themePaper, updateThemes } from '../../../support/themeCorpus.ts';
import { subjectOf, topicPapers } from './topicPapers.ts';

const papers = topicPapers(80);
const mixed = themePaper(
  'mixed',
  'Coral Reefs and Sourdough Bread',
  'Coral bleaching, algae and polyp of the reef lagoon; larvae in the ocean; yeast and flour in the oven.',
);
const grouped = { ...mixed, key: 'grouped', groups: ['Winds'] };
const model = createThemes();
updateThemes(model, [], { add: [...papers, mixed, grouped] });
const themeOf = (key: string): string => model.themesOf(key)[0] ?? '';

describe('the nearest themes of a paper', () => {
  test('are those of what it also speaks of, without its own', () => {
    expect(themeOf('mixed')).toBe(themeOf('key0000'));
    expect(model.nearestThemes('mixed', 1)).toEqual([themeOf('key0001')]);
    const all = model.nearestThemes('mixed', 100);
    expect(all).not.toContain(themeOf('mixed'));
    expect(all).not.toContain('other');
    expect(new Set(all).size).toBe(all.length);
  });

  test('of a paper that stands in a group of its file are those that its text is nearest to', () => {
    expect(model.nearestThemes('grouped', 2)).toEqual([themeOf('key0000'), themeOf('key0001')]);
  });

  test('are none for an unknown paper and in a library that is not grouped', () => {
    expect(model.nearestThemes('nobody', 3)).toEqual([]);
    const small = createThemes();
    updateThemes(small, [], { add: papers.slice(0, 2) });
    expect(small.nearestThemes('key0000', 3)).toEqual([]);
  });
});

describe('the halves of some papers', () => {
  const two = papers.filter((_, at) => subjectOf(at) < 2);
  const keysOf = (subject: number): string[] =>
    two.filter(({ key }) => subjectOf(Number(key.slice(3))) === subject).map(({ key }) => key);

  test('are their subjects, whatever the order', () => {
    const keys = two.map(({ key }) => key);
    expect(finished(model.halvesOf(keys))).toEqual([keysOf(0), keysOf(1)]);
    expect(finished(model.halvesOf(keys.toReversed()))).toEqual([keysOf(0), keysOf(1)]);
  });

  test('hold each known paper once', () => {
    expect(finished(model.halvesOf(['key0000', 'nobody', 'key0001', 'key0000']))).toEqual([['key0000'], ['key0001']]);
    expect(finished(model.halvesOf(['nobody']))).toEqual([[], []]);
    expect(finished(model.halvesOf([]))).toEqual([[], []]);
    expect(finished(model.halvesOf(['key0000']))).toEqual([['key0000'], []]);
  });

  test('are all and none where the papers are alike or have no words', () => {
    const alike = createThemes();
    const same = ['a', 'b', 'c'].map((key) => themePaper(key, 'Tidal Energy', 'Turbines in the tidal stream.'));
    updateThemes(alike, [], { add: [...same, themePaper('d', '')] });
    expect(finished(alike.halvesOf(['c', 'b', 'a']))).toEqual([['a', 'b', 'c'], []]);
    expect(finished(alike.halvesOf(['d']))).toEqual([['d'], []]);
  });
});

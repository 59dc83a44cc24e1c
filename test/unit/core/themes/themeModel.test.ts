import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../../src/core/paper.ts';
import type { ThemeModel } from '../../../../src/core/themes/theme.ts';
import { createThemeModel } from '../../../../src/core/themes/themeModel.ts';
import { themePaper, updateThemes } from '../../../support/themeCorpus.ts';
import { subjectOf, topicPapers } from './topicPapers.ts';

function modelOf(papers: readonly Paper[]): ThemeModel {
  const model = createThemeModel();
  updateThemes(model, [], { add: papers });
  return model;
}

function placesOf(model: ThemeModel, papers: readonly Paper[]): Record<string, readonly string[]> {
  return Object.fromEntries(papers.map(({ key }) => [key, model.themesOf(key)]));
}

function sorted(texts: readonly string[]): string[] {
  return texts.toSorted((a, b) => (a < b ? -1 : 1));
}

const unrelated = themePaper(
  'zz-unrelated',
  'Zymurgical quixotry',
  'Jabberwocky slithy toves gimbling wabe mimsy borogoves.',
);

describe('grouping', () => {
  test('an empty library has no themes', () => {
    const model = modelOf([]);
    expect(model.themes()).toEqual([]);
    expect(model.themesOf('nobody')).toEqual([]);
  });

  test('papers on one subject stand together, those on others apart', () => {
    const papers = topicPapers(80);
    const model = modelOf(papers);
    let together = 0;
    let pairs = 0;
    for (const [a, one] of papers.entries()) {
      for (const [b, other] of papers.entries()) {
        if (a >= b || subjectOf(a) !== subjectOf(b)) continue;
        pairs += 1;
        if (model.themesOf(one.key)[0] === model.themesOf(other.key)[0]) together += 1;
      }
    }
    expect(together / pairs).toBeGreaterThan(0.9);
    expect(model.themes().length).toBeGreaterThanOrEqual(7);
  });

  test('each paper is in exactly one theme, and keys and themesOf agree', () => {
    const papers = [...topicPapers(50), unrelated];
    const model = modelOf(papers);
    const listed = model.themes().flatMap(({ id, keys }) => keys.map((key) => `${key} ${id}`));
    expect(sorted(listed)).toEqual(sorted(papers.map(({ key }) => `${key} ${model.themesOf(key).join()}`)));
  });

  test.each([
    [4, 1, 3],
    [28, 4, 8],
    [200, 7, 13],
    [1000, 8, 19],
  ])('%i papers have %i to %i themes, none of them half the library', (count, least, most) => {
    const themes = modelOf(topicPapers(count)).themes();
    expect(themes.length).toBeGreaterThanOrEqual(least);
    expect(themes.length).toBeLessThanOrEqual(most);
    if (count >= 20) expect(Math.max(...themes.map(({ keys }) => keys.length))).toBeLessThan(count * 0.45);
  });

  test('the order of the papers does not matter', () => {
    const papers = topicPapers(60);
    const shuffled = papers.map((_, at) => papers[(at * 23 + 5) % papers.length]).flatMap((paper) => paper ?? []);
    expect(modelOf(shuffled).themes()).toEqual(modelOf(papers).themes());
  });

  test('a paper near nothing is in Other, which stands last and has a known id', () => {
    const model = modelOf([unrelated, ...topicPapers(40)]);
    expect(model.themesOf(unrelated.key)).toEqual(['other']);
    expect(model.themes().at(-1)).toMatchObject({ id: 'other', label: 'Other', keys: [unrelated.key] });
  });

  test('a few common words shared are not enough for a theme', () => {
    const rant = 'Zymurgical quixotry slithy toves gimbling wabe mimsy borogoves outgrabe vorpal frumious bandersnatch';
    const stranger = themePaper(
      'zz-stranger',
      'Frabjous jubjub, early season',
      `${rant} change. Record of the season.`,
    );
    const model = modelOf([stranger, ...topicPapers(60)]);
    expect(model.themesOf(stranger.key)).toEqual(['other']);
    const late = themePaper(
      'zz-late',
      'Brillig tumtum, several groups',
      `${rant} common. Compared with the long group.`,
    );
    updateThemes(model, [stranger, ...topicPapers(60)], { add: [late] });
    expect(model.themesOf(late.key)).toEqual(['other']);
  });

  test('a subject that most papers are on is split', () => {
    const reports = Array.from({ length: 24 }, (_, at) => {
      const place = at % 2 === 0 ? 'upstream weir sluice' : 'offshore buoy anchor';
      const text =
        'Turbines in the tidal stream turn currents into energy; blades, gearbox and generator were inspected';
      return themePaper(`report${String(at)}`, 'Tidal Energy Report', `${text} ${place}.`);
    });
    const papers = [...reports, ...topicPapers(40).filter((_, at) => subjectOf(at) > 0)];
    const themes = modelOf(papers).themes();
    expect(Math.max(...themes.map(({ keys }) => keys.length))).toBe(12);
  });

  test('papers without any text are in Other', () => {
    const model = modelOf([...topicPapers(20), themePaper('empty', '', ''), themePaper('signs', '?!', '...')]);
    expect(model.themesOf('empty')).toEqual(['other']);
    expect(model.themesOf('signs')).toEqual(['other']);
  });

  test('papers without abstracts are grouped by their titles', () => {
    const papers = topicPapers(40).map(({ key, title }) => themePaper(key, title));
    const themes = modelOf(papers).themes();
    expect(themes.length).toBeGreaterThan(3);
    expect(themes.find(({ id }) => id === 'other')?.keys.length ?? 0).toBeLessThan(5);
  });

  test('the update breathes: many steps', () => {
    const papers = topicPapers(1000);
    const steps = [...createThemeModel().update({ added: papers, changed: [], removed: [] }, papers)];
    expect(steps.length).toBeGreaterThan(60);
  });
});

describe('small and odd libraries', () => {
  test('one paper is one theme, named by words of its title', () => {
    const [theme, ...more] = modelOf([themePaper('a', 'The Acoustics of Old Violins', 'We tap them.')]).themes();
    expect(more).toEqual([]);
    expect(theme?.keys).toEqual(['a']);
    expect(theme?.label).toMatch(/Violins|Acoustics/);
  });

  test('two or three papers are one theme', () => {
    const themes = modelOf(topicPapers(3)).themes();
    expect(themes.map(({ label, keys }) => [label, keys.length])).toEqual([['All Papers', 3]]);
  });

  test('papers without a word in common are all papers, not all others', () => {
    const papers = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map((word) => themePaper(word, word.repeat(3)));
    expect(modelOf(papers).themes()).toMatchObject([{ label: 'All Papers' }]);
  });

  test('fifty papers with the same text are one theme', () => {
    const papers = Array.from({ length: 50 }, (_, at) =>
      themePaper(`same${String(at)}`, 'Tidal Energy', 'Turbines in the tidal stream give energy.'),
    );
    expect(modelOf(papers).themes()).toMatchObject([{ label: 'Tidal Energy' }]);
  });

  test('names of object properties are words like others', () => {
    const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf', 'prototype'];
    const papers = names.flatMap((name, at) => [
      themePaper(name, `${name} pollution`, `${name} pollution of constructor objects`),
      themePaper(`${name}${String(at)}`, `${name} lookup`, `lookup of ${name} in objects`),
    ]);
    const model = modelOf(papers);
    expect(model.themes().flatMap(({ keys }) => keys)).toHaveLength(12);
    expect(model.themesOf('__proto__')).toHaveLength(1);
    expect(model.themesOf('isPrototypeOf')).toEqual([]);
  });

  test('markup in a title never reaches a label as markup', () => {
    const papers = Array.from({ length: 12 }, (_, at) =>
      themePaper(
        `m${String(at)}`,
        `<script>alert(${String(at)})</script> [click](command:x) $(flame) Parser`,
        '<b>x</b>',
      ),
    );
    for (const { label, id } of modelOf(papers).themes()) expect(`${label}${id}`).not.toMatch(/[<>()[\]$]/);
  });

  test('Chinese and Japanese titles are grouped by words and labelled with them', () => {
    const chinese = ['图像分割网络研究', '医学图像分割方法', '图像分割中的注意力', '遥感图像分割'];
    const japanese = ['音声認識モデル', '雑音環境の音声認識', '日本語音声認識の評価', '音声認識と話者適応'];
    const papers = [...chinese, ...japanese].map((title, at) => themePaper(`p${String(at)}`, title, title));
    const model = modelOf(papers);
    const first = new Set(papers.slice(0, 4).flatMap(({ key }) => model.themesOf(key)));
    const second = new Set(papers.slice(4).flatMap(({ key }) => model.themesOf(key)));
    expect([...first].filter((id) => id !== 'other' && second.has(id))).toEqual([]);
    expect(
      model
        .themes()
        .map(({ label }) => label)
        .join(' '),
    ).toMatch(/图像|分割|音声|認識/);
  });
});

describe('stability', () => {
  test.each([28, 200, 1000])('with %i papers, adding, editing or removing one moves no other', (count) => {
    const papers = topicPapers(count);
    const model = createThemeModel();
    let now = updateThemes(model, [], { add: papers });
    const others = papers.slice(3);
    const before = placesOf(model, others);
    const labels = model.themes().map(({ id, label }) => [id, label]);
    now = updateThemes(model, now, { add: [...topicPapers(1, count), unrelated] });
    now = updateThemes(model, now, { add: [themePaper('key0001', 'Glacier Melt', 'Snow and ice of the moraine.')] });
    updateThemes(model, now, { remove: ['key0000', 'key0002'] });
    expect(placesOf(model, others)).toEqual(before);
    expect(model.themes().flatMap(({ id, label }) => (id === 'other' ? [] : [[id, label]]))).toEqual(labels);
  });

  test('a new paper joins the theme of its subject, an edited one changes theme', () => {
    const model = createThemeModel();
    let now = updateThemes(model, [], { add: topicPapers(80) });
    const [reef = '', bread = ''] = ['key0000', 'key0001'].map((key) => model.themesOf(key)[0]);
    expect(reef).not.toBe(bread);
    const text = 'Bleaching of coral polyps in the warming lagoon and algae as symbionts of the reef.';
    now = updateThemes(model, now, { add: [themePaper('new', 'Larvae of Coral Reefs', text)] });
    expect(model.themesOf('new')).toEqual([reef]);
    const edited = 'Yeast and flour in the dough: fermentation of sourdough bread, gluten and crust.';
    updateThemes(model, now, { add: [themePaper('new', 'Sourdough Bread', edited)] });
    expect(model.themesOf('new')).toEqual([bread]);
  });

  test('a paper that is cut and pasted back stands where it stood', () => {
    const papers = topicPapers(60);
    const model = modelOf(papers);
    const before = model.themes();
    let now = papers;
    for (let round = 0; round < 30; round += 1) {
      now = updateThemes(model, now, { remove: ['key0004'] });
      expect(model.themesOf('key0004')).toEqual([]);
      now = updateThemes(model, now, { add: papers.slice(4, 5) });
    }
    expect(model.themes()).toEqual(before);
  });

  test('a grown library is grouped anew, and themes keep their ids and most of their papers', () => {
    const papers = topicPapers(80);
    const model = createThemeModel();
    const now = updateThemes(model, [], { add: papers });
    const before = placesOf(model, papers);
    const ids = new Set(model.themes().map(({ id }) => id));
    updateThemes(model, now, { add: topicPapers(40, 80) });
    const kept = papers.filter(({ key }) => model.themesOf(key)[0] === before[key]?.[0]);
    expect(kept.length).toBeGreaterThan(60);
    expect(model.themes().filter(({ id }) => ids.has(id)).length).toBeGreaterThanOrEqual(ids.size - 2);
  });

  test('a subject that only new papers have gets a theme when the library is grouped anew', () => {
    const model = createThemeModel();
    let now = updateThemes(model, [], { add: topicPapers(40).filter((_, at) => subjectOf(at) !== 4) });
    const bees = topicPapers(160, 40).filter((_, at) => subjectOf(at) === 4);
    now = updateThemes(model, now, { add: bees.slice(0, 3) });
    expect(model.themes().filter(({ label }) => /bee|hive|honey/i.test(label))).toEqual([]);
    updateThemes(model, now, { add: bees });
    expect(model.themes().filter(({ label }) => /bee|hive|honey|pollen|queen|colony/i.test(label))).toHaveLength(1);
  });

  test('when all papers go and others come, themes are made from scratch', () => {
    const model = createThemeModel();
    let now = updateThemes(model, [], { add: topicPapers(40) });
    now = updateThemes(model, now, { remove: now.map(({ key }) => key) });
    expect(model.themes()).toEqual([]);
    const others = topicPapers(40, 400).map(({ title, abstract }, at) =>
      themePaper(`other${String(at)}`, title, abstract),
    );
    updateThemes(model, now, { add: others });
    expect(model.themes()).toEqual(modelOf(others).themes());
  });

  test('when a list is replaced by another in one step, themes are made anew', () => {
    const model = createThemeModel();
    const now = updateThemes(model, [], { add: topicPapers(40).filter((_, at) => subjectOf(at) < 4) });
    const others = topicPapers(80, 80).filter((_, at) => subjectOf(at) >= 4);
    updateThemes(model, now, { remove: now.map(({ key }) => key), add: others });
    expect(model.themes().map(({ label }) => label)).toEqual(
      modelOf(others)
        .themes()
        .map(({ label }) => label),
    );
  });

  test('themes of a removed subject vanish, and no empty theme is shown', () => {
    const model = createThemeModel();
    const now = updateThemes(model, [], { add: topicPapers(80) });
    const [theme] = model.themes();
    updateThemes(model, now, { remove: theme?.keys ?? [] });
    expect(model.themes().map(({ id }) => id)).not.toContain(theme?.id);
    for (const { keys } of model.themes()) expect(keys.length).toBeGreaterThan(0);
  });
});

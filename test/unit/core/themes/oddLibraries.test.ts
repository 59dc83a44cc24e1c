import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../../src/core/paper.ts';
import type { Theme } from '../../../../src/core/themes/theme.ts';
import { createThemes } from '../../../../src/core/themes/fileThemes.ts';
import { themePaper, updateThemes } from '../../../support/themeCorpus.ts';
import { topicPapers } from './topicPapers.ts';

function themesOf(papers: readonly Paper[]): readonly Theme[] {
  const model = createThemes();
  updateThemes(model, [], { add: papers });
  return model.themes();
}

/** Short papers on three subjects in each of three languages. */
const titles: Readonly<Record<string, readonly string[]>> = {
  imagesChinese: ['医学图像分割方法', '图像分割网络研究', '遥感图像分割', '图像分割中的注意力机制'],
  speechChinese: ['语音识别模型', '噪声环境下的语音识别', '中文语音识别评测', '语音识别与说话人自适应'],
  imagesRussian: [
    'Сегментация изображений нейронной сетью',
    'Методы сегментации медицинских изображений',
    'Сегментация изображений со спутника',
    'Внимание и сегментация изображений',
  ],
  bridgesRussian: [
    'Колебания вантовых мостов',
    'Расчёт колебаний железнодорожных мостов',
    'Измерение колебаний мостов',
    'Ветер и колебания висячих мостов',
  ],
  beesGerman: [
    'Honigbienen und Pollenflug im Frühling',
    'Sammelverhalten der Honigbienen',
    'Honigbienen in der Großstadt',
    'Krankheiten der Honigbienen',
  ],
  breadGerman: [
    'Gärung von Sauerteig',
    'Sauerteig und Hefen im Brot',
    'Die Mikroben im Sauerteig',
    'Sauerteig aus Roggenmehl',
  ],
};
const mixed = Object.entries(titles).flatMap(([subject, list]) =>
  list.map((title, at) => themePaper(`${subject}-${at}`, title, `${title}. ${list[(at + 1) % list.length] ?? ''}.`)),
);

describe('a library in several languages', () => {
  const themes = themesOf(mixed);
  const subjects = themes.map(({ keys }) => new Set(keys.map((key) => key.split('-')[0])));

  test('no theme mixes languages, and most subjects stand together', () => {
    const named = themes
      .map(({ id }, at) => ({ id, subjects: subjects[at] ?? new Set() }))
      .filter(({ id }) => id !== 'other');
    for (const one of named) expect([...one.subjects]).toHaveLength(1);
    expect(named.length).toBeGreaterThanOrEqual(5);
    expect(themes.find(({ id }) => id === 'other')?.keys.length ?? 0).toBeLessThan(4);
  });

  test('labels are words of the titles, in the language of the theme', () => {
    const labels = themes.map(({ label }) => label).join(' ');
    for (const word of [/图像|分割/, /语音|识别/, /Сегментаци/i, /Колебани|Мост/i, /Honigbienen/, /Sauerteig/])
      expect(labels).toMatch(word);
    expect(labels).not.toMatch(/\b(?:Und|Der|Im|Und|Die)\b/);
  });
});

describe('papers with little to say', () => {
  test('papers without abstracts stand with those that have the same title words', () => {
    const bare = topicPapers(64).map(({ key, title }) => themePaper(key, title));
    const model = createThemes();
    updateThemes(model, [], { add: bare });
    const [first] = model.themesOf('key0000');
    const others = ['key0008', 'key0016', 'key0024', 'key0032'].filter((key) => model.themesOf(key)[0] === first);
    expect(others.length).toBeGreaterThanOrEqual(3);
    expect(model.themesOf('key0001')[0]).not.toBe(first);
  });

  test('an only paper is an only theme, whatever its title', () => {
    for (const title of ['', '!', 'A', '图像分割', 'The Acoustics of Old Violins', '\u0000\u202E']) {
      const [theme, ...more] = themesOf([themePaper('only', title)]);
      expect(more).toEqual([]);
      expect(theme?.keys).toEqual(['only']);
      expect(theme?.label.trim()).not.toBe('');
    }
  });

  test('fifty papers with the same text, or with none, are one theme', () => {
    const same = Array.from({ length: 50 }, (_, at) => themePaper(`p${at}`, 'Tidal Energy', 'Turbines in the stream.'));
    expect(themesOf(same).map(({ label, keys }) => [label, keys.length])).toEqual([['Tidal Energy', 50]]);
    const empty = Array.from({ length: 50 }, (_, at) => themePaper(`p${at}`, ''));
    expect(themesOf(empty).map(({ label, keys }) => [label, keys.length])).toEqual([['All Papers', 50]]);
  });

  test('five hundred papers with the same text have no parts', () => {
    const same = Array.from({ length: 500 }, (_, at) =>
      themePaper(`p${at}`, 'Tidal Energy', 'Turbines in the stream.'),
    );
    expect(themesOf(same)).toMatchObject([{ label: 'Tidal Energy' }]);
    expect(themesOf(same)[0]?.parts).toBeUndefined();
  });
});

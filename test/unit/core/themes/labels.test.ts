import { describe, expect, test } from 'vitest';
import { labelThemes } from '../../../../src/core/themes/labels.ts';
import { titleCase } from '../../../../src/core/themes/titleCase.ts';
import { createThemeModel } from '../../../../src/core/themes/themeModel.ts';
import { themePaper, updateThemes } from '../../../support/themeCorpus.ts';
import { topicPapers } from './topicPapers.ts';

function labelsOf(themes: readonly (readonly string[])[], taken: readonly string[] = []): string[] {
  const papers = themes.map((titles, at) => titles.map((title, n) => themePaper(`${String(at)}-${String(n)}`, title)));
  const work = labelThemes(papers, taken);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value.map(({ label }) => label);
  }
}

function about(what: string): string[] {
  return [1, 2, 3].map((number) => `Behavior of ${what}: Series ${String(number)}`);
}

const others = ['Growing Tomatoes in Greenhouses', 'Pruning of Tomatoes', 'Tomatoes and Basil'];

describe('labels', () => {
  test('a phrase that most titles of the theme have', () => {
    const [label] = labelsOf([
      ['Graph Neural Networks for Molecules', 'Deep Graph Neural Networks', 'Graph Neural Networks'],
      others,
    ]);
    expect(label).toBe('Graph Neural Networks');
  });

  test('two names where no phrase is shared, acronyms as titles write them', () => {
    const [label] = labelsOf([['Refusal in LLMs', 'Harmfulness and Refusal in LLMs', 'LLMs: Harmfulness'], others]);
    expect(label).toMatch(/^(?:LLMs|Refusal|Harmfulness) and (?:LLMs|Refusal|Harmfulness)$/);
  });

  test('never a bare adjective, verb or word that all papers have', () => {
    const titles = ['Novel Efficient Approaches Enable Turbines', 'Towards Robust Turbines', 'Develop Better Turbines'];
    const [label] = labelsOf([titles, others]);
    expect(label).toMatch(/Turbines/);
    expect(label).not.toMatch(/Novel|Efficient|Enable|Towards|Develop|Better|Approaches/);
  });

  test('what all themes have names none of them', () => {
    for (const label of labelsOf([about('Penguins'), about('Elevators'), about('Volcanoes')])) {
      expect(label).not.toMatch(/Behavior/);
    }
  });

  test('no two are alike, even for the same papers, and none is a taken one', () => {
    const same = ['Tidal Energy', 'Tidal Energy', 'Tidal Energy'];
    const labels = labelsOf([same, same, same, ['Other', 'Other']], ['Other']).map((label) => label.toLowerCase());
    expect(new Set(labels).size).toBe(4);
    expect(labels).not.toContain('other');
  });

  test('a title in capitals does not shout', () => {
    const [label] = labelsOf([['TIDAL ENERGY IN NORWAY', 'ON TIDAL ENERGY TURBINES', 'THE TIDAL ENERGY'], others]);
    expect(label).toBe('Tidal Energy');
  });

  test('titles without a usable word still give a label', () => {
    for (const label of labelsOf([['???', '!'], ['What is it?'], [''], ['42']])) expect(label).toMatch(/\S/);
  });

  test('words of labels stand in titles of the theme, in title case, three at most', () => {
    const papers = topicPapers(120);
    const model = createThemeModel();
    updateThemes(model, [], { add: papers });
    const titles = new Map(papers.map(({ key, title }) => [key, title.toLowerCase()]));
    for (const { label, keys, terms } of model.themes()) {
      const words = label.split(' ').filter((word) => word !== 'and');
      expect(words.length).toBeLessThanOrEqual(3);
      for (const word of words) {
        expect(word).toMatch(/^\p{Lu}/u);
        expect(keys.some((key) => titles.get(key)?.includes(word.toLowerCase()))).toBe(true);
      }
      expect(terms.length).toBeGreaterThanOrEqual(5);
      expect(terms.length).toBeLessThanOrEqual(10);
    }
  });
});

describe('titleCase', () => {
  test.each([
    ['graph neural networks', 'Graph Neural Networks'],
    ['few-shot learning', 'Few-Shot Learning'],
    ['text-To-image models', 'Text-to-Image Models'],
    ['end-to-end', 'End-to-End'],
    ['LLMs and NeRF', 'LLMs and NeRF'],
    ['chain of thought', 'Chain of Thought'],
    ['GPT-4o', 'GPT-4o'],
    ['3d shapes', '3d Shapes'],
    ['élan vital', 'Élan Vital'],
    ['', ''],
  ])('%s', (written, shown) => {
    expect(titleCase(written)).toBe(shown);
  });
});

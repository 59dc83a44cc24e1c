import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LabelRules } from '../../../../src/core/themes/labels.ts';
import type { PaperText } from '../../../../src/core/themes/paperText.ts';
import { labelThemes } from '../../../../src/core/themes/labels.ts';
import { isSameWord } from '../../../../src/core/themes/wordStem.ts';

function labelsOf(themes: readonly (readonly Omit<PaperText, 'key'>[])[], rules: LabelRules = {}): string[] {
  const papers = themes.map((ofTheme, at) => ofTheme.map((text, n) => ({ key: `${at}-${n}`, ...text })));
  const work = labelThemes(papers, [], rules);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value.map(({ label }) => label);
  }
}

function titled(...titles: readonly string[]): Omit<PaperText, 'key'>[] {
  return titles.map((title) => ({ title, abstract: '' }));
}

const gardens = titled('Growing Tomatoes in Greenhouses', 'Pruning of Tomatoes', 'Tomatoes and Basil', 'Basil Seeds');

function times(count: number, title: string): readonly string[] {
  return Array.from({ length: count }, () => title);
}

const warnings = times(6, 'Radar Warnings');

describe('words of a label', () => {
  test('no word stands twice in it, whatever its form', () => {
    const touch = titled('Tactile Sensors for Grippers', 'A Sensor Skin', 'Sensing by Whiskers', 'Sensing and Sensors');
    const [label = ''] = labelsOf([touch, gardens]);
    expect(label).toMatch(/Sens/);
    expect(label.match(/sens/gi)).toHaveLength(1);
  });

  test('a compound is not joined with its last part', () => {
    const titles = titled('Image Super-Resolution', 'Super-Resolution of Faces', 'Resolution Limits', 'On Resolution');
    expect(labelsOf([titles, gardens])[0]?.match(/Resolution/g)).toHaveLength(1);
  });

  test('a word of one title does not name six papers', () => {
    const titles = titled(
      'Coral Reefs and Heating Systems',
      'Bleached Coral Reefs',
      'Currents at Night',
      'Larvae and Lagoons',
      'Larvae in Currents',
      'Drifting Larvae',
    );
    expect(labelsOf([titles, gardens])[0]).toBe('Coral Reefs and Larvae');
  });

  test('a second name is none that a neighbour has more often', () => {
    const bays = titled('Lagoons', 'Old Lagoons', 'Storms', 'Storms in May', 'Hard Storms', 'Storms');
    const storms = times(8, 'Storms');
    expect(labelsOf([bays, titled(...warnings, ...storms), gardens])[0]).toBe('Lagoons');
    const reefs = titled('Coral Reefs', 'Coral Reefs, Storms', 'Old Coral Reefs', 'Storms', 'Algae', 'Algae', 'Algae');
    expect(labelsOf([reefs, titled(...storms), gardens])[0]).toBe('Coral Reefs and Algae');
    // Where no neighbour has it, it is one.
    expect(labelsOf([bays, titled(...warnings), gardens])[0]).toBe('Storms and Lagoons');
  });

  test('a word is worth less that a neighbour has about as often', () => {
    const bays = titled('Lagoons', 'Lagoons', 'Storms', 'Storms');
    expect(labelsOf([bays, titled(...warnings), gardens])[0]).toBe('Lagoons and Storms');
    expect(labelsOf([bays, titled(...warnings, ...times(4, 'Storms')), gardens])[0]).toBe('Lagoons');
  });

  test('a phrase of abstracts names a theme if titles have its words', () => {
    const abstract = 'We watch animal behavior for weeks. Animal behavior changes with the seasons.';
    const animals = [
      { title: 'Animal Gaits Under Snow', abstract },
      { title: 'Behavior of Foxes', abstract },
      { title: 'Quiet Herds', abstract: 'Cows at rest.' },
    ];
    expect(labelsOf([animals, gardens])[0]).toBe('Animal Behavior');
  });

  test('a word of titles goes before one of keywords', () => {
    const withKeywords = ['Tidal Turbines', 'Tidal Turbines in Wales', 'Cheap Tidal Turbines'].map((title) => ({
      title,
      abstract: '',
      keywords: ['underwater rotors'],
    }));
    expect(labelsOf([withKeywords, gardens])[0]).toBe('Tidal Turbines');
  });

  test.each(['Question Answering', 'Task Allocation', 'Scaling Laws'])('%s is a name as a whole', (name) => {
    const titles = titled(`${name} for Schools`, `On ${name}`, `Old ${name}`);
    expect(labelsOf([titles, gardens])[0]).toBe(name);
  });

  test('what is written like an acronym and is an adjective names nothing', () => {
    const titles = titled('LLM-Based Tutors', 'LLM-Based: Tutors', 'Tutors That Are LLM-Based');
    expect(labelsOf([titles, gardens])[0]).not.toMatch(/Based$/);
  });

  test('parts of a theme repeat no word of it, in no form, and not as an acronym', () => {
    const uavs = titled('UAVs', 'UAVs and Wind', 'UAVs: Wind', 'Swarms of UAVs', 'UAVs');
    const planners = titled('Vehicles and Batteries', 'Batteries', 'Batteries of Vehicles');
    expect(labelsOf([uavs, planners], { saidAlready: 'Aerial Vehicles' })).toEqual(['Wind', 'Batteries']);
  });
});

describe('isSameWord', () => {
  test.each([
    ['harm', 'harmfulness', true],
    ['sensor', 'sensing', true],
    ['planning', 'planner', true],
    ['multilabel', 'label', true],
    ['resolution', 'superresolution', true],
    ['refusal', 'harmfulness', false],
    ['bandit', 'bound', false],
    ['arm', 'alarm', false],
  ])('%s, %s: %s', (one, other, expected) => {
    expect([isSameWord(one, other), isSameWord(other, one)]).toEqual([expected, expected]);
  });
});

describe('odd titles', () => {
  const odd = [
    '',
    '   ',
    '$\\mathcal{O}(n^2)$ \\textbf{bounds}',
    '🐳🐳 🚀',
    '$(trash) [run](command:evil) <img src=x onerror=alert(1)>',
    '\u202Eesrever\u0000\u0007',
    '图像分割方法',
    'Сегментация изображений',
    'Sammelverhalten der Honigbienen',
    'ALL OF IT IN CAPITALS',
    'constructor __proto__ toString',
    'word '.repeat(2000),
    'x'.repeat(10_000),
  ];

  test('any mixture gives every theme one short label of its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(fc.constantFrom(...odd), fc.string()), { minLength: 1 }), { maxLength: 5 }),
        (themes) => {
          const labels = labelsOf(themes.map((titles) => titled(...titles)));
          expect(labels).toHaveLength(themes.length);
          expect(new Set(labels.map((label) => label.toLowerCase())).size).toBe(themes.length);
          for (const label of labels) {
            expect(label.trim()).not.toBe('');
            expect(label.length).toBeLessThan(130);
            expect(label).not.toMatch(/[\p{Cc}\u202E<>$\\]/u);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

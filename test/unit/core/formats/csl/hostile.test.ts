import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cslJson } from '../../../../../src/core/formats/csl/cslJson.ts';
import { cslYaml } from '../../../../../src/core/formats/csl/cslYaml.ts';
import { expectLinear, expectLinearTexts, expectSoundRanges, mutations } from '../hostileText.ts';
import { fixture } from '../readText.ts';
import { cpuTime } from '../../../../support/cpuTime.ts';

const jsonPieces = [
  '[',
  '{',
  '{"a":',
  '[[]',
  '"',
  '\\',
  '{}',
  '{"title":"x"},',
  '{"title":"x"},\n',
  ',',
  '\n',
  '{"id":"',
  '1e999,',
  '//\n',
];
const yamlPieces = [
  '[',
  '{',
  '- ',
  '? ',
  '"',
  "'",
  '&a ',
  '*a ',
  '!',
  ': ',
  'a: ',
  '#\n',
  '\n',
  '- id: a\n',
  '  a: b\n',
  '- "\n',
  '\r',
  '---\n',
  'references:\n',
  '- [\n',
  '- &a [*a]\n',
  '|\n',
  '  x\n',
  '\t',
];

describe('a megabyte', () => {
  test.each(jsonPieces)('of %j as JSON takes no more than its share', (piece) => {
    expectLinear(cslJson, 'a.csl.json', '[{"title":"Seas","type":"book"},', piece);
  });

  test.each(yamlPieces)('of %j as YAML takes no more than its share', (piece) => {
    expectLinear(cslYaml, 'a.csl.yaml', 'references:\n- title: Seas\n  x: ', piece);
    expectLinear(cslYaml, 'a.csl.yaml', '- title: Seas\n', piece);
  });
});

test.each(['"', '&a ', 'a: ', ': ', '[', 'x, ', '*a ', '- '])(
  'an item of nothing but %j takes no more than its share',
  (piece) => {
    // Longer ones are not read at all.
    expectLinearTexts(
      cslYaml,
      'a.csl.yaml',
      (length) => `- title: Seas\n  x: ${piece.repeat(length / piece.length)}`,
      90_000,
    );
  },
);

test.each(['[', '{', '{"a":', '- ', '? ', 'a: ', '- - '])('a million %j inside each other', (piece) => {
  const deep = piece.repeat(1_000_000);
  for (const format of [cslJson, cslYaml]) {
    const start = cpuTime();
    expect(format.parse(deep).records).toEqual([]);
    format.parse(`[{"title":"x","author":${deep}}]`);
    format.detect('a.csl.json', `[{"title":"x","author":${deep.slice(0, 60_000)}`);
    expect(cpuTime() - start).toBeLessThan(5_000);
  }
});

describe('mutations', () => {
  test('of JSON never throw, and the item behind them survives', () => {
    for (const file of ['zotero.json', 'better.json']) {
      const items = fixture(`csl/${file}`)
        .replace(/\s*\]\s*$/, ',')
        .replace(/^\[\n/, '');
      fc.assert(
        fc.property(mutations([items], ['', '}', '{', '"', ',', '[', ']', '\\', '\0', ':', ' ']), (mutated) => {
          const text = `[\n{"id":"first","title":"What Begins"},\n${mutated}\n{"id":"last","title":"What Remains"}\n]`;
          const parsed = cslJson.parse(text);
          expect(parsed.records.map(({ title }) => title)).toContain('What Begins');
          expect(parsed.records.at(-1)?.title).toBe('What Remains');
          expectSoundRanges(text, parsed);
        }),
        { numRuns: 300 },
      );
    }
  });

  test('of YAML never throw, and the item behind them survives', () => {
    const text = fixture('csl/better.yaml').split('# the end')[0] ?? '';
    const good = '- id: last\n  title: What Remains\n';
    fc.assert(
      fc.property(
        mutations(
          [text.slice(text.indexOf('- id'))],
          ['', '{', '"', "'", '[', ': ', '\t', '\0', '&a ', '*b', '|', '!x ', '#'],
        ),
        (mutated) => {
          const whole = `${mutated}\n${good}`;
          const parsed = cslYaml.parse(whole);
          expectSoundRanges(whole, parsed);
          expect(parsed.records.at(-1)?.title).toBe('What Remains');
        },
      ),
      { numRuns: 400 },
    );
  });
});

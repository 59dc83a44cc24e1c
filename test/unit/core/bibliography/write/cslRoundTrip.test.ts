import * as fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { formatCslItem } from '../../../../../src/core/bibliography/write/cslJsonWriter.ts';
import { formatCslYamlItem } from '../../../../../src/core/bibliography/write/cslYamlWriter.ts';
import { cslJson } from '../../../../../src/core/formats/csl/cslJson.ts';
import { cslYaml } from '../../../../../src/core/formats/csl/cslYaml.ts';
import type { PaperFormat } from '../../../../../src/core/formats/paperFormat.ts';
import type { PaperFields } from '../../../../../src/core/paper.ts';
import { cslRoles } from '../../../../../src/core/workDetails.ts';
import { anyWork, shapeOf } from './anyWork.ts';

const work = anyWork(['article-journal', 'paper-conference', 'book', 'webpage', 'dataset', 'document'], cslRoles);

function again(format: PaperFormat, text: string, written: PaperFields): PaperFields {
  const { records, problems } = format.parse(text);
  expect(problems).toEqual([]);
  expect(records.map(({ key }) => key)).toEqual(['stone2019']);
  return records[0] ?? written;
}

/** Signs of markup have an invisible character behind them. */
function shown(text: string): string {
  return text.replaceAll('\u2060', '');
}

/** A preprint that BibTeX has no type for is CSL's `article`, and what is an archive's own place stays the archive's. */
function expected({ details, ...fields }: PaperFields): object {
  const isPreprint = details?.type === 'document' && fields.arxiv !== undefined;
  return shapeOf({ ...fields, details: isPreprint ? { ...details, type: undefined } : details }, shown);
}

describe('what is written as CSL', () => {
  test('comes back from JSON without a lost field', () => {
    fc.assert(
      fc.property(work, (written) => {
        const text = `[${formatCslItem(written, 'stone2019', { abstract: true })}]`;
        expect(shapeOf(again(cslJson, text, written), shown)).toMatchObject(expected(written));
      }),
      { numRuns: 500 },
    );
  });

  test('comes back from YAML without a lost field', () => {
    fc.assert(
      fc.property(work, fc.constantFrom('\n', '\r\n'), (written, eol) => {
        const text = `references:${eol}${formatCslYamlItem(written, 'stone2019', { abstract: true, eol })}${eol}`;
        expect(shapeOf(again(cslYaml, text, written), shown)).toMatchObject(expected(written));
      }),
      { numRuns: 300 },
    );
  });

  test('js-yaml reads the same item as from JSON, but for what Markdown escapes', () => {
    fc.assert(
      fc.property(work, (written) => {
        const yaml: unknown = load(formatCslYamlItem(written, 'stone2019', { abstract: true }));
        const json: unknown = JSON.parse(`[${formatCslItem(written, 'stone2019', { abstract: true })}]`);
        expect(JSON.parse(JSON.stringify(yaml), unescaped)).toEqual(JSON.parse(JSON.stringify(json), unescaped));
      }),
      { numRuns: 300 },
    );
  });

  test('an item in YAML', () => {
    const written: PaperFields = {
      title: 'Of *moss* & $x_1$: a_b',
      abstract: '',
      authors: ['Jan van der Berg'],
      year: 2019,
      doi: '10.1000/a_b',
      keywords: [],
      details: { type: 'book', variables: { issued: '2019-05/2020', volume: '7', publisher: 'No: Press' } },
    };
    expect(formatCslYamlItem(written, 'stone2019').split('\n')).toEqual([
      '- id: stone2019',
      '  type: book',
      String.raw`  title: "Of \\*moss\\* & $x_1$: a\\_b"`,
      '  author:',
      '  - family: Berg',
      '    given: Jan',
      '    non-dropping-particle: van der',
      '  issued:',
      '    date-parts:',
      '    - [2019, 5]',
      '    - [2020]',
      '  DOI: "10.1000/a_b"',
      '  publisher: "No: Press"',
      '  volume: "7"',
    ]);
  });
});

function unescaped(_name: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\\(?=[!-/:-@[-`{-~])/g, '') : value;
}

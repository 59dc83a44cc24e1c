import { plugins } from '@citation-js/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRisRecord } from '../../../../../src/core/bibliography/write/risWriter.ts';
import { ris } from '../../../../../src/core/formats/tagged/ris.ts';
import { listOf, member, textOf } from '../../../../../src/core/formats/json/jsonValues.ts';
import type { PaperFields } from '../../../../../src/core/paper.ts';
import type { CslRole } from '../../../../../src/core/workDetails.ts';
import { anyWork, shapeOf } from './anyWork.ts';

// citation-js reads RIS too.
await import('@citation-js/plugin-ris');

const types = (
  'article-journal article-magazine article-newspaper periodical paper-conference book chapter thesis report dataset ' +
  'software webpage post-weblog patent standard manuscript article entry-encyclopedia entry-dictionary document'
).split(' ');
const roles: readonly CslRole[] = [
  'author',
  'editor',
  'translator',
  'collection-editor',
  'director',
  'container-author',
];
const work = anyWork(types, roles);

function again(written: PaperFields): PaperFields {
  const { records, problems } = ris.parse(`${formatRisRecord(written, 'stone2019', { abstract: true })}\n`);
  expect(problems).toEqual([]);
  expect(records.map(({ key }) => key)).toEqual(['stone2019']);
  return records[0] ?? written;
}

/** Paragraphs are joined, and signs of markup have an invisible character behind them. */
function shown(text: string): string {
  return text.replaceAll('\u2060', '').replaceAll('\n\n', ' ');
}

describe('what is written as RIS', () => {
  test('has all that is known, line by line', () => {
    const paper: PaperFields = {
      title: 'Lichens on Walls',
      abstract: 'One.\n\nTwo.',
      authors: ['Jan van der Berg Jr.', 'Walls Team'],
      year: 2019,
      venue: 'Journal of Walls',
      doi: '10.1000/walls',
      arxiv: '1905.00001',
      keywords: ['moss', 'R&D'],
      details: {
        type: 'article-journal',
        names: {
          author: [{ family: 'Berg', given: 'Jan', particle: 'van der', suffix: 'Jr.' }, { literal: 'Walls Team' }],
          director: [{ family: 'Slate', given: 'Ben' }],
        },
        variables: {
          issued: '2019-05-19',
          accessed: '2020',
          volume: '7',
          page: '1-10',
          ISSN: '1476-4687',
          'event-date': '2018',
        },
        other: [
          ['C1', 'a note'],
          ['file', 'x.pdf'],
        ],
      },
    };
    expect(formatRisRecord(paper, 'k', { abstract: true }).split('\n')).toEqual([
      'TY  - JOUR',
      'ID  - k',
      'TI  - Lichens on Walls',
      'AU  - van der Berg, Jan, Jr.',
      'AU  - Walls Team',
      'T2  - Journal of Walls',
      'PY  - 2019',
      'DA  - 2019/05/19/',
      'Y2  - 2020///',
      'VL  - 7',
      'SN  - 1476-4687',
      'SP  - 1',
      'EP  - 10',
      'DO  - 10.1000/walls',
      'AN  - arXiv:1905.00001',
      'UR  - https://arxiv.org/abs/1905.00001',
      'KW  - moss',
      'KW  - R&D',
      'AB  - One. Two.',
      'C1  - a note',
      'N1  - event-date: 2018',
      'N1  - director: Slate, Ben',
      'ER  - ',
    ]);
  });

  test('comes back without a lost field', () => {
    fc.assert(
      fc.property(work, (written) => {
        expect(shapeOf(again(written), shown)).toMatchObject(shapeOf(written, shown));
      }),
      { numRuns: 1000 },
    );
  });

  test('any text stays on its line', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'aT Y-\r\n\u2028,;'.split(''), 'ER  - ', 'TY  - JOUR'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, text, text, (title, name, note) => {
        const record = formatRisRecord(
          { title, abstract: note, authors: [name], keywords: [note], venue: name, details: { variables: { note } } },
          name,
          { abstract: true },
        );
        expect(record.split('\n').filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([]);
        expect(record.match(/^(?:TY|ER) /gm)).toEqual(['TY ', 'ER ']);
        expect(record).not.toMatch(/[\r\u2028]/);
      }),
    );
  });
});

const options = {
  maxChainLength: 10,
  generateGraph: false,
  strict: false,
  target: '@csl/list+object',
  forceType: '@ris/file',
};

/** Variables that citation-js takes from RIS as they are. */
const theirVariables = ['volume', 'issue', 'title-short', 'container-title-short'] as const;

test('citation-js reads an article without a lost field', () => {
  fc.assert(
    fc.property(anyWork(['article-journal'], roles), (written) => {
      const [theirs] = plugins.input.chain(formatRisRecord(written, 'k', { abstract: true }), options);
      const of = (name: string) => shown(textOf(member(theirs, name)));
      const values = written.details?.variables ?? {};
      expect(of('title')).toBe(written.title);
      expect(of('DOI')).toBe(written.doi ?? '');
      // A record in which nothing is of the newer RIS is read as the older one, where abstracts are notes.
      expect([of('abstract'), of('note')]).toContain(shown(written.abstract));
      expect(listOf(theirs?.author).length).toBe(written.authors.length);
      expect(theirs?.issued?.['date-parts']?.[0]?.[0]).toBe(written.year);
      for (const name of theirVariables) expect([name, of(name)]).toEqual([name, values[name] ?? '']);
    }),
    { numRuns: 100 },
  );
});

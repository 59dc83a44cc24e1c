import { describe, expect, test } from 'vitest';
import { at, read, fixture } from '../readText.ts';

test('an export of PubMed', () => {
  const { records, problems, format } = read(fixture('tagged/pubmed.nbib'), 'pubmed.nbib');
  expect([format, problems]).toEqual(['nbib', []]);
  expect(records).toMatchObject([
    {
      title: 'Deep learning of quite a long kind, the title of which is broken over two lines',
      abstract: 'Layers that learn. DNA- and RNA-like lines go on, DNA- and this one too.',
      authors: ['Yann LeCun', 'Martin Luther King Jr', 'Deep Learning Group'],
      doi: '10.1038/nature14539',
      venue: 'Nature',
      keywords: ['Algorithms', 'Artificial Intelligence', 'layers'],
      details: {
        type: 'article-journal',
        names: {
          author: [{}, { family: 'King', given: 'Martin Luther', suffix: 'Jr' }, { literal: 'Deep Learning Group' }],
        },
        variables: { issued: '2015-05-28', page: '436-444', ISSN: '1476-4687', PMID: '26017442', language: 'eng' },
      },
    },
    { title: 'Of trees', authors: ['JK van der Berg'], doi: '10.1000/trees', year: 2020 },
    {
      title: 'The chapter',
      venue: 'The Book',
      details: { type: 'chapter', variables: { issued: '2019', PMCID: 'PMC33', ISBN: '9783161484100' } },
    },
  ]);
  expect(records[0]?.details?.other).toContainEqual(['STAT', 'MEDLINE']);
  expect(records.map(({ range }) => at(range))).toEqual(['1:0-34:69', '36:0-41:25', '43:0-49:11']);
});

describe('dates', () => {
  test.each([
    ['DP  - 2020 May-Jun', '2020-05'],
    ['DP  - 2020 Spring', '2020'],
    ['DP  - 2019 Dec-2020 Jan', '2019-12'],
    ['DEP - 20200519', '2020-05-19'],
  ])('%s', (line, issued) => {
    expect(read(`PMID- 1\nTI  - Seas\n${line}\n`, 'a.nbib').variables.issued).toBe(issued);
  });
});

test.each([
  ['King ML Jr', { family: 'King', given: 'ML', suffix: 'Jr' }],
  ['Lee A', { family: 'Lee', given: 'A' }],
  ['de la Cruz MJ', { family: 'Cruz', given: 'MJ', particle: 'de la' }],
  ['Madonna', { literal: 'Madonna' }],
])('the short name %s', (name, parts) => {
  expect(read(`PMID- 1\nTI  - Seas\nAU  - ${name}\n`, 'a.nbib').first?.details?.names?.author).toEqual([parts]);
});

test('lines whose blanks an editor took away, or put between', () => {
  expect(read('PMID- 1\nTI - Seas\nAB- Salt\n', 'a.nbib').first).toMatchObject({ title: 'Seas', abstract: 'Salt' });
  const { records } = read('PMID- 1\n\nTI  - Seas\n\nAB  - Salt\n\nPMID- 2\n\nTI  - Lakes\n', 'a.nbib');
  expect(records).toMatchObject([{ title: 'Seas', abstract: 'Salt' }, { title: 'Lakes' }]);
});

test('a record without a title costs itself', () => {
  const { titles, problems } = read('PMID- 1\nTI  - Seas\n\nPMID- 2\nAU  - Lee A\n\nPMID- 3\nTI  - Lakes\n', 'a.nbib');
  expect([titles, problems]).toEqual([['Seas', 'Lakes'], ['untitled-entry 3:0-3:7']]);
});

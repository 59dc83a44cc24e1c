import { describe, expect, test } from 'vitest';
import { generatedKey } from '../../../../src/core/library/citationKey.ts';
import { sameData } from '../../../../src/core/library/sameData.ts';
import type { Paper, PaperRecord } from '../../../../src/core/paper.ts';
import { libraryOf, recordAt } from './records.ts';

const title = 'What the Tide Knows of the Moon';

function merged(...all: readonly (Partial<PaperRecord> & { readonly title?: string })[]): readonly Paper[] {
  return libraryOf(
    Object.fromEntries(all.map((fields, at) => [`file${at}`, [recordAt(at, { title, ...fields })]])),
  ).papers();
}

function namesOf(family: string, given: string): PaperRecord['details'] {
  return { names: { author: [{ family, given }] } };
}

describe('the best of each record', () => {
  test('what says where and when comes from the published version together', () => {
    const [paper, ...others] = merged(
      { arxiv: '2301.00001', year: 2023, venue: 'arXiv preprint', details: { variables: { issued: '2023-01-02' } } },
      {
        doi: '10.1/j',
        year: 2024,
        venue: 'Tidal Letters',
        details: { type: 'article-journal', variables: { volume: '7' } },
      },
    );
    expect(others).toEqual([]);
    expect(paper).toMatchObject({ year: 2024, venue: 'Tidal Letters', doi: '10.1/j', arxiv: '2301.00001' });
    // The day of the preprint is no day of the article.
    expect(paper?.details).toEqual({ type: 'article-journal', variables: { volume: '7' } });
  });

  test('authors with full names win over the same ones abbreviated, whole lists over et al.', () => {
    expect(merged({ authors: ['J. Smith', 'A. Byron'] }, { authors: ['John Smith', 'Ada Byron'] })[0]?.authors).toEqual(
      ['John Smith', 'Ada Byron'],
    );
    expect(merged({ authors: ['John Smith', 'Ada Byron'] }, { authors: ['J. Smith', 'A. Byron'] })[0]?.authors).toEqual(
      ['John Smith', 'Ada Byron'],
    );
    expect(merged({ authors: ['John Smith', 'et al.'] }, { authors: ['J. Smith', 'A. Byron'] })[0]?.authors).toEqual([
      'J. Smith',
      'A. Byron',
    ]);
  });

  test('parts of names are those of the authors shown', () => {
    const [paper] = merged(
      { authors: ['J. Smith'], details: namesOf('Smith', 'J.') },
      { authors: ['John Smith'], details: namesOf('Smith', 'John') },
    );
    expect(paper?.authors).toEqual(['John Smith']);
    expect(paper?.details).toEqual({ names: { author: [{ family: 'Smith', given: 'John' }] } });
  });

  test('other fields and roles of all records, the first of each', () => {
    const [paper] = merged(
      {
        details: {
          names: { editor: [{ literal: 'Tide Office' }] },
          other: [
            ['upvotes', '7'],
            ['note', 'a'],
          ],
        },
      },
      {
        details: {
          variables: { page: '1-9' },
          other: [
            ['note', 'b'],
            ['status', 'read'],
          ],
        },
      },
    );
    expect(paper?.details).toEqual({
      names: { editor: [{ literal: 'Tide Office' }] },
      variables: { page: '1-9' },
      other: [
        ['upvotes', '7'],
        ['note', 'a'],
        ['status', 'read'],
      ],
    });
  });

  test('groups are joined, and each source says its key and where it stands', () => {
    const keyRange = { start: { line: 0, character: 9 }, end: { line: 0, character: 18 } };
    const [paper] = merged({ groups: ['Seas'], key: 'byron1843', keyRange }, { groups: ['Moons', 'seas'] });
    expect(paper?.groups).toEqual(['Seas', 'Moons']);
    expect(paper?.sources).toEqual([
      { uri: 'file0', range: recordAt(0, { title }).range, key: 'byron1843', keyRange },
      { uri: 'file1', range: recordAt(1, { title }).range },
    ]);
  });
});

describe('versions', () => {
  const authors = ['Ada Byron'];

  test('a preprint with a DOI and its article are two papers that name each other', () => {
    const papers = merged(
      { doi: '10.1101/p', key: 'pre', authors, year: 2020 },
      { doi: '10.1/j', key: 'pub', authors, year: 2022 },
    );
    expect(papers.map(({ key, versions }) => [key, versions])).toEqual([
      ['pre', ['pub']],
      ['pub', ['pre']],
    ]);
  });

  test('an arXiv paper and its article that one bibliography has under two keys; a list tells more of the article', () => {
    const papers = merged(
      { arxiv: '1801.00001', key: 'pre', authors, year: 2018 },
      { venue: 'Tidal Letters', key: 'pub', authors, year: 2019 },
      { arxiv: '1801.00001', venue: 'Tidal Letters', authors, year: 2019, abstract: 'Told by its number.' },
      { authors, year: 2019, abstract: 'Told by title and year, and much longer.' },
    );
    expect(papers.map(({ key, versions, abstract }) => [key, versions, abstract])).toEqual([
      ['pre', ['pub'], 'Told by its number.'],
      ['pub', ['pre'], 'Told by title and year, and much longer.'],
    ]);
  });

  test('an arXiv paper without a key is its article', () => {
    const [paper, ...others] = merged(
      { arxiv: '1801.00001', authors, year: 2018, abstract: 'As submitted.' },
      { doi: '10.1/j', venue: 'Tidal Letters', key: 'pub', authors, year: 2019 },
    );
    expect(others).toEqual([]);
    expect(paper).toMatchObject({
      key: 'pub',
      arxiv: '1801.00001',
      doi: '10.1/j',
      year: 2019,
      abstract: 'As submitted.',
    });
  });

  test('an arXiv paper and its article years later', () => {
    const papers = merged(
      { arxiv: '1801.00001', key: 'pre', authors, year: 2018 },
      { doi: '10.1/j', key: 'pub', authors, year: 2023 },
    );
    expect(papers.map(({ versions }) => versions)).toEqual([['pub'], ['pre']]);
  });

  test.each([
    ['other authors', { doi: '10.1101/p', authors: ['Alan Turing'] }, { doi: '10.1/j', authors }],
    [
      'a title of many works',
      { title: 'Editorial', doi: '10.1/i', authors, year: 2020 },
      { title: 'Editorial', doi: '10.1/j', authors, year: 2021 },
    ],
    [
      'a short title of two articles',
      { title: 'Tides', doi: '10.1/i', authors },
      { title: 'Tides', doi: '10.1/j', authors },
    ],
    ['a generation apart', { doi: '10.1/i', authors, year: 1990 }, { doi: '10.1/j', authors, year: 2020 }],
  ])('%s: none', (_name, a, b) => {
    expect(merged(a, b).map(({ versions }) => versions)).toEqual([undefined, undefined]);
  });

  test('a paper whose other version went away has changed', () => {
    const library = libraryOf({
      a: [recordAt(0, { title, doi: '10.1101/p', authors })],
      b: [recordAt(0, { title, doi: '10.1/j', authors, key: 'pub' })],
    });
    library.removeFile('a');
    const { changed, removed } = library.commit();
    expect(changed.map(({ key, versions }) => [key, versions])).toEqual([['pub', undefined]]);
    expect(removed.map(({ key }) => key)).toEqual([generatedKey(title)]);
  });
});

test.each([
  [{ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1, c: 2 }, false],
  [[1, 2], [1], false],
  [[], {}, false],
  [null, {}, false],
])('%o and %o are the same data: %s', (a, b, expected) => {
  expect(sameData(a, b)).toBe(expected);
  expect(sameData(b, a)).toBe(expected);
});

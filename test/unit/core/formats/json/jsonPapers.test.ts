import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { invertedAbstract } from '../../../../../src/core/formats/json/invertedAbstract.ts';
import { jsonPapers } from '../../../../../src/core/formats/json/jsonPapers.ts';
import { parsePaperFile } from '../../../../../src/core/formats/parsePaperFile.ts';
import type { PaperRecord } from '../../../../../src/core/paper.ts';

function read(name: string): readonly PaperRecord[] {
  const text = readFileSync(join(import.meta.dirname, '../../../../fixtures/json', name), 'utf8');
  const { format, records, problems } = parsePaperFile(name, text);
  expect({ format, problems }).toEqual({ format: 'jsonPapers', problems: [] });
  return records;
}

function titlesOf(text: string): readonly string[] {
  return jsonPapers.parse(text).records.map(({ title }) => title);
}

function paper(fields: object): PaperRecord | undefined {
  return jsonPapers.parse(JSON.stringify([{ title: 'Tides', ...fields }])).records[0];
}

describe('the shapes of APIs', () => {
  test('Semantic Scholar: identifiers, journal, and no paper for what a paper cites', () => {
    const [first, second, ...rest] = read('semantic-scholar.json');
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      title: 'What the Tide Knows of the Moon',
      abstract: 'It knows where it is.',
      authors: ['Ada Byron', 'J. Smith'],
      year: 2024,
      venue: 'Tidal Letters',
      doi: '10.1000/tide.1',
      arxiv: '2401.90001',
      url: 'https://www.semanticscholar.org/paper/649def34',
      keywords: ['Physics', 'Geography'],
      details: { variables: { issued: '2024-03-02' } },
    });
    expect(second).toMatchObject({
      title: 'Only a Sentence',
      abstract: 'One sentence.',
      year: 2023,
      venue: 'Notes & Queries',
      authors: [],
    });
  });

  test('OpenAlex: the abstract in its order, and nothing of what stands behind the list', () => {
    const [work, ...rest] = read('openalex.json');
    expect(rest).toEqual([]);
    expect(work).toMatchObject({
      title: 'Slow Clocks',
      abstract: 'Clocks run slow; they run',
      authors: ['Alan Turing'],
      year: 2021,
      venue: 'Journal of Time',
      doi: '10.1000/oa.1',
      keywords: ['Clocks'],
    });
  });

  test("arXiv's dump: names apart, the year of the first version, categories between blanks", () => {
    const [first, second, ...rest] = read('arxiv-dump.jsonl');
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      title: 'Diphoton Teacups at Low Tide',
      abstract: 'A calculation of tides.',
      authors: ['A. Byrón', 'J. van der Berg Jr.'],
      year: 2007,
      doi: '10.1103/tid.7.1',
      arxiv: '0704.90001',
      keywords: ['hep-ph', 'math.CO'],
      details: { variables: { issued: '2007-04-02' } },
      range: { start: { line: 0, character: 0 } },
    });
    expect(second).toMatchObject({
      arxiv: 'cs/0309040',
      year: 2003,
      keywords: ['cs.DS'],
      range: { start: { line: 2 } },
    });
  });

  test('OpenReview wraps each value', () => {
    expect(read('openreview.json')).toMatchObject([
      {
        title: 'Reviewed Tides',
        abstract: 'Peers looked.',
        authors: ['Ada Byron', 'Wei Li'],
        year: 2023,
        venue: 'TIDE 2024 poster',
        url: 'https://openreview.net/forum?id=AbC12xyz',
        keywords: ['tides', 'peers'],
      },
    ]);
  });

  test('ACL Anthology: the key and its place', () => {
    const [only] = read('anthology.json');
    expect(only).toMatchObject({
      title: 'Teacups in Translation',
      authors: ['Ada Byron', 'Jan van der Berg'],
      key: 'byron-berg-2023-teacups',
      keyRange: { start: { line: 2, character: 15 }, end: { line: 2, character: 38 } },
      venue: 'Proceedings of the Tidal Association',
      doi: '10.18653/v1/2023.tide-1.1',
      details: { variables: { page: '1--9' } },
    });
  });

  test('DBLP: what a hit says, without the numbers of namesakes', () => {
    expect(read('dblp.json')).toMatchObject([
      { title: 'Tides in Tables.', authors: ['Ada Byron', 'Wei Li'], year: 2022, venue: 'TIDE', doi: '10.1000/d.1' },
    ]);
  });
});

describe('where the papers are', () => {
  const a = { title: 'Paper A', year: 2020 };
  const b = { title: 'Paper B', year: 2021 };
  test.each<readonly [string, unknown]>([
    ['a list', [a, b]],
    ['data', { total: 2, data: [a, b], next: { title: 'No paper', year: 1 } }],
    ['message.items', { status: 'ok', message: { items: [a, b], query: { title: 'No' } } }],
    ['papers by id', { papers: { '2401.1': a, '2401.2': b }, stats: { title: 'No', year: 1 } }],
    ['ids alone', { '2401.1': a, '2401.2': b }],
    ['a list with a title', { title: 'My list', papers: [a, b] }],
    ['wrapped items', [{ paper: a }, { content: b }]],
    ['GraphQL', { data: { search: { results: [a, b] } } }],
    ['a list in a list', [[a], [b]]],
    ['things between', [1, 'text', a, null, b]],
  ])('%s', (_name, value) => {
    expect(titlesOf(JSON.stringify(value))).toEqual(['Paper A', 'Paper B']);
    expect(titlesOf(JSON.stringify(value, undefined, 2))).toEqual(['Paper A', 'Paper B']);
  });

  test('one paper, with what it cites', () => {
    const one = {
      title: 'Citing',
      authors: [{ name: 'A B', papers: [a] }],
      references: [a, b],
      journal: { title: 'J', year: 1 },
    };
    expect(titlesOf(JSON.stringify(one))).toEqual(['Citing']);
  });

  test('pages of a list, one a line', () => {
    expect(titlesOf(`{"data":[${JSON.stringify(a)}],"next":1}\n{"data":[${JSON.stringify(b)}]}\n`)).toEqual([
      'Paper A',
      'Paper B',
    ]);
  });
});

describe('values', () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    ['names', ['Ada Byron', 'Smith, John'], ['Ada Byron', 'John Smith']],
    ['a text with and', 'A. Byron, J. Smith and Wei Li', ['A. Byron', 'J. Smith', 'Wei Li']],
    ['BibTeX', 'Byron, Ada and van den Berg, Jan', ['Ada Byron', 'Jan van den Berg']],
    ['semicolons', 'Byron, Ada; Smith, John', ['Ada Byron', 'John Smith']],
    [
      'objects',
      [
        { firstName: 'Ada', lastName: 'Byron', creatorType: 'author' },
        { name: 'Ed', creatorType: 'editor' },
      ],
      ['Ada Byron'],
    ],
    ['nothing', [null, 7, {}, ''], []],
  ])('authors as %s', (_name, authors, expected) => {
    expect(paper({ authors })?.authors).toEqual(expected);
  });

  test('names of members in any spelling; empty ones say nothing; other texts are kept', () => {
    const one = paper({
      'Paper-Title': 'No',
      Year: '2020',
      publication_date: '2019-01-01',
      DOI: 'https://doi.org/10.1000/A',
      abstract: '',
      summary: 'S.',
      upvotes: 3,
      long: 'x'.repeat(5000),
    });
    expect(one).toMatchObject({ title: 'Tides', year: 2020, doi: '10.1000/a', abstract: 'S.' });
    // The day is of another year.
    expect(one?.details).toEqual({ variables: { issued: '2020' }, other: [['upvotes', '3']] });
  });

  test('members of objects are members like others', () => {
    const text = '{"title":"Proto","year":2020,"__proto__":{"abstract":"evil"},"constructor":"c","hasOwnProperty":"h"}';
    const { records } = jsonPapers.parse(text);
    expect(records).toMatchObject([
      {
        title: 'Proto',
        abstract: '',
        details: {
          other: [
            ['constructor', 'c'],
            ['hasOwnProperty', 'h'],
          ],
        },
      },
    ]);
    expect(({} as Record<string, unknown>)['abstract']).toBeUndefined();
  });

  test('attachments of a reference manager are no papers, its item keys no citation keys', () => {
    const items = [
      {
        key: 'ABCD2345',
        data: {
          itemType: 'journalArticle',
          title: 'Z',
          date: '2020',
          key: 'ABCD2345',
          creators: [],
          tags: [{ tag: 't' }],
        },
      },
      { data: { itemType: 'attachment', title: 'PDF', date: '2020' } },
    ];
    const { records, problems } = jsonPapers.parse(JSON.stringify(items));
    expect(problems).toEqual([]);
    expect(records.map(({ title, key, keywords, year }) => ({ title, key, keywords, year }))).toEqual([
      { title: 'Z', key: undefined, keywords: ['t'], year: 2020 },
    ]);
  });

  test('places of words may be far apart, twice, or no places', () => {
    expect(invertedAbstract({ b: [1e9], a: [0, 3], c: ['x', null, 2.5] })).toBe('a c a b');
    expect(invertedAbstract([])).toBe('');
    expect(invertedAbstract('text')).toBe('');
  });
});

import { describe, expect, test } from 'vitest';
import { fixture, at, read, textAt } from '../readText.ts';

const good = { type: 'book', title: 'Seas', author: [{ family: 'Lee', given: 'Ann' }] };

function readItem(item: object) {
  return read(JSON.stringify([{ ...good, ...item }]), 'a.csl.json');
}

describe('exports', () => {
  test('of Zotero: ids that are addresses are no keys, notes hold fields', () => {
    const text = fixture('csl/zotero.json');
    const { records, problems, format } = read(text, 'zotero.json');
    expect([format, problems]).toEqual(['cslJson', []]);
    expect(records).toMatchObject([
      {
        title: 'Deep learning',
        authors: ['Yann LeCun', 'Jan van den Berg Jr.', 'Deep Learning Group'],
        abstract: 'Layers that learn & more.',
        doi: '10.1038/nature14539',
        key: 'lecun2015',
        keyRange: undefined,
        details: {
          names: {
            author: [
              {},
              { family: 'Berg', given: 'Jan', particle: 'van den', suffix: 'Jr.' },
              { literal: 'Deep Learning Group' },
            ],
          },
          variables: { issued: '2015-05-28', accessed: '2024-01-02', note: 'Read twice.', page: '436-444' },
          other: [['tex.entrytype', 'article']],
        },
      },
      { key: '1234', arxiv: '1706.03762', year: 2023, keywords: ['attention', 'transformers'] },
    ]);
    expect(records.map(({ range }) => at(range))).toEqual(['1:1-1:634', '2:1-2:207']);
    expect(records[1]?.keyRange && textAt(text, records[1].keyRange)).toBe('1234');
  });

  test('of Better BibTeX: the citation key counts', () => {
    const text = fixture('csl/better.json');
    const { first } = read(text, 'better.json');
    expect(first).toMatchObject({ key: 'knuth1992lit', keywords: ['weaving', 'tangling'], year: 1992 });
    expect(first?.keyRange && at(first.keyRange)).toBe('1:36-1:48');
  });

  test('of Crossref: lists of texts, its own types, JATS', () => {
    const { format, records } = read(fixture('csl/crossref.json'), 'crossref.json');
    expect(format).toBe('cslJson');
    expect(records).toMatchObject([
      {
        title: 'Deep learning',
        abstract: 'Layers that learn.\n\nAnd more.',
        authors: ['Yann LeCun', 'Deep Learning Group'],
        venue: 'Nature',
        doi: '10.1038/nature14539',
        keywords: ['Multidisciplinary'],
        details: {
          type: 'article-journal',
          variables: { issued: '2015-05-27', ISSN: '0028-0836', 'container-title-short': 'Nature' },
        },
      },
    ]);
  });

  test('of Crossref: one work', () => {
    const answer = { status: 'ok', 'message-type': 'work', message: { DOI: '10.1/x', ...good, title: ['Seas'] } };
    const { format, titles } = read(JSON.stringify(answer), 'answer.json');
    expect([format, titles]).toEqual(['cslJson', ['Seas']]);
  });
});

describe('keys', () => {
  test.each([
    [{ id: 'lee2020' }, 'lee2020'],
    [{ id: 12 }, '12'],
    [{}, undefined],
    [{ id: { a: 1 } }, undefined],
    [{ id: 'http://zotero.org/users/1/items/ABC' }, undefined],
    [{ id: '12/ABCDEFGH' }, undefined],
    [{ id: 'http://zotero.org/users/1/items/ABC', note: 'x\nCitation Key: lee2020' }, 'lee2020'],
    [{ id: 'a', 'citation-key': 'b', note: 'Citation Key: c' }, 'b'],
    [{ id: 'a', citekey: 'b' }, 'b'],
    [{ id: 'a', note: 'citekey= c' }, 'c'],
    [{ id: '__proto__' }, '__proto__'],
  ])('of %j', (item, key) => {
    expect(readItem(item).first?.key).toBe(key);
  });

  test('that two items have are a problem at the second', () => {
    const text = JSON.stringify([
      { id: 'a', ...good },
      { id: 'a', ...good },
    ]);
    const { records, problems } = read(text, 'a.csl.json');
    expect(records).toHaveLength(2);
    expect(problems).toEqual([`duplicate-key 0:${text.lastIndexOf('"a"') + 1}-0:${text.lastIndexOf('"a"') + 2}`]);
  });
});

describe('dates', () => {
  test.each([
    [{ 'date-parts': [[2020, 5, 19]] }, '2020-05-19'],
    [{ 'date-parts': [['2020', '5']] }, '2020-05'],
    [{ 'date-parts': [[2020], [2021]] }, '2020/2021'],
    [{ 'date-parts': [2020, 5] }, '2020-05'],
    [{ 'date-parts': [[]], literal: 'May 2020' }, '2020-05'],
    [{ 'date-parts': [[null]], raw: '2020' }, '2020'],
    [{ 'date-parts': [[2020, 2, 31]] }, '2020-02'],
    [{ 'date-parts': [[2020, 21]] }, '2020'],
    [{ 'date-parts': [[-50]] }, undefined],
    [{ 'date-parts': [[[2020]]] }, undefined],
    [{ raw: '2020-05-19' }, '2020-05-19'],
    [{ raw: '2020/05/19' }, '2020-05-19'],
    [{ literal: 'Spring 2020' }, '2020'],
    [{ 'date-parts': [[2020]], season: 2, circa: true }, '2020'],
    [{ year: 2020, month: '5' }, '2020-05'],
    [[{ year: 2019 }, { year: 2020 }], '2019/2020'],
    ['2020-05/2020-06', '2020-05/2020-06'],
    ['2020-05~', '2020-05'],
    ['2020/..', '2020'],
    ['201X', undefined],
    [2020, '2020'],
    [true, undefined],
  ])('%j', (issued, expected) => {
    const { variables, first } = readItem({ issued });
    expect(variables.issued).toBe(expected);
    expect(first?.year).toBe(expected === undefined ? undefined : Number(expected.slice(0, 4)));
  });

  test('a number beyond all numbers is no year', () => {
    expect(read('[{"title":"Seas","issued":{"date-parts":[[1e999]]}}]', 'a.csl.json').first?.year).toBeUndefined();
  });
});

describe('notes', () => {
  test('hold arXiv, DOI and ids of PubMed; the rest of however long a note stays', () => {
    const rest = `${'word '.repeat(10_000)}end`;
    const { first } = readItem({ note: `arXiv: 2401.00001 [cs]\nDOI: 10.1/X\nPMID: 12\n${rest}` });
    expect(first).toMatchObject({ arxiv: '2401.00001', details: { variables: { PMID: '12', note: rest } } });
  });

  test.each([
    [{ publisher: 'arXiv', number: '12', archive_location: '2401.00001' }, '2401.00001'],
    [{ archive: 'arXiv', 'archive-location': 'cs/0309040' }, 'cs/0309040'],
    [{ DOI: '10.48550/arXiv.2401.00001' }, '2401.00001'],
    [{ URL: 'http://arxiv.org/abs/2401.00001v2' }, '2401.00001'],
    [{ number: '2401.00001' }, undefined],
  ])('the arXiv id of %j', (item, arxiv) => {
    expect(readItem(item).first?.arxiv).toBe(arxiv);
  });
});

describe('files', () => {
  const item = JSON.stringify(good);

  test.each([
    ['one object', item],
    ['a list in an object', `{"items":[${item}]}`],
    ['JSON Lines', `${item}\n`],
    ['a BOM', `\uFEFF[${item}]`],
    ['a comma too many', `[${item},]`],
    ['no end', `[${item},`],
    ['a comment', `[\n// mine\n${item}]`],
    ['tabs and CRLF', `[\r\n\t${item}\r\n]`],
  ])('with %s', (_name, text) => {
    const { titles, format } = read(text, 'a.csl.json');
    expect([format, titles]).toEqual(['cslJson', ['Seas']]);
  });

  test('of nothing yet are no fault', () => {
    expect(read('[]\n', 'references.json')).toMatchObject({ format: 'cslJson', records: [], problems: [] });
  });

  test.each([
    '{"id":"b","title":"Lakes" "type":"book"}',
    '{"id":"b","title":"Lakes}',
    `{"id":"b","title":"Lakes","x":${'['.repeat(1000)}}`,
  ])('a broken item between good ones costs itself: %s', (broken) => {
    const { titles, problems } = read(`[\n${item},\n${broken},\n${item}\n]`, 'a.csl.json');
    expect(titles).toEqual(['Seas', 'Seas']);
    expect(problems.map((problem) => problem.replace(/-.*/, ''))).toEqual(['broken']);
    expect(problems[0]).toMatch(/^broken-entry 2:0-/);
  });

  test('items without titles are problems, past the hundredth counted', () => {
    const { problems, messages } = read(`[${item}${',\n{"id":"x","type":"book"}'.repeat(150)}]`, 'a.csl.json');
    expect(problems).toHaveLength(100);
    expect(problems[0]).toBe('untitled-entry 1:0-1:24');
    expect(messages.at(-1)).toMatch(/50 more/);
  });

  test('members of objects are what their own file says', () => {
    const { first } = read(
      '[{"__proto__":{"title":"x"},"title":"Seas","type":"book","constructor":"c"}]',
      'a.csl.json',
    );
    expect(first?.details?.other).toEqual([['constructor', 'c']]);
    expect(Reflect.get({}, 'title')).toBeUndefined();
  });
});

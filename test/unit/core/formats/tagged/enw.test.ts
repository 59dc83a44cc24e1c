import { describe, expect, test } from 'vitest';
import { at, read, fixture, textAt } from '../readText.ts';

test('exports of EndNote and Google Scholar', () => {
  const text = fixture('tagged/exports.enw');
  const { records, problems, format } = read(text, 'exports.enw');
  expect([format, problems]).toEqual(['enw', []]);
  expect(records).toMatchObject([
    { title: 'Attention is all you need', arxiv: '1706.03762', year: 2017 },
    {
      title: 'Counting the waves',
      authors: ['Jan van den Berg', 'World Health Organization', 'Martin L. King Jr.'],
      abstract: 'The first paragraph.\n\nThe second paragraph %50 of it is not a tag.',
      venue: 'Journal of Seas',
      doi: '10.1000/waves',
      url: 'https://example.org/waves',
      keywords: ['waves', 'counting'],
      key: 'berg2020',
      details: {
        type: 'article-journal',
        variables: { issued: '2020-05-19', page: '10-19', ISSN: '0028-0836', archive_location: '1234' },
        other: [['%1', 'custom']],
      },
    },
    { title: 'Literate Programming', details: { type: 'book', variables: { ISBN: '0-937073-80-6' } } },
  ]);
  expect(records.map(({ range }) => at(range))).toEqual(['0:0-5:7', '7:0-28:9', '30:0-34:7']);
  const key = records[1]?.keyRange;
  expect(key && textAt(text, key)).toBe('berg2020');
});

describe('records', () => {
  test('with a blank line between all fields stay whole', () => {
    const { records } = read('%0 Book\n\n%T Seas\n\n%A Lee, Ann\n\n%D 2020\n\n%0 Book\n\n%T Lakes\n', 'a.enw');
    expect(records).toMatchObject([
      { title: 'Seas', authors: ['Ann Lee'], year: 2020 },
      { title: 'Lakes', authors: [] },
    ]);
  });

  test('without %0 are parted by blank lines', () => {
    const { records } = read('%A Lee, Ann\n%T Seas\n\n%A Roe, Al\n%T Lakes\n\n%T Ponds\n%D 2020\n', 'a.enw');
    expect(records).toMatchObject([
      { title: 'Seas', authors: ['Ann Lee'] },
      { title: 'Lakes', authors: ['Al Roe'] },
      { title: 'Ponds', year: 2020 },
    ]);
  });

  test('end where the last line of their last field does', () => {
    const { records } = read('%0 Book\n%T Seas\n%X Salt\nand water\n\nand waves\n\n%0 Book\n%T Lakes\nof ice', 'a.enw');
    expect(records.map(({ range }) => at(range))).toEqual(['0:0-5:9', '7:0-9:6']);
    expect(records.map(({ title }) => title)).toEqual(['Seas', 'Lakes of ice']);
  });

  test('without a title cost themselves', () => {
    const { titles, problems } = read('%0 Book\n%T Seas\n\n%0 Book\n%A Lee, Ann\n\n%0 Book\n%T Lakes\n', 'a.enw');
    expect([titles, problems]).toEqual([['Seas', 'Lakes'], ['untitled-entry 3:0-3:7']]);
  });

  test('without %0 and title are not taken for a part of the one above', () => {
    const { records, problems } = read('%0 Book\n%T Seas\n\n%A Lee, Ann\n%D 2020\n%V 1\n', 'a.enw');
    expect(records).toMatchObject([{ title: 'Seas', authors: [] }]);
    expect(problems).toEqual(['untitled-entry 3:0-3:11']);
  });
});

test('prose with signs of per cent is no EndNote file', () => {
  expect(read('%T is a tag of refer files.\n\nThey are old.\n', 'papers.txt').format).not.toBe('enw');
  expect(read('%0 Book\n%T Seas\n', 'papers.txt').format).toBe('enw');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from '../../../../../src/core/formats/csv/csv.ts';
import { parsePaperFile } from '../../../../../src/core/formats/parsePaperFile.ts';
import type { PaperRecord } from '../../../../../src/core/paper.ts';
import { decodePaperBytes } from '../../../../../src/engine/decodeText.ts';
import { expectLinearTexts } from '../hostileText.ts';

function read(name: string): readonly PaperRecord[] {
  const text = readFileSync(join(import.meta.dirname, '../../../../fixtures/csv', name), 'utf8');
  const { format, records, problems } = parsePaperFile(name, text);
  expect({ format, problems }).toEqual({ format: 'csv', problems: [] });
  return records;
}

function titlesOf(text: string, name = 'papers.csv'): readonly string[] {
  return parsePaperFile(name, text).records.map(({ title }) => title);
}

describe('exports', () => {
  test('Zotero: a cell of two lines, quotes in quotes, the key of Better BibTeX, both kinds of tags', () => {
    expect(read('zotero.csv')).toMatchObject([
      {
        title: 'What the "Tide" Knows, of the Moon',
        abstract: 'It knows, where it is.',
        authors: ['Ada Byron', 'Jan van der Berg'],
        year: 2024,
        venue: 'Tidal Letters',
        doi: '10.1000/tide.1',
        url: 'https://example.org/tide',
        keywords: ['seas', 'moons', 'Tides'],
        key: 'byron2024',
        keyRange: undefined,
        details: { variables: { issued: '2024-03-02', page: '1-9', issue: '2', volume: '7', ISSN: '1234-5678' } },
        range: { start: { line: 1, character: 0 }, end: { line: 3, character: 31 } },
      },
    ]);
  });

  test('Scopus: full names without numbers, no abstract that says there is none', () => {
    expect(read('scopus.csv')).toMatchObject([
      {
        title: 'Tides in Teacups',
        abstract: '',
        authors: ['Ada Byron', 'Jan van der Berg'],
        year: 2023,
        venue: 'Tidal Letters',
        doi: '10.1000/s.1',
        keywords: ['seas', 'moons', 'cups'],
        details: { variables: { page: '12-19', volume: '7' } },
      },
    ]);
  });

  test('Web of Science: tabs, full names, quotes that are signs like others', () => {
    expect(read('webofscience.txt')).toMatchObject([
      {
        title: 'Slow Clocks',
        abstract: 'They say "slow", and are.',
        authors: ['Ada Byron', 'Wei Li'],
        year: 2021,
        venue: 'JOURNAL OF TIME',
        doi: '10.1000/w.1',
        keywords: ['clocks', 'time', 'HOUR'],
        details: { variables: { page: '5-6' } },
      },
    ]);
  });

  test('IEEE Xplore', () => {
    expect(read('ieee.csv')).toMatchObject([
      {
        title: 'Moon Radar',
        authors: ['A. Byron', 'W. Li'],
        year: 2020,
        venue: '2020 Radar Conference (RC)',
        doi: '10.1109/rc.1',
        keywords: ['Radar', 'moon', 'Echo'],
        details: { variables: { page: '1-6', ISBN: '978-1-0000-0000-0' } },
      },
    ]);
  });

  test('PubMed: initials behind the family name', () => {
    const [record] = read('pubmed.csv');
    expect(record).toMatchObject({
      title: 'Sea sickness on the moon.',
      year: 2019,
      venue: 'Moon Med',
      doi: '10.1000/pm.1',
    });
    expect(record?.details?.names?.author).toEqual([
      { family: 'Byron', given: 'A' },
      { family: 'Berg', given: 'JD', particle: 'van der' },
      { family: 'Li', given: 'W' },
    ]);
  });

  test('Google Scholar, Publish or Perish and Notion', () => {
    expect(read('scholar.csv')).toMatchObject([
      {
        title: 'Tides and Tables',
        authors: ['Ada Byron', 'Wei Li'],
        year: 2018,
        venue: 'Tidal Letters',
        details: { variables: { issue: '2' } },
      },
    ]);
    expect(read('perish.csv')).toMatchObject([
      {
        title: 'Tides, Published or Perished',
        authors: ['A Byron', 'W Li'],
        year: 2017,
        venue: 'Tidal Letters',
        url: 'https://example.org/pop',
        abstract: 'They perished.',
      },
    ]);
    expect(read('notion.csv')).toMatchObject([
      {
        title: 'Tides at Notion',
        authors: ['Ada Byron', 'Wei Li'],
        year: 2022,
        arxiv: '2401.90003',
        keywords: ['seas', 'moons'],
      },
    ]);
  });
});

describe('tables as people keep them', () => {
  test.each([
    ['semicolons', 'Title;Author;Year\nA, b;Ada Byron;2020\nB;Li, W.;2021\n'],
    ['tabs', 'Title\tAuthor\tYear\nA, b\tAda Byron\t2020\nB\tLi\t2021\n'],
    ['bars', 'Title|Author|Year\nA, b|Ada Byron|2020\nB|Li|2021\n'],
    ["Excel's first line", 'sep=;\r\nTitle;Author;Year\r\nA, b;Ada Byron;2020\r\nB;Li;2021\r\n'],
    ['a BOM', '\uFEFFTitle;Author;Year\nA, b;Ada Byron;2020\nB;Li;2021'],
    ['lone carriage returns', 'Title;Author;Year\rA, b;Ada Byron;2020\rB;Li;2021\r'],
    ['blank lines and white space', '\n Title ; Author ; Year \n\n  A, b ; Ada Byron ; 2020 \n\nB;Li;2021\n\n'],
    ['rows shorter than the header', 'Title;Author;Year\nA, b\nB;Li\n'],
    ['separators behind the last cell', 'Title;Author;Year\nA, b;Ada Byron;2020;;;\nB;Li;2021;\n'],
    [
      'lines above the header',
      'My reading list\nExported 2024-05-01;by hand\nTitle;Author;Year\nA, b;Ada Byron;2020\nB;Li;2021\n',
    ],
  ])('%s', (_name, text) => {
    expect(csv.parse(text.replace(/^\uFEFF/, ''))).toMatchObject({
      records: [{ title: 'A, b' }, { title: 'B' }],
      problems: [],
    });
    expect(titlesOf(text)).toEqual(['A, b', 'B']);
  });

  test("Excel's Unicode text: UTF-16 with tabs", () => {
    const text = '\uFEFFTitle\tAuthor\tYear\r\n"Größe, ""groß"""\tÅsa Öst\t2020\r\n';
    const bytes = new Uint8Array(new Uint16Array(Array.from(text, (sign) => sign.charCodeAt(0))).buffer);
    const { text: decoded } = decodePaperBytes(bytes, 'papers.txt');
    expect(parsePaperFile('papers.txt', decoded ?? '').records).toMatchObject([
      { title: 'Größe, "groß"', authors: ['Åsa Öst'] },
    ]);
  });

  test.each([
    ['no header', 'Tides,Ada Byron,2020\nMoons,Wei Li,2021\n'],
    ['numbers', '1,2,3\n4,5,6\n'],
    ['people', 'Name,Year,Source\nAda,1815,Book\n'],
    ['a header below too many lines', `${'x,y\n'.repeat(6)}Title,Author,Year\nA,B,2020\n`],
    ['one column', 'Title\nTides\nMoons\n'],
    ['prices', 'Item,Price\nTea,2\n'],
  ])('%s: no table of papers, without a word', (_name, text) => {
    expect(parsePaperFile('papers.csv', text)).toEqual({ records: [], problems: [], format: undefined });
  });

  test('what a spreadsheet would run is text', () => {
    const cells = ['=HYPERLINK("https://evil.example")', '+1', '-1', '@SUM(A1)'];
    const rows = cells.map((cell) => `"${cell.replaceAll('"', '""')}",Ada Byron,2020`);
    expect(titlesOf(`Title,Author,Year\n${rows.join('\n')}\n`)).toEqual(cells);
  });

  test('a row without a title, and one with cells too many, are told at their places', () => {
    const { records, problems } = csv.parse('Title,Author,Year\n,Ada Byron,2020\nA,Byron, Ada,2020\n,,\nB,Li,2021\n');
    expect(records.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(problems.map(({ code, range }) => [code, range.start.line])).toEqual([
      ['untitled-entry', 1],
      ['broken-entry', 2],
    ]);
    const many = csv.parse(`Title,Author,Year\n${',x,y\n'.repeat(130)}A,B,2020\n`);
    expect(many.records.map(({ title }) => title)).toEqual(['A']);
    expect(many.problems).toHaveLength(100);
    expect(many.problems.at(-1)?.message).toMatch(/There are 30 more problems below\.$/);
  });

  test('the key and its place, not the same letters in the title', () => {
    const { records } = csv.parse('Title,Year,Citation Key\ntide24 and more,2024,"tide24"\n');
    expect(records).toMatchObject([
      { key: 'tide24', keyRange: { start: { line: 1, character: 22 }, end: { line: 1, character: 28 } } },
    ]);
  });

  test('a quote that lost its end costs its own row', () => {
    const text =
      'Title,Author,Year\n"Lost,Ada Byron,2019\n"Next, one","Wei Li",2020\n3,"Lost too,x\n"Last","Li, W.",2021\n';
    expect(csv.parse(text).records.map(({ title }) => title)).toEqual(['"Lost', 'Next, one', '3', 'Last']);
    const many = `Title,Author,Year\n${'"Lost,x,1\n"Good, one","Li",2020\n'.repeat(50)}`;
    expect(csv.parse(many).records.filter(({ title }) => title === 'Good, one')).toHaveLength(50);
  });

  test('of names for the same the surest counts', () => {
    const { records } = csv.parse(
      'id,Source,Title,Name,Source Title,Authors,Author full names\n7,Scopus,T,N,Tidal Letters,"Byron A.","Byron, Ada"\n',
    );
    expect(records).toMatchObject([{ title: 'T', venue: 'Tidal Letters', authors: ['Ada Byron'], keywords: [] }]);
  });
});

const size = 400_000;
const cases: Readonly<Record<string, readonly [before: string, piece: string]>> = {
  columns: ['Title,Year', ',c'],
  'columns, and rows of one cell': [`Title,Year${',c'.repeat(20_000)}\n`, 'A\n'],
  quotes: ['Title,Year\n', '"'],
  'quoted cells that never end': ['Title,Year\n', '"a\n'],
  'quotes after separators': ['Title,Year\n', ',"a'],
  'quotes that are doubled': ['Title,Year\n', '\n""a'],
  'cells too many': ['Title,Year\nA,1', ',x'],
  'blank lines': ['Title,Year\n', '\n'],
  'rows without a title': ['Title,Year\n', ',1\n'],
  'a long title': ['Title,Year\n', '&#65;'],
  'names between commas': ['Title,Authors\nA,"', 'A, '],
  'names between "and"': ['Title,Authors\nA,', ' and '],
  'a list of names': ['Title,Authors\nA,[', "'"],
  keywords: ['Title,Keywords,Year\nA,"', 'k;'],
  links: ['Title,Url,Year\nA,', 'https://e.org '],
};

describe('a hostile table', () => {
  test.each(Object.entries(cases))('of %s takes no more than its share', (_name, [before, piece]) => {
    expectLinearTexts(csv, 'papers.csv', (length) => before + piece.repeat(length / piece.length), size);
  });
});

describe('mutations', () => {
  const files = ['zotero.csv', 'scopus.csv', 'webofscience.txt', 'ieee.csv', 'pubmed.csv'].map((name) =>
    readFileSync(join(import.meta.dirname, '../../../../fixtures/csv', name), 'utf8'),
  );
  const noise = fc.constantFrom('"', '""', ',', '\t', '\n', '\r', ';', '\0', '"\n', ',"', '\uD800', 'sep=x\n');
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 80 }), noise), { maxLength: 6 });

  test('never throw; records stand in order and inside the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), changes, (file, all) => {
        const text = mutate(file, all);
        const lines = text.split(/\r\n|\n|\r/);
        let last = -1;
        for (const { title, range } of csv.parse(text).records) {
          expect(title).not.toBe('');
          expect(range.start.line).toBeGreaterThan(last);
          last = range.end.line;
          expect(range.end.character).toBeLessThanOrEqual(lines[last]?.length ?? -1);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('rows below damaged ones survive', () => {
    const header = 'Title,Authors,Year\n"Moon, one","Ada Byron",2020\n';
    fc.assert(
      fc.property(changes, (all) => {
        const damaged = mutate('"Tide, two","Li, W.; Byron, A.",2020\n"Sea, ""three""","Wei Li",2021\n', all);
        const { records } = csv.parse(`${header}${damaged}\nX,Li,2020\n"Y, y","Li",2020\n"Z","Li",2021\n`);
        expect(records.slice(-2).map(({ title }) => title)).toEqual(['Y, y', 'Z']);
      }),
      { numRuns: 1000 },
    );
  });
});

function mutate(file: string, changes: readonly (readonly [number, number, string])[]): string {
  let text = file;
  for (const [at, length, inserted] of changes) {
    const from = at % (text.length + 1);
    text = text.slice(0, from) + inserted + text.slice(from + length);
  }
  return text;
}

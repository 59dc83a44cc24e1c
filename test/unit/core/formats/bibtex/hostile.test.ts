import { describe, expect, test } from 'vitest';
import { bibtex } from '../../../../../src/core/formats/bibtex/bibtex.ts';
import { expectLinearTexts } from '../hostileText.ts';

/** Files by size in characters, of about that size. */
const cases: Readonly<Record<string, (size: number) => string>> = {
  'opening braces': (size) => inTitle('{'.repeat(size)),
  'closing braces': (size) => inTitle('}'.repeat(size)),
  'braces in pairs': (size) => inTitle(`${'{'.repeat(size / 2)}x${'}'.repeat(size / 2)}`),
  dollars: (size) => inTitle('$'.repeat(size + 1)),
  'dollars with words': (size) => inTitle('$a b '.repeat(size / 5)),
  'opened math': (size) => inTitle('\\('.repeat(size / 2)),
  environments: (size) => inTitle('\\begin{equation}'.repeat(size / 16)),
  accents: (size) => inTitle('\\"'.repeat(size / 2)),
  'accents in braces': (size) => inTitle('{\\"'.repeat(size / 3)),
  backslashes: (size) => inTitle('\\'.repeat(size)),
  'commands that never end': (size) => inTitle('\\href{'.repeat(size / 6)),
  'optional arguments': (size) => inTitle('\\a[b]'.repeat(size / 5)),
  quotes: (size) => inTitle("`'".repeat(size / 2)),
  hyphens: (size) => inTitle('-'.repeat(size)),
  'at signs': (size) => '@'.repeat(size),
  'heads of entries': (size) => '@a{'.repeat(size / 3),
  'heads of entries, a line each': (size) => '@a{k,\n'.repeat(size / 6),
  'heads with spaces': (size) => `@a{${' '.repeat(size)}`,
  'heads in parentheses': (size) => '@a( '.repeat(size / 4),
  'heads in values': (size) => '@a{k, t = {'.repeat(size / 11),
  'heads in quotes': (size) => '@a{k, t = "{'.repeat(size / 12),
  'values never closed': (size) => `@a{k,\n${' t = {\n'.repeat(size / 7)}`,
  'quotes never closed': (size) => `@a{k,\n${' t = "{\n'.repeat(size / 8)}`,
  'closed too early': (size) => `@a{k, title = {T}${'},\n a = {'.repeat(size / 9)}`,
  'fields without values': (size) => `@a{k, ${'x '.repeat(size / 2)}`,
  'fields with values': (size) => `@a{k, ${manyFields(size / 12)}}`,
  commas: (size) => `@a{k${','.repeat(size)}`,
  'white space': (size) => `@a{k, title = {T}, ${' \n'.repeat(size / 2)}`,
  'percent signs': (size) => `@a{k, ${'%'.repeat(size)}`,
  'line comments': (size) => '% @a{k, title={T}}\n'.repeat(size / 19),
  'pieces of a value': (size) => `@a{k, title = ${'{T} # '.repeat(size / 6)}`,
  'comments never closed': (size) => '@comment{\n'.repeat(size / 10),
  'preambles never closed': (size) => '@preamble{ "'.repeat(size / 12),
  strings: (size) => '@string{s = "x"}'.repeat(size / 16),
  'fifty thousand authors': (size) => `@a{k, title={T}, author={${'A B and '.repeat(size / 8)}C D}}`,
  'commas in a name': (size) => `@a{k, title={T}, author={${'A, '.repeat(size / 3)}}}`,
  'braces in names': (size) => `@a{k, title={T}, author={${'{A '.repeat(size / 3)}}}`,
  'small words in a name': (size) => `@a{k, title={T}, author={${'von '.repeat(size / 4)}}}`,
  'an abstract': (size) => `@a{k, title={T}, abstract={${'All of it. '.repeat(size / 11)}}}`,
  keywords: (size) => `@a{k, title={T}, keywords={${'a, b; '.repeat(size / 6)}}}`,
  pages: (size) => `@a{k, title={T}, pages={${' - '.repeat(size / 3)}}}`,
  'a date': (size) => `@a{k, title={T}, date={${'2020/'.repeat(size / 5)}}}`,
  'words of arXiv': (size) => `@a{k, title={T}, note={arxiv${' '.repeat(190)}}}\n`.repeat(size / 220),
  addresses: (size) => `@a{k, title={T}, url={${'\\url{'.repeat(size / 5)}}}`,
  'one string in every entry': (size) => `@string{s = "${'x'.repeat(size / 2)}"}${entriesWith('note = s', size)}`,
  'one parent of every entry': (size) => `@b{p, ${manyFields(size / 24)}}${entriesWith('crossref = {p}', size)}`,
  'a long value of a parent': (size) => `@b{p, note = {${'x'.repeat(size / 2)}}}${entriesWith('crossref = {p}', size)}`,
  'xdata in every entry': (size) => `@xdata{p, xdata={${'q,'.repeat(size / 4)}}}${entriesWith('xdata = {p}', size)}`,
  'a chain of parents': (size) => chain(size / 34),
  'unknown parents': (size) => entriesWith('crossref = {q}', size * 2),
  'unknown strings': (size) => entriesWith('note = q', size * 2),
  'one key': (size) => entriesWith('year = 1', size * 2),
  'groups of JabRef': (size) =>
    `@comment{jabref-meta: grouping: ${'1 KeywordGroup:a\\;0\\;note\\;x\\;0\\;0\\;;'.repeat(size / 36)}}`,
};

function inTitle(value: string): string {
  return `@a{k, title = {${value}}}\n@a{good, title = {Good}}\n`;
}

function manyFields(count: number): string {
  return Array.from({ length: count }, (_, i) => `f${i} = {x},`).join(' ');
}

function entriesWith(field: string, size: number): string {
  return `@a{k, title = {T}, ${field}}\n`.repeat(size / 2 / (22 + field.length));
}

function chain(count: number): string {
  return Array.from({ length: count }, (_, i) => `@a{k${i}, title={T}, crossref={k${i + 1}}}\n`).join('');
}

describe('a megabyte', () => {
  test.each(Object.entries(cases))('of %s takes no more than its share', (_name, make) => {
    expectLinearTexts(bibtex, 'papers.txt', make);
  });
});

describe('what comes out', () => {
  const good = '@misc{good, title = {Good}}';

  test.each([
    ['50,000 braces', '{'.repeat(50_000)],
    ['100,001 dollars', '$'.repeat(100_001)],
    ['100,000 accents', '\\"'.repeat(100_000)],
    ['200,000 at signs', '@'.repeat(200_000)],
  ])('%s in a title cost no other entry', (_name, value) => {
    const { records } = bibtex.parse(`@misc{first, title = {First}}\n@misc{bad, title = {x${value}}\n${good}\n`);
    expect(records.map(({ key }) => key)).toEqual(['first', 'bad', 'good']);
    expect(records[2]).toMatchObject({ title: 'Good' });
  });

  test('50,000 authors and an abstract of ten megabytes are kept', () => {
    const { records } = bibtex.parse(
      `@misc{a, title = {T}, author = {${'A Name and '.repeat(49_999)}A Name}}\n@misc{b, title = {U}, abstract = {${'0123456789'.repeat(1_000_000)}}}`,
    );
    expect(records.map(({ authors, abstract }) => [authors.length, abstract.length])).toEqual([
      [50_000, 0],
      [0, 10_000_000],
    ]);
  });

  test('strings that double each other stay names, and that is told', () => {
    const bomb = Array.from({ length: 27 }, (_, i) => `@string{a${i + 1} = a${i} # a${i}}`).join('\n');
    const { records, problems } = bibtex.parse(
      `@string{a0 = "xxxxxxxxxx"}\n${bomb}\n@misc{k, title = a27}\n@misc{l, title = a3}\n${good}`,
    );
    expect(records.map(({ key }) => key)).toEqual(['k', 'l', 'good']);
    expect(records[1]?.title).toBe('x'.repeat(80));
    expect(records[0]?.title.length).toBeLessThan(1_100_000);
    expect(problems[0]).toMatchObject({ code: 'unresolved-reference', range: { start: { line: 17, character: 14 } } });
    expect(problems[0]?.message).toMatch(/"a16" makes its value too long/);
  });

  test('names of object members are types, keys, fields and strings like others', () => {
    const { records, problems } = bibtex.parse(
      '@constructor{__proto__, title = {A}, __proto__ = {x}, toString = {y}, author = {constructor}}\n@misc{constructor, title = {B}, crossref = {__proto__}}\n@misc{toString, title = hasOwnProperty}',
    );
    expect(records.map(({ key, title }) => [key, title])).toEqual([
      ['__proto__', 'A'],
      ['constructor', 'B'],
      ['toString', 'hasOwnProperty'],
    ]);
    expect(problems).toHaveLength(1);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('equal keys are all kept', () => {
    expect(bibtex.parse('@misc{k, title={A}}\n@misc{k, title={B}}').records.map(({ title }) => title)).toEqual([
      'A',
      'B',
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { bibtex } from '../../../../../src/core/formats/bibtex/bibtex.ts';

const before = '@article{before,\n  title = {The One Before},\n  author = {Ada Lovelace}\n}\n\n';
const after = '\n\n@article{after,\n  title = "The One After",\n  author = {Alan Turing}\n}\n';

/** What came of a broken entry: `key: title / authors / year`. */
type Broken = readonly string[];

/** Names a fault, the broken text, what could still be read of it, and the codes told about it. */
const faults: readonly (readonly [string, string, Broken, readonly string[]])[] = [
  [
    'missing comma between fields',
    '@misc{k,\n  title = {A}\n  author = {B C}\n  year = 2020\n}',
    ['k: A / B C / 2020'],
    [],
  ],
  ['missing comma behind the key', '@misc{k\n  title = {A},\n  year = 2020\n}', ['k: A /  / 2020'], []],
  ['two commas', '@misc{k,,\n  title = {A},,\n  , year = 2020,,\n}', ['k: A /  / 2020'], []],
  [
    'a value is not closed',
    '@misc{k,\n  title = {A,\n  author = {B C},\n  year = {2020}\n}',
    ['k: A / B C / 2020'],
    ['broken-entry'],
  ],
  ['the last value is not closed', '@misc{k,\n  title = {A},\n  year = {2020\n}', ['k: A /  / 2020'], ['broken-entry']],
  [
    'a brace in a value is not closed',
    '@misc{k,\n  title = {A {B},\n  author = {B C},\n  year = {2020}\n}',
    ['k: A B / B C / 2020'],
    ['broken-entry'],
  ],
  [
    'a brace too many in a value',
    '@misc{k,\n  title = {A}},\n  author = {B C},\n  year = 2020\n}',
    ['k: A / B C / 2020'],
    ['broken-entry'],
  ],
  [
    'the closing quote is missing',
    '@misc{k,\n  title = "A,\n  author = "B C",\n  year = 2020\n}',
    ['k: A / B C / 2020'],
    ['broken-entry'],
  ],
  [
    'the last closing quote is missing',
    '@misc{k,\n  year = 2020,\n  title = "A\n}',
    ['k: A /  / 2020'],
    ['broken-entry'],
  ],
  [
    'the opening quote is missing',
    '@misc{k,\n  title = {A},\n  note = some words",\n  year = 2020\n}',
    ['k: A /  / 2020'],
    ['unresolved-reference'],
  ],
  ['the entry is not closed', '@misc{k,\n  title = {A},\n  year = 2020\n', ['k: A /  / 2020'], ['broken-entry']],
  ['the file of somebody else ends here', '@misc{k,\n  title = {A},\n  auth', ['k: A /  / '], ['broken-entry']],
  ['missing =', '@misc{k,\n  title {A},\n  year = 2020\n}', ['k: A /  / 2020'], ['broken-entry']],
  ['missing value', '@misc{k,\n  note = ,\n  title = {A},\n  url =\n}', ['k: A /  / '], []],
  ['a field without anything', '@misc{k,\n  note,\n  title = {A}\n}', ['k: A /  / '], []],
  ['missing key', '@misc{\n  title = {A},\n  year = 2020\n}', [': A /  / 2020'], []],
  ['a key of two words', '@misc{my key, title = {A}}', ['my: A /  / '], []],
  ['a stray brace between entries', '}\n@misc{k, title = {A}}\n}}', ['k: A /  / '], []],
  ['an opening brace between entries', '{{\n@misc{k, title = {A}}\n{', ['k: A /  / '], []],
  ['@ in values', '@misc{k, title = {A @home}, note = "me@x.org @misc{x"}', ['k: A @home /  / '], ['broken-entry']],
  ['two entries on one line', '@misc{k, title = {A}} @misc{l, title = {B}}', ['k: A /  / ', 'l: B /  / '], []],
  [
    'two entries on one line, the first not closed',
    '@misc{k, title = {A} @misc{l, title = {B}}',
    ['k: A /  / ', 'l: B /  / '],
    ['broken-entry'],
  ],
  [
    'two entries on one line, a value not closed',
    '@misc{k, title = {A @misc{l, title = {B}}',
    ['k: A /  / ', 'l: B /  / '],
    ['broken-entry'],
  ],
  ['a field twice', '@misc{k, title = {A}, title = {B}}', ['k: A /  / '], []],
  ['no title', '@misc{k, author = {B C}}', [], ['untitled-entry']],
  [
    'a page of HTML',
    '<html><head>\n<style>@media (max-width: 1px) { p { } }\n@font-face { }</style>\n<a href="x">@me</a>',
    [],
    [],
  ],
  ['a preamble that is not closed', '@preamble{"\\newcommand', [], []],
  ['a string that is not closed', '@string{x = "y', [], []],
  ['a string without a name', '@string{"y"}', [], []],
  ['a comment that is not closed', '@comment{ x { y }', [], []],
  ['only a head', '@misc{', [], ['broken-entry']],
  ['an @ alone', '@\n@ {\n@@misc{k, title = {A}}', ['k: A /  / '], []],
  ['control characters', '@misc{k,\0\u0007 title = {A}}\u001A', ['k: A /  / '], []],
];

describe('a fault costs nothing around it', () => {
  test.each(faults)('%s', (_name, broken, read, codes) => {
    const { records, problems } = bibtex.parse(before + broken + after);
    const said = records.map(
      ({ key = '', title, authors, year = '' }) => `${key}: ${title} / ${authors.join('; ')} / ${year}`,
    );
    expect(said).toEqual([
      'before: The One Before / Ada Lovelace / ',
      ...read,
      'after: The One After / Alan Turing / ',
    ]);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });

  test.each(faults)('%s, at the end of the file and with CRLF', (_name, broken, read) => {
    const { records } = bibtex.parse((before + broken).replaceAll('\n', '\r\n'));
    expect(records[0]).toMatchObject({ key: 'before', title: 'The One Before', authors: ['Ada Lovelace'] });
    expect(records.slice(1).map(({ key = '' }) => key)).toEqual(read.map((line) => line.split(':')[0]));
  });
});

test('one broken entry among a thousand: 1000 good ones are kept, and one warning is given', () => {
  const good = Array.from({ length: 1000 }, (_, i) => `@misc{k${i},\n  title = {Title ${i}},\n}\n`);
  good.splice(500, 0, '@article{bad, title={never closed\n year=2020\n');
  const { records, problems } = bibtex.parse(good.join('\n'));
  expect(records).toHaveLength(1001);
  expect(records[500]).toMatchObject({ key: 'bad', title: 'never closed', year: 2020 });
  expect(records.filter((_, i) => i !== 500).map(({ title }) => title)).toEqual(
    Array.from({ length: 1000 }, (_, i) => `Title ${i}`),
  );
  expect(problems).toHaveLength(1);
});

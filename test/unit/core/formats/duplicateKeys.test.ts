import { expect, test } from 'vitest';
import { duplicateKeys } from '../../../../src/core/formats/duplicateKeys.ts';
import { parsePaperFile } from '../../../../src/core/formats/parsePaperFile.ts';
import { at } from './readText.ts';

function bib(keys: readonly string[]): string {
  return keys.map((key, index) => `@article{${key}, title = {Clock ${index}}}\n`).join('');
}

const word = 'is also used in line';

test('a key that is used again is told where it stands, with the line of the first', () => {
  const { records, problems } = parsePaperFile('a.bib', bib(['moss', 'dial', 'moss', 'moss']));
  expect(records.map(({ title }) => title)).toEqual(['Clock 0', 'Clock 1', 'Clock 2', 'Clock 3']);
  expect(problems.map(({ code, range }) => `${code} ${at(range)}`)).toEqual([
    'duplicate-key 2:9-2:13',
    'duplicate-key 3:9-3:13',
  ]);
  expect(problems.map(({ message }) => message)).toEqual([
    `The key "moss" ${word} 1: rename one of them.`,
    `The key "moss" ${word} 1: rename one of them.`,
  ]);
});

test.each([
  [101, 100, undefined],
  [102, 100, ' So is 1 more key below.'],
  [351, 100, ' So are 250 more keys below.'],
])('of %i papers with one key, %i are listed and the rest counted', (count, listed, rest = '') => {
  const { records } = parsePaperFile('a.bib', bib(Array.from({ length: count }, () => 'moss')));
  const problems = duplicateKeys(records);
  expect(problems).toHaveLength(listed);
  expect(problems.at(-2)?.message).toBe(`The key "moss" ${word} 1: rename one of them.`);
  expect(problems.at(-1)?.message).toBe(`The key "moss" ${word} 1: rename one of them.${rest}`);
});

test('names of built-in members are keys as any other', () => {
  const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  expect(parsePaperFile('a.bib', bib(keys)).problems).toEqual([]);
  const { records, problems } = parsePaperFile('a.bib', bib([...keys, '__proto__']));
  expect(records.map(({ key }) => key)).toEqual([...keys, '__proto__']);
  expect(problems.map(({ message }) => message)).toEqual([`The key "__proto__" ${word} 1: rename one of them.`]);
});

test('records without a key are no duplicates', () => {
  const [record] = parsePaperFile('a.bib', bib(['moss'])).records;
  const keyless =
    record === undefined
      ? []
      : [
          { ...record, key: undefined },
          { ...record, key: undefined },
        ];
  expect(keyless).toHaveLength(2);
  expect(duplicateKeys(keyless)).toEqual([]);
});

test('papers over the limit are left out, and the first of them is told with the setting', () => {
  const text = bib(['a', 'b', 'c', 'd', 'e']);
  const { records, problems } = parsePaperFile('a.bib', text, { maxPapers: 2 });
  expect(records.map(({ key }) => key)).toEqual(['a', 'b']);
  expect(problems).toMatchObject([
    { code: 'too-many-papers', severity: 'error', range: { start: { line: 2, character: 0 } } },
  ]);
  expect(problems[0]?.message).toBe(
    'a.bib has 5 papers, and those after the first 2 were left out: raise the setting "paperside.maxPapersPerFile", or split the file.',
  );
});

test.each([5, 6, Infinity, undefined])('a limit of %s leaves five papers alone', (maxPapers) => {
  const { records, problems } = parsePaperFile('a.bib', bib(['a', 'b', 'c', 'd', 'e']), { maxPapers });
  expect(records).toHaveLength(5);
  expect(problems).toEqual([]);
});

test('problems come in the order of the file', () => {
  const text = `${bib(['a', 'a', 'b'])}@article{untitled, year = 2001}\n${bib(['b'])}`;
  const { problems } = parsePaperFile('a.bib', text, { maxPapers: 2 });
  expect(problems.map(({ code, range }) => `${code} ${range.start.line}`)).toEqual([
    'duplicate-key 1',
    'too-many-papers 2',
    'untitled-entry 3',
    'duplicate-key 4',
  ]);
});

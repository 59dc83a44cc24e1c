import { expect, test } from 'vitest';
import { finished } from '../../../../../src/core/finished.ts';
import { readThemesFile } from '../../../../../src/core/themes/curation/readThemesFile.ts';

const read = (text: string | undefined) => finished(readThemesFile(text));

const faults = (text: string) =>
  read(text).problems.map(({ code, message, range: { start, end } }) => [
    code,
    `${start.line}:${start.character}-${end.line}:${end.character}`,
    message,
  ]);

test('reads themes and papers, with comments, a mark at the beginning and commas too many', () => {
  const text = `\uFEFF// mine
{ "version": 1, /* all of them */
  "themes": { "a": { "label": " A\\n theme ", "pinned": true, "like": [["k1", "k1", "k2"], "group:b"], "extra": 7 }, },
  "papers": { "k1": ["a", "b", "a"], "k2": [], "k3": "a" }
}`;
  const { curation, problems, blocked } = read(text);
  expect(problems).toEqual([]);
  expect(blocked).toBeUndefined();
  expect([...curation.themes]).toEqual([
    ['a', { label: 'A theme', pinned: true, deleted: false, like: [['k1', 'k2'], 'group:b'] }],
  ]);
  expect([...curation.papers]).toEqual([
    ['k1', ['a', 'b']],
    ['k2', []],
    ['k3', ['a']],
  ]);
});

test.each([undefined, '', ' \r\n ', '\uFEFF'])('nothing (%j) is no fault', (text) => {
  expect(read(text)).toMatchObject({ problems: [], root: undefined, blocked: undefined });
});

test.each([
  ['{\n  "papers": { "a": ["b" }\n}', '1:24-1:25', 'a comma is missing'],
  ['{\n  "papers": { "a": ["b"] }\n', '2:0-2:0', 'a closing brace is missing'],
  ['{ "papers": { "a": ["b] } }', '0:20-0:27', 'a closing quote is missing'],
  ['{ "papers": { a: [] } }', '0:14-0:15', 'this is no JSON'],
  ['{} {}', '0:3-0:4', 'there is something after the end'],
  ['[]', '0:0-0:2', 'it is no object in braces'],
  [`{ "x": ${'['.repeat(100_000)}`, '0:70-0:71', 'this lies too deep'],
])('%.30j cannot be read, and why is said at the place', (text, place, what) => {
  expect(faults(text)).toEqual([
    ['broken-themes', place, `The themes file cannot be read: ${what}. Your themes are not shown.`],
  ]);
  expect(read(text).blocked).toContain(what);
});

test('a merge conflict is called by its name', () => {
  const text = '{ "papers": {\r\n<<<<<<< HEAD\r\n"a": ["x"]\r\n=======\r\n"a": ["y"]\r\n>>>>>>> other\r\n} }';
  expect(faults(text)).toEqual([
    [
      'broken-themes',
      '1:0-1:7',
      'The themes file cannot be read: a merge conflict is not resolved. Your themes are not shown.',
    ],
  ]);
});

test('lines that say nothing are left out, each with its place; the others hold', () => {
  const text = `{
  "themes": {
    "a": 5,
    "b": { "label": "  ", "pinned": 1, "like": "x" },
    "other": { "label": "Rest" },
    "c": { "label": "C", "like": [7, ["k", null]] }
  },
  "papers": {
    "k1": [3],
    "k2": {},
    "k3": ["c", 9],
    "k3": ["b"]
  }
}`;
  expect(faults(text).map(([, place]) => place)).toEqual([
    '2:9-2:10',
    '3:20-3:24',
    '3:36-3:37',
    '3:47-3:50',
    '4:4-4:11',
    '5:34-5:35',
    '5:43-5:47',
    '8:11-8:12',
    '9:10-9:12',
    '10:16-10:17',
    '11:4-11:8',
  ]);
  const { curation, blocked } = read(text);
  expect([...curation.themes.keys()]).toEqual(['b', 'c']);
  expect([...curation.papers]).toEqual([['k3', ['b']]]);
  expect(blocked).toBeUndefined();
});

test('sections of the wrong kind, or two of them, are not written into', () => {
  expect(read('{ "themes": [] }').blocked).toBe('in line 1, "themes" is no object in braces');
  expect(read('{ "papers": {},\n "papers": {} }').blocked).toBe('in line 2, there is "papers" twice');
});

test('names that mean something elsewhere are names', () => {
  const text =
    '{ "themes": { "__proto__": { "label": "P" } }, "papers": { "__proto__": ["__proto__"], "constructor": [] } }';
  const { curation } = read(text);
  expect(curation.themes.get('__proto__')?.label).toBe('P');
  expect([...curation.papers]).toEqual([
    ['__proto__', ['__proto__']],
    ['constructor', []],
  ]);
});

test('a hundred problems are listed, the last says how many more there are', () => {
  const lines = Array.from({ length: 300 }, (_, at) => `"k${at}": 5`);
  const { problems } = read(`{ "papers": { ${lines.join(',\n')} } }`);
  expect(problems).toHaveLength(100);
  expect(problems.at(-1)?.message).toContain('There are 200 more problems below.');
});

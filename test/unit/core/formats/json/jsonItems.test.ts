import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dailyPapers } from '../../../../../src/core/formats/json/dailyPapers.ts';
import { jsonItems } from '../../../../../src/core/formats/json/jsonItems.ts';
import { jsonPapers } from '../../../../../src/core/formats/json/jsonPapers.ts';
import { parsePaperFile } from '../../../../../src/core/formats/parsePaperFile.ts';
import { expectLinearTexts } from '../hostileText.ts';

const paper = (name: string): string => JSON.stringify({ title: name, authors: ['Ada Byron'], year: 2020 });
const pretty = (name: string): string =>
  JSON.stringify({ title: name, authors: ['Ada Byron'], year: 2020 }, undefined, 2);

function titlesOf(text: string): readonly (string | undefined)[] {
  return [...jsonItems(text)].map(({ value }) =>
    value === undefined ? undefined : String(Reflect.get(value, 'title')),
  );
}

describe('a broken item costs itself', () => {
  const faults: readonly (readonly [string, string])[] = [
    ['a lost quote', '{"title": "B, "year": 2020}'],
    ['a lost end of a text', '{"title": "B'],
    ['a lost brace', '{"title": "B", "authors": [{"name": "x"}'],
    ['a lost colon', '{"title" "B"}'],
    ['a word', '{"title": "B", year: NaN}'],
    ['a brace too many in a text', '{"title": "B"x}'],
    ['a control character', '{"title": "B\u0001"}'],
  ];
  test.each(faults)('in JSON Lines: %s', (_name, fault) => {
    expect(titlesOf(`${paper('A')}\n${fault}\n${paper('C')}\n${paper('D')}\n`)).toEqual(['A', undefined, 'C', 'D']);
  });

  test.each(faults)('in a list, a line each: %s', (_name, fault) => {
    expect(titlesOf(`[\n  ${paper('A')},\n  ${fault},\n  ${paper('C')},\n  ${paper('D')}\n]\n`)).toEqual([
      'A',
      undefined,
      'C',
      'D',
    ]);
  });

  test.each(faults)('between items of many lines: %s', (_name, fault) => {
    const text = `[\n${pretty('A')},\n${fault},\n${pretty('C')}\n]`;
    expect(titlesOf(text)).toEqual(['A', undefined, 'C']);
  });

  test.each([
    ['a trailing comma', `[${paper('A')},\n${paper('B')},\n]`],
    ['a trailing comma in an item', `[{"title": "A", "year": 2020,},\n${paper('B')}]`],
    ['commas lost', `[${paper('A')}\n${paper('B')}]`],
    ['blank lines', `\n\n${paper('A')}\r\n\r\n \t\r\n${paper('B')}\r\n`],
    ['lone carriage returns', `${paper('A')}\r${paper('B')}`],
    ['a brace too many', `{"data": [${paper('A')}}, ${paper('B')}]}`],
    ['one behind the other', paper('A') + paper('B')],
  ])('nothing is lost by %s', (_name, text) => {
    expect(titlesOf(text)).toEqual(['A', 'B']);
  });

  test('what the end of the file cuts off is told, what stands before it is there', () => {
    const text = `[${pretty('A')},\n${pretty('B')},\n${pretty('C').slice(0, 30)}`;
    const { records, problems } = jsonPapers.parse(text);
    expect(records.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(problems).toMatchObject([
      { code: 'broken-entry', severity: 'warning', range: { start: { line: 14, character: 0 } } },
    ]);
  });
});

test('more than a hundred problems are counted', () => {
  const { problems } = jsonPapers.parse(`${'{"title": "B" 1}\n'.repeat(150)}${paper('A')}`);
  expect(problems).toHaveLength(100);
  expect(problems.at(-1)?.message).toMatch(/ There are 50 more problems below\.$/);
  expect(problems.at(-2)?.message).not.toMatch(/more problems/);
  expect(jsonPapers.parse('{"year": 1}\n'.repeat(101)).problems.at(-1)?.message).toMatch(
    / There is 1 more problem below\.$/,
  );
});

test('equal keys of one file are told, the papers kept', () => {
  const { records, problems } = parsePaperFile(
    'papers.jsonl',
    '{"title":"A","year":1999,"citekey":"a"}\n{"title":"B","year":1999,"citekey":"a"}\n',
  );
  expect(records.map(({ title }) => title)).toEqual(['A', 'B']);
  expect(problems).toMatchObject([
    { code: 'duplicate-key', range: { start: { line: 1, character: 36 }, end: { line: 1, character: 37 } } },
  ]);
});

const size = 400_000;
const cases: Readonly<Record<string, readonly [before: string, piece: string, after?: string]>> = {
  'opening braces': ['', '{'],
  'opening brackets': ['', '['],
  'an object in an object': ['', '{"a":'],
  'a list in a list in an item': ['{"title":"A","x":', '[', ']'],
  quotes: ['', '"'],
  'texts that never end': ['[', '{"a":"\n'],
  'items that never end': ['[', '{"a":1,'],
  'items without a value': ['[', '{"a"},'],
  'items without a title': ['[', '{"a":1},'],
  'trailing commas': ['[', '{"title":"A",},'],
  'commas in an item': ['{"title":"A","x":[', ',', ']}'],
  backslashes: ['{"title":"', '\\'],
  'escaped quotes': ['{"title":"', '\\"'],
  'empty objects': ['', '{}'],
  'lists in objects': ['', '{"data":[{}]}'],
  'lists that never end': ['', '{"data":[{'],
  'maps that never end': ['', '{"a":{"title":"A","year":1,'],
  'closing brackets': ['{"data":[{}', ']'],
  'one long line of papers': ['[', '{"title":"A","year":1},'],
  'blank lines': ['{"title":"A"}', '\n'],
  entities: ['[{"year":1,"title":"', '&#65;', '"}]'],
  'commas between names': ['[{"year":1,"title":"A","authors":"', 'A, ', '"}]'],
  'an "and" between names': ['[{"year":1,"title":"A","authors":"', ' and ', '"}]'],
  'TeX in names': ['[{"year":1,"title":"A","authors_parsed":[["', "\\\\'{", '"]]}]'],
  'blanks in a category': ['[{"year":1,"title":"A","categories":"', 'a-b ', '!"}]'],
};

describe('a hostile file', () => {
  test.each(Object.entries(cases))('of %s takes no more than its share', (_name, [before, piece, after = '']) => {
    const text = (length: number): string => before + piece.repeat(length / piece.length) + after;
    expectLinearTexts(jsonPapers, 'papers.json', text, size);
  });
});

describe('mutations', () => {
  const files = [
    `[\n  ${paper('A')},\n  ${paper('B')},\n  ${paper('C')}\n]\n`,
    `[${pretty('A')},\n${pretty('B')},\n${pretty('C')}]`,
    `${paper('A')}\n${paper('B')}\n${paper('C')}\n`,
    `{"total": 3, "data": [${paper('A')}, ${paper('B')}], "next": {"title": "No", "year": 1}}\n`,
    `{"papers": {"1": ${paper('A')}, "2": ${paper('B')}}}\n`,
  ];
  const noise = fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', '\n', ':', '\0', 'null', '{"data":[', '\uD800');
  const mutated = fc
    .tuple(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 60 }), noise), { maxLength: 6 }))
    .map(([file, changes]) => {
      let text = file;
      for (const [at, length, inserted] of changes) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + inserted + text.slice(from + length);
      }
      return text;
    });

  test('never throw; items stand in order, inside the text, and apart', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        let last = 0;
        for (const { start, end } of jsonItems(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        jsonPapers.parse(text);
        dailyPapers.parse(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('JSON Lines below survive', () => {
    const below = ['X', 'Y', 'Z'];
    fc.assert(
      fc.property(mutated, (text) => {
        const { records } = jsonPapers.parse(`${files[2] ?? ''}${text}\n${below.map(paper).join('\n')}\n`);
        expect(records.slice(-3).map(({ title }) => title)).toEqual(below);
      }),
      { numRuns: 1000 },
    );
  });
});

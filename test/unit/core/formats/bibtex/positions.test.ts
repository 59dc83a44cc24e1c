import { describe, expect, test } from 'vitest';
import { bibtex } from '../../../../../src/core/formats/bibtex/bibtex.ts';
import { parsePaperFile } from '../../../../../src/core/formats/parsePaperFile.ts';
import type { Range } from '../../../../../src/core/text/position.ts';

/** The text in a range, with LF line ends. */
function textIn(text: string, { start, end }: Range): string {
  const lines = text.split(/\r\n|\n|\r/).slice(start.line, end.line + 1);
  const last = lines.pop() ?? '';
  const cut = [...lines, last.slice(0, end.character)];
  return [(cut[0] ?? '').slice(start.character), ...cut.slice(1)].join('\n');
}

const file = `text 😀 @ here
  @misc{ first , title = {😀 One},
  year = 2020 }  @book(second,title={Two}) more 😀 @misc{üñ😀, title={Three}}
@misc{open, title = {Four},
  note = {x}

@misc{last, title={Five}}`;

describe('places of records', () => {
  test.each(['\n', '\r\n', '\r'])('line ends %j', (eol) => {
    const text = file.replaceAll('\n', eol);
    const { records } = bibtex.parse(text);
    expect(records.map(({ range }) => textIn(text, range))).toEqual([
      '@misc{ first , title = {😀 One},\n  year = 2020 }',
      '@book(second,title={Two})',
      '@misc{üñ😀, title={Three}}',
      '@misc{open, title = {Four},\n  note = {x}',
      '@misc{last, title={Five}}',
    ]);
    expect(records.map(({ keyRange }) => keyRange && textIn(text, keyRange))).toEqual([
      'first',
      'second',
      'üñ😀',
      'open',
      'last',
    ]);
    expect(records[0]?.keyRange).toEqual({ start: { line: 1, character: 9 }, end: { line: 1, character: 14 } });
    expect(records[2]?.range.start).toEqual({ line: 2, character: 51 });
  });
});

describe('places and words of problems', () => {
  test.each<[bib: string, code: string, place: string, words: RegExp]>([
    ['@misc{k, title={A}\n\n@misc{l, title={B}}', 'broken-entry', '@misc{k', /"k" is never closed: add/],
    ['@misc{k,\n title={A,\n year={1}\n}', 'broken-entry', 'title', /value of "title" of the entry "k" .*: add/],
    ['@misc{k, title={A}},\n year=2020}', 'broken-entry', '}', /"k" is closed here, .*: remove/],
    ['@misc{k,\n title {A}}', 'broken-entry', 'title', /"title" of the entry "k" has no "=": put/],
    ['@misc{k, note={A}}', 'untitled-entry', '@misc{k', /"k" was left out .*: add/],
    ['@misc{ note={A}}', 'untitled-entry', '@misc{', /@misc was left out/],
    ['@misc{k, title={A}, crossref={gone}}', 'unresolved-reference', 'k', /"k" refers to "gone".*: add/],
    ['@misc{k, title={A}, xdata={gone}}', 'unresolved-reference', 'k', /"k" refers to "gone"/],
    [
      '@misc{k, title={A},\n journal = {J} # 😀gone\n}',
      'unresolved-reference',
      '😀gone',
      /"😀gone" is not defined .*: define/,
    ],
    ['@string{s = gone}@misc{k, title=s}', 'unresolved-reference', 'gone', /"gone" is not defined/],
    ['@misc{k, title={A}}\n@misc{k, title={B}}', 'duplicate-key', 'k', /"k" is also used in line \d: rename/],
  ])('%j: %s', (bib, code, place, words) => {
    for (const text of [
      bib,
      `😀 text\n\n${bib}`,
      `\n${bib}`.replaceAll('\n', '\r\n'),
      `\n${bib}`.replaceAll('\n', '\r'),
    ]) {
      const { problems } = parsePaperFile('x.bib', text);
      expect(problems.map((problem) => problem.code)).toEqual([code]);
      const [problem] = problems;
      if (problem === undefined) throw new Error('no problem');
      expect(textIn(text, problem.range)).toBe(place);
      if (!text.startsWith('😀')) expect(problem.message).toMatch(words);
      expect(problem.message).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('a brace is told where it stands', () => {
    const { problems } = bibtex.parse('@misc{k, title={A}},\n year=2020}');
    expect(problems[0]?.range).toEqual({ start: { line: 0, character: 18 }, end: { line: 0, character: 19 } });
  });

  test('a second key is told at the second', () => {
    const { problems } = parsePaperFile('x.bib', '@misc{k, title={A}}\n@misc{k, title={B}}');
    expect(problems[0]?.range).toEqual({ start: { line: 1, character: 6 }, end: { line: 1, character: 7 } });
  });

  test('a string is told once, where it is first used', () => {
    const { problems } = bibtex.parse('@misc{a, title={A}, note=gone}\n@misc{b, title={B}, note=gone}');
    expect(problems.map(({ range }) => range)).toEqual([
      { start: { line: 0, character: 25 }, end: { line: 0, character: 29 } },
    ]);
  });

  test('an entry that is never closed ends before the next, whatever that holds', () => {
    const { problems } = bibtex.parse('@misc{k, title={A}\n\n@misc{l}');
    expect(problems.map(({ message }) => message)).toEqual([
      'The entry "k" is never closed: add its closing brace.',
      'The entry "l" was left out because it has no title: add one, or remove the entry.',
    ]);
  });

  test('come in the order of the file', () => {
    const { problems } = bibtex.parse(
      '@misc{a, title={A}, note=gone}\n@misc{b, note={B}}\n@misc{c, title={C}, crossref=d}\n@misc{e, title={E}',
    );
    expect(problems.map(({ range }) => range.start.line)).toEqual([0, 1, 2, 2, 3]);
  });

  test('a file without entries is told so; an empty one is nothing', () => {
    expect(bibtex.parse('no entries here').problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['no-papers', 'information'],
    ]);
    expect(bibtex.parse(' \n')).toEqual({ records: [], problems: [] });
  });
});

describe('detection', () => {
  test.each([
    ['refs.bib', '@article{k, title={T}}', 1],
    ['refs.bib', '@string{x = "y"}', 1],
    ['refs.bib', 'nothing yet', 0.4],
    ['papers.txt', 'text\n  @misc{k,\n', 0.9],
    ['papers.txt', 'write to me@misc{k, or not', 0],
    ['papers.md', '```bibtex\n@misc{k,\n```', 0],
    ['papers.txt', '@media (max-width: 1px) {', 0],
  ])('%s: %j is %d', (name, text, sure) => {
    expect(bibtex.detect(name, text)).toBe(sure);
  });
});

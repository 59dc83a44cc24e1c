import { describe, expect, test } from 'vitest';
import { fixture, at, read, textAt } from '../readText.ts';

function readYaml(text: string) {
  return read(text, 'references.yaml');
}

/** An item between two good ones. */
function around(item: string): string {
  return `references:\n- id: a\n  title: Seas\n${item}\n- id: c\n  title: Lakes\n`;
}

describe('files', () => {
  test('of Better BibTeX', () => {
    const text = fixture('csl/better.yaml');
    const { records, problems, format } = read(text, 'better.yaml');
    expect([format, problems]).toEqual(['cslYaml', []]);
    expect(records).toMatchObject([
      {
        title: 'Deep learning: "a review"',
        abstract: 'Layers that learn.',
        authors: ['Yann LeCun', 'Jan van den Berg', 'Deep Learning Group'],
        year: 2015,
        venue: 'Nature',
        doi: '10.1038/nature14539',
        keywords: ['layers', 'learning'],
        key: 'lecun2015',
        details: { variables: { issued: '2015-05-28', page: '436-444' } },
      },
      { title: 'True', key: '007', authors: ['James Bond'], details: { variables: { issued: '2020-05/2020-06' } } },
      {
        title: 'Literate Programming',
        abstract: 'First paragraph.\n\nSecond paragraph.',
        year: 1992,
        details: { variables: { volume: '1.10', 'publisher-place': 'Center for the Study' } },
      },
    ]);
    expect(records.map(({ range }) => at(range))).toEqual(['4:0-25:26', '27:0-27:89', '28:0-38:21']);
    expect(records.map(({ keyRange }) => keyRange && at(keyRange))).toEqual(['5:16-5:25', '27:7-27:10', '28:7-28:16']);
  });

  test('of Markdown with references in its front matter', () => {
    const text = fixture('csl/chapter.md');
    const { records, problems, format } = read(text, 'papers.md');
    expect([format, problems]).toEqual(['cslYaml', []]);
    expect(records).toMatchObject([
      { title: 'A Mathematical Theory of Communication', key: 'shannon1948', authors: ['C. E. Shannon'], year: 1948 },
      { title: 'Long Short-Term Memory', key: 'hochreiter1997', year: 1997 },
    ]);
    expect(records.map(({ range }) => at(range))).toEqual(['3:2-12:13', '13:2-15:16']);
    expect(records.map(({ keyRange }) => keyRange && textAt(text, keyRange))).toEqual([
      'shannon1948',
      'hochreiter1997',
    ]);
  });

  test.each([
    ['not indented', 'references:\n- id: a\n  title: Seas\n- id: b\n  title: Lakes\n'],
    ['indented', 'references:\n    - id: a\n      title: Seas\n    - id: b\n      title: Lakes\n'],
    ['without references', '# mine\n- id: a\n  title: Seas\n- id: b\n  title: Lakes\n'],
    ['with a dash on its own line', 'references:\n-\n  id: a\n  title: Seas\n-\n  id: b\n  title: Lakes\n'],
    [
      'with other keys around',
      'nocite:\n- a\nreferences:\n- id: a\n  title: Seas\n- {id: b, title: Lakes}\nx:\n- id: no\n  title: No\n',
    ],
    ['with a title first', '- title: Seas\n  id: a\n- id: b\n  title: Lakes'],
    ['with CRLF', 'references:\r\n- id: a\r\n  title: Seas\r\n- id: b\r\n  title: Lakes\r\n'],
    ['with CR', 'references:\r- id: a\r  title: Seas\r- id: b\r  title: Lakes\r'],
    [
      'of several documents',
      '---\nreferences:\n- id: a\n  title: Seas\n...\n---\nreferences:\n- id: b\n  title: Lakes\n',
    ],
    ['of several lists', '---\n- id: a\n  title: Seas\n---\n- id: b\n  title: Lakes\n'],
    ['with a BOM', '\uFEFFreferences:\n- id: a\n  title: Seas\n- id: b\n  title: Lakes\n'],
  ])('%s', (_name, text) => {
    const { records, problems, format } = readYaml(text);
    expect([format, problems]).toEqual(['cslYaml', []]);
    expect(records.map(({ key, title }) => [key, title])).toEqual([
      ['a', 'Seas'],
      ['b', 'Lakes'],
    ]);
  });

  test('of other YAML are left alone', () => {
    expect(readYaml('on:\n- push\njobs:\n  title: x\n').format).toBeUndefined();
    expect(read('a: 1\n', 'x.csl.yaml').problems).toEqual(['no-papers 0:0-0:0']);
  });
});

test.each([
  ['null', ''],
  ['~', ''],
  ['', ''],
  ['|\n    One\n    two\n\n    Three', 'One two\n\nThree'],
  ['>-\n    One\n    two', 'One two'],
  ['"a\\u00e9 # b"', 'aé # b'],
  ["'it''s'", "it's"],
  ['a !important word', 'a !important word'],
  ['|\n    say !!js/function here', 'say !!js/function here'],
  ['one # a comment', 'one'],
  ['&x One', 'One'],
])('the abstract %j', (written, abstract) => {
  const { records, problems } = readYaml(`- id: a\n  title: Seas\n  abstract: ${written}\n`);
  expect(records.map((record) => record.abstract)).toEqual([abstract]);
  expect(problems).toEqual([]);
});

describe('what is faulty costs itself', () => {
  test.each([
    ['a tag', '- id: b\n  title: !!js/function "x"', 'refused-content 4:9-4:22'],
    ['a tag of somebody', '- id: !secret b\n  title: x', 'refused-content 3:6-3:13'],
    ['a quote without end', '- id: b\n  title: "open', 'broken-entry 4:13-4:14'],
    ['a tab', '- id: b\n\ttitle: x', 'broken-entry 4:1-4:6'],
    ['two colons', '- id: b\n  title: a: b', 'broken-entry 4:9-4:10'],
    ['an alias to nothing', '- id: b\n  title: *x', 'broken-entry 3:0-3:7'],
    ['no title', '- id: b\n  type: book', 'untitled-entry 3:0-3:7'],
    ['a text', '- only text', 'untitled-entry 3:0-3:11'],
    ['a text of a title', '- title', 'broken-entry 3:0-3:7'],
    ['a bracket without end', '- id: b\n  title: [x', undefined],
    ['deep brackets', `- id: b\n  title: ${'['.repeat(5000)}`, 'broken-entry 3:0-3:7'],
    ['an endless text', `- id: b\n  title: ${'x'.repeat(200_000)}`, 'broken-entry 3:0-3:7'],
    [
      'an alias bomb',
      `- a: &a [x,x,x,x,x,x,x,x,x]\n  b: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n  c: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n  title: x`,
      'broken-entry 3:0-3:27',
    ],
  ])('%s', (_name, item, problem) => {
    const { titles, problems, messages } = readYaml(around(item));
    expect(titles).toEqual(['Seas', 'Lakes']);
    expect(problems).toHaveLength(1);
    if (problem !== undefined) expect(problems).toEqual([problem]);
    expect(messages[0]).toMatch(/^This item was left out because .*: (?:add|correct|remove) /);
  });

  test('a name that stands twice is a problem, and the last one counts', () => {
    const { titles, problems } = readYaml(around('- id: b\n  title: Ponds\n  title: Rivers'));
    expect([titles, problems]).toEqual([['Seas', 'Rivers', 'Lakes'], ['broken-entry 5:2-5:3']]);
  });

  test('problems past the hundredth are counted', () => {
    const { problems, messages } = readYaml(`- id: a\n  title: Seas\n${'- id: b\n'.repeat(101)}`);
    expect(problems).toHaveLength(100);
    expect(messages.at(-1)).toMatch(/There is 1 more problem below\.$/);
  });

  test('members of objects are what their own file says', () => {
    const { first } = readYaml('- title: Seas\n  __proto__: {title: x}\n  constructor: c\n');
    expect(first?.details?.other).toEqual([['constructor', 'c']]);
    expect(Reflect.get({}, 'title')).toBeUndefined();
  });
});

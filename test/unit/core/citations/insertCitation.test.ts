import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pandocSyntax } from '../../../../src/core/citations/pandoc/pandocSyntax.ts';
import { scanCitations } from '../../../../src/core/citations/pandoc/scanCitations.ts';
import { applyEdits, planInsert, withCursors } from './support.ts';

function insert(marked: string, ...keys: string[]): string {
  const { text, cursors } = withCursors(marked);
  return applyEdits(text, planInsert(pandocSyntax, text, cursors, { keys }).edits);
}

describe('a new cluster', () => {
  test.each([
    ['|', '[@k]'],
    ['word|', 'word [@k]'],
    ['word |', 'word [@k]'],
    ['word|.', 'word [@k].'],
    ['word.|', 'word. [@k]'],
    ['(|', '([@k]'],
    ['“|', '“[@k]'],
    ['"|word"', '"[@k]word"'],
    ['a "word"|', 'a "word" [@k]'],
    ['a **|', 'a **[@k]'],
    ['a **b**|', 'a **b** [@k]'],
    ['a\n|b', 'a\n[@k]b'],
    ['a\r\n|', 'a\r\n[@k]'],
    ['x—|', 'x—[@k]'],
    ['`code`|', '`code` [@k]'],
    ['[text](url)|', '[text](url) [@k]'],
    ['[text]|', '[text] [@k]'],
    ['!|', '! [@k]'],
    ['x ^|', 'x ^ [@k]'],
    ['文字|', '文字[@k]'],
    ['a |(see b)', 'a [@k] (see b)'],
    ['a |[b](c)', 'a [@k] [b](c)'],
    ['x \\|', 'x \\ [@k]'],
    ['x \\|\ny', 'x [@k]\\\ny'],
    ['x \\|@y', 'x [@k]\\@y'],
    ['| a |', '[@k] a [@k]'],
    ['---\na: b\n---\n|', '---\na: b\n---\n[@k]'],
  ])('%j', (marked, expected) => {
    expect(insert(marked, 'k')).toBe(expected);
  });

  test('several keys are one cluster, each once, in braces where Pandoc needs them', () => {
    expect(insert('x|', 'a', 'b.', 'a')).toBe('x [@a; @{b.}]');
  });

  test('a selection keeps its words', () => {
    expect(planInsert(pandocSyntax, 'one two', [{ start: 0, end: 3 }], { keys: ['k'] }).edits).toEqual([
      { start: 3, end: 3, text: ' [@k]' },
    ]);
  });
});

describe('a cluster that is there', () => {
  test.each([
    ['[@a|]', '[@a; @k]'],
    ['|[@a]', '[@a; @k]'],
    ['[@a]|', '[@a; @k]'],
    ['[see @|a, p. 3; @b]', '[see @a, p. 3; @k; @b]'],
    ['[see @a, p. 3|; @b ]', '[see @a, p. 3; @k; @b ]'],
    ['[@a; |@b]', '[@a; @b; @k]'],
    ['[@a|; @k]', '[@a; @k]'],
    ['[|@a; @b|]', '[@a; @k; @b]'],
    ['@a|', '@a [@k]'],
    ['@a| says', '@a [@k] says'],
    ['|@a says', '@a [@k] says'],
    ['@|a [p. 3] says', '@a [p. 3; @k] says'],
    ['@a [p.| 3; @b]', '@a [p. 3; @k; @b]'],
    ['@k|', '@k'],
    ['[@a and @b|]', '[@a and @b; @k]'],
    ['[@a]|[@b]', '[@a][@b; @k]'],
  ])('%j', (marked, expected) => {
    expect(insert(marked, 'k')).toBe(expected);
  });
});

describe('refusals', () => {
  test.each([
    ['`a|b`', 'code'],
    ['|```\nx\n```', 'code'],
    ['```\nx|\n```', 'code'],
    ['```\nx\n```|', 'code'],
    ['$a|$', 'math'],
    ['<!-- | -->', 'comment'],
    ['[x](a|b)', 'link'],
    ['[x]|(ab)', 'link'],
    ['|---\na: b\n---\n', 'frontMatter'],
    ['---\na: |b\n---\n', 'frontMatter'],
    ['\\foo{a|b}', 'tex'],
    ['a\n\n     |', 'notText'],
    ['https://x.|org', 'link'],
  ])('%j is %s', (marked, place) => {
    const { text, cursors } = withCursors(marked);
    const { edits, refused } = planInsert(pandocSyntax, text, cursors, { keys: ['k'] });
    expect(edits).toEqual([]);
    expect(refused.map((refusal) => [refusal.index, refusal.place])).toEqual([[0, place]]);
    expect(refused[0]?.reason).toMatch(/^the cursor is in \w/);
  });

  test('the other cursors still get theirs', () => {
    const { text, cursors } = withCursors('a| `b|` c|');
    const plan = planInsert(pandocSyntax, text, cursors, { keys: ['k'] });
    expect(applyEdits(text, plan.edits)).toBe('a [@k] `b` c [@k]');
    expect(plan.refused).toEqual([{ index: 1, place: 'code', reason: 'the cursor is in code' }]);
  });

  test('keys that cannot be cited are named and left out', () => {
    const plan = planInsert(pandocSyntax, '', [{ start: 0, end: 0 }], { keys: ['a b', 'ok', 'x}y'] });
    expect(plan.unwritableKeys).toEqual(['a b', 'x}y']);
    expect(plan.edits).toEqual([{ start: 0, end: 0, text: '[@ok]' }]);
    expect(planInsert(pandocSyntax, '', [{ start: 0, end: 0 }], { keys: ['a b'] }).edits).toEqual([]);
  });
});

test('wherever it inserts, the key is read there and nothing else has changed', () => {
  const pieces = [
    'word',
    ' ',
    '\n',
    '\r\n',
    '[@a]',
    '@b',
    '[see @c, p. 3; @d]',
    '`x`',
    '$y$',
    '(',
    ')',
    '[',
    ']',
    ';',
    '{',
    '!',
    '^',
    '\\',
    '.',
    '> ',
    '- ',
    '    ',
    '```\n',
    '<!--',
    '-->',
    '😀',
    '*',
    '"',
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, fc.array(fc.nat(80), { minLength: 1, maxLength: 4 }), (text, places) => {
      const selections = places.map((place) => ({ start: place, end: place }));
      const { edits, refused } = planInsert(pandocSyntax, text, selections, { keys: ['k1', 'k.'] });
      const after = applyEdits(text, edits);
      for (const { start, end } of edits) expect(end).toBe(start);
      const keys = scanCitations(after).clusters.flatMap(({ items }) => items.map(({ key }) => key));
      expect(keys.filter((key) => key === 'k1')).toHaveLength(edits.length);
      expect(keys.filter((key) => key === 'k.')).toHaveLength(edits.length);
      expect(edits.length + refused.length).toBeGreaterThan(0);
      expect(after.length - text.length).toBe(edits.reduce((sum, edit) => sum + edit.text.length, 0));
    }),
    { numRuns: 1500 },
  );
});

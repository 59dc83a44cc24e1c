import { describe, expect, test } from 'vitest';
import { citedKeysOf, documentReferences, nextPlace } from '../../../../src/core/citations/documentReferences.ts';
import { syntaxes, type SyntaxName } from './allSyntaxes.ts';

/** One line a reference: `?` before one without a paper, its key, the cited one, and the words at its places. */
function references(id: SyntaxName, text: string, papers: Readonly<Record<string, string>>): string[] {
  const named = new Map(Object.entries(papers).map(([cited, key]) => [cited, { key }]));
  return documentReferences(syntaxes[id].scan(text), named).map(({ key, paper, cited, places }) => {
    const words = places.map(({ start, end }) => `${text.slice(start, end)}@${String(start)}`);
    return `${paper === undefined ? '?' : ''}${key} as ${cited}: ${words.join(' ')}`;
  });
}

describe('what a document cites', () => {
  test.each([
    ['pandoc', '[@b; @x], @a and [@b]', ['?x as x: x@6', 'b as b: b@2 b@19', 'a as a: a@11']],
    ['pandoc', '[@b and @a]', ['b as b: b@2', 'a as a: a@9']],
    ['pandoc', 'See @fig-x, @a', ['a as a: a@13']],
    ['pandoc', '`@a` \\@b', []],
    ['latex', '\\cite{b}\\nocite{x}\\citet[3]{b,a}', ['?x as x: x@16', 'b as b: b@6 b@28', 'a as a: a@30']],
    ['typst', '@b #cite(<a>) <lab> @lab', ['b as b: b@1', 'a as a: a@10']],
    ['myst', '{cite}`b,a` @b', ['b as b: b@7 b@13', 'a as a: a@9']],
    ['wiki', '[[x/@b|B]] [[@c]]', ['?c as c: c@14', 'b as b: b@5']],
  ] as const)('%s: %s', (id, text, expected) => {
    expect(references(id, text, { a: 'a', b: 'b' })).toEqual(expected);
  });

  test('a paper that is cited under several of its keys is one', () => {
    expect(references('pandoc', '@old, @new and @old', { old: 'new', new: 'new' })).toEqual([
      'new as old: old@1 new@7 old@16',
    ]);
  });

  test('a paper may look like a cross-reference', () => {
    expect(references('pandoc', '@fig-x, @fig-y', { 'fig-x': 'fig-x' })).toEqual(['fig-x as fig-x: fig-x@1']);
  });

  test('its keys are asked for once', () => {
    expect(citedKeysOf(syntaxes.pandoc.scan('[@b; @a] @b @fig-x'))).toEqual(['b', 'a', 'fig-x']);
    expect(citedKeysOf(syntaxes.pandoc.scan('[@c and @b; @a]'))).toEqual(['c', 'b', 'a']);
  });
});

test('places come round and round', () => {
  const places = [1, 2, 3].map((start) => ({ start, end: start + 1 }));
  const gone: number[] = [];
  for (let last: number | undefined; gone.length < 5; gone.push(last)) last = nextPlace(places, last);
  expect(gone).toEqual([0, 1, 2, 0, 1]);
  // Places may have gone.
  expect(nextPlace(places.slice(0, 1), 2)).toBe(0);
});

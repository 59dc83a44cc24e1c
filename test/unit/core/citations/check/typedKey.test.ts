import { describe, expect, test } from 'vitest';
import { checkCitations } from '../../../../../src/core/citations/check/checkCitations.ts';
import { citedKeysIn } from '../../../../../src/core/citations/check/citedKeys.ts';
import { findingCodes } from '../../../../../src/core/citations/check/finding.ts';
import { endsOfChanges, keyBeingTyped, unlessTyped } from '../../../../../src/core/citations/check/typedKey.ts';
import { LineIndex } from '../../../../../src/core/text/lineIndex.ts';
import { syntaxes } from '../allSyntaxes.ts';

const caretMark = '|';
/** The last change ends here: where the caret is, unless the text says otherwise. */
const changeMark = '‸';

/** A text with the caret as `|`: without it, and the place where somebody writes. */
function written(marked: string) {
  const caret = marked.replace(changeMark, '').indexOf(caretMark);
  const changed = marked.replace(caretMark, '').indexOf(changeMark);
  const text = marked.replace(caretMark, '').replace(changeMark, '');
  return { text, place: { caret, changed: [changed === -1 ? caret : changed] } };
}

/** The keys that are called unknown while somebody writes there, in a document that means papers by `@name`. */
function unknown(syntax: (typeof syntaxes)['pandoc'], marked: string): readonly string[] {
  const { text, place } = written(marked);
  const all = checkCitations(
    {
      citations: citedKeysIn(text, syntax),
      facts: new Map(),
      bibliography: { name: 'a.bib', uris: [], isNamed: true, isPartial: false, has: () => false },
      isComplete: true,
      enabled: new Set(findingCodes),
      isIgnored: () => false,
    },
    new Map(),
  );
  const start = keyBeingTyped(syntax, text, place);
  const left = start === undefined ? all : unlessTyped(all, new LineIndex(text).positionAt(start));
  return left.map(({ key, code }) => (code === 'unknown-key' ? key : `${key} ${code}`));
}

describe('in Pandoc Markdown the key that is being typed is not called unknown', () => {
  test.each([
    ['[@old|', []],
    ['[@old lichens|', []],
    ['[@old lichens on|]', []],
    ['[@old| lichens]', []],
    ['as @old| says', []],
    ['as @{old lichens|', []],
    ['[@one; @old lichens|; @two]', ['one', 'two']],
    ['@one says\n\nas [@old|', ['one']],
    ['@old says\n\nas [@old|', ['old']],
    ['one\r\n\r\nas 😀 [@old lichens|]\r\n\r\n@one', ['one']],
  ])('%j: %j', (marked, expected) => {
    expect(unknown(syntaxes.pandoc, marked)).toEqual(expected);
  });
});

describe('a key that is finished is', () => {
  test.each([
    ['[@old]|', ['old']],
    ['[@old, p. 3|]', ['old']],
    ['[@old; |]', ['old']],
    ['[@old; @|]', ['old']],
    ['as @old |says', ['old']],
    ['as @old\n|says', ['old']],
    ['[@old lichens\n|', ['old']],
    ['|[@old]', ['old']],
    ['[|@old]', ['old']],
    ['[see @old]\n\nand @o|', ['old']],
  ])('%j: %j', (marked, expected) => {
    expect(unknown(syntaxes.pandoc, marked)).toEqual(expected);
  });
});

describe('and so is one that the caret only came to', () => {
  test.each([
    ['[@o|ld]\n\nmore‸', ['old']],
    ['[@old|]\n\nmore‸', ['old']],
    ['‸[@old|]', ['old']],
    ['[@old|, p. ‸3]', ['old']],
    ['[@one‸; @old|]', ['one', 'old']],
    // From one place in a key to another: still that key.
    ['[@o|ld‸]', []],
    ['[@ol‸d lich|ens]', []],
  ])('%j: %j', (marked, expected) => {
    expect(unknown(syntaxes.pandoc, marked)).toEqual(expected);
  });
});

describe('in the other syntaxes', () => {
  test.each([
    ['latex', '\\cite{one, old lichens|}', ['one']],
    ['latex', '\\cite{old|}', []],
    ['latex', '\\cite{old}|', ['old']],
    ['latex', '\\cite{old,|}', ['old']],
    ['myst', '{cite:p}`one,old|`', ['one']],
    ['myst', '{cite:p}`one,old`|', ['one', 'old']],
    ['typst', '#cite(<old|>)', []],
    ['typst', '#cite(<old>)|', ['old']],
    ['wiki', '[[@old|]]', []],
    ['wiki', '[[@old]]|', ['old']],
  ] as const)('%s %j: %j', (id, marked, expected) => {
    expect(unknown(syntaxes[id], marked)).toEqual(expected);
  });
});

test('of other findings nothing is left out', () => {
  expect(unknown(syntaxes.pandoc, '[@old; @old|]')).toEqual(['old', 'old duplicate-key']);
});

describe('where changes end', () => {
  test.each([
    [[{ rangeOffset: 3, rangeLength: 0, text: 'a' }], [4]],
    [[{ rangeOffset: 3, rangeLength: 2, text: '' }], [3]],
    [
      [
        { rangeOffset: 10, rangeLength: 1, text: 'bcd' },
        { rangeOffset: 3, rangeLength: 0, text: 'a' },
        { rangeOffset: 20, rangeLength: 0, text: 'e' },
      ],
      [4, 14, 24],
    ],
    [[], []],
  ])('%j: %j', (changes, expected) => {
    expect(endsOfChanges(changes)).toEqual(expected);
  });
});

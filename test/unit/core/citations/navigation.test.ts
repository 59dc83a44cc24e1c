import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationAt } from '../../../../src/core/citations/citationAt.ts';
import { citedItems } from '../../../../src/core/citations/citedItems.ts';
import { renameKey } from '../../../../src/core/citations/renameKey.ts';
import type { CitationSyntax } from '../../../../src/core/citations/citationSyntax.ts';
import { applyEdits, withCursors } from './support.ts';
import { syntaxes, syntaxFor } from './allSyntaxes.ts';

/** The text with each citation of the paper at the cursor in `«»`. */
function highlighted(path: string, marked: string, aliases: readonly string[]): string {
  const { text, cursors } = withCursors(marked);
  const scan = syntaxFor(path, text).scan(text);
  const key = citationAt(scan, cursors[0]?.start ?? -1)?.item.key;
  const items = key === undefined ? [] : citedItems(scan, new Set([key, ...aliases]));
  const edits = items.map(({ keyRange: { start, end }, key: found }) => ({ start, end, text: `«${found}»` }));
  return applyEdits(text, edits);
}

function renamed(path: string, text: string, to: string): string {
  return renamedIn(syntaxFor(path, text), text, to);
}

function renamedIn(syntax: CitationSyntax, text: string, to: string): string {
  const result = renameKey(syntax, { text, scan: syntax.scan(text) }, { from: 'ab', to });
  return result.ok ? applyEdits(text, result.value) : `refused at ${text.slice(result.error, result.error + 6)}`;
}

describe('the citations of the paper at the cursor', () => {
  test.each([
    ['a.md', 'So @a|b says [see @ab, p. 3; -@c] and `@ab`.', 'So @«ab» says [see @«ab», p. 3; -@c] and `@ab`.'],
    ['a.md', 'As @|{ab}, [@x and @ab; @ab] \r\n😀 @ab_', 'As @{«ab»}, [@x and @«ab»; @«ab»] \r\n😀 @ab_'],
    ['a.md', 'A plain| word, @ab', 'A plain word, @ab'],
    ['a.qmd', '[@ab|; @old1]', '[@«ab»; @«old1»]'],
    ['a.rmd', '[@o|ld1; @ab2; @ab]', '[@«old1»; @ab2; @ab]'],
    [
      'a.tex',
      '\\citep[see][]{x, |ab} and \\nocite{ab} % \\cite{ab}',
      '\\citep[see][]{x, «ab»} and \\nocite{«ab»} % \\cite{ab}',
    ],
    [
      'a.typ',
      'As @a|b[p. 3] and #cite(<ab>) or #cite(label("ab")).',
      'As @«ab»[p. 3] and #cite(<«ab»>) or #cite(label("«ab»")).',
    ],
    ['a.md', 'As {cite:p}`x, a|b` and @ab', 'As {cite:p}`x, «ab»` and @«ab»'],
    ['a.md', 'As [[@a|b]] and [[n/@ab#x]], [@ab]', 'As [[@«ab»]] and [[n/@«ab»#x]], [@«ab»]'],
  ])('%s: %j', (path, marked, expected) => {
    expect(highlighted(path, marked, ['old1'])).toBe(expected);
  });
});

describe('another key for a paper', () => {
  test.each([
    [
      'a.md',
      'So @ab says [see @ab, p. 3; -@c] and `@ab`. @abc @ab2',
      'new',
      'So @new says [see @new, p. 3; -@c] and `@ab`. @abc @ab2',
    ],
    ['a.md', '[@x and @ab; @{ab}]\r\n', 'n:1', '[@x and @n:1; @n:1]\r\n'],
    ['a.md', 'On @ab. Then @ab: and @ab [p. 1]', 'a(b)', 'On @{a(b)}. Then @{a(b)}: and @{a(b)} [p. 1]'],
    ['a.md', 'So @ab says', 'a b', 'refused at ab say'],
    ['a.md', 'So @ab says', 'fig-1', 'refused at ab say'],
    ['a.md', 'So [@c] says', 'a b', 'So [@c] says'],
    [
      'a.tex',
      '\\citep[see][]{x, ab} and \\nocite{ab} % \\cite{ab}',
      'n:1',
      '\\citep[see][]{x, n:1} and \\nocite{n:1} % \\cite{ab}',
    ],
    ['a.tex', '\\cites{c}[p. 1]{ab}', 'n', '\\cites{c}[p. 1]{n}'],
    ['a.tex', '\\cite{ab}', 'a,b', 'refused at ab}'],
    ['a.typ', 'As @ab[p. 3] and #cite(<ab>), @ab.', 'n-1', 'As @n-1[p. 3] and #cite(<n-1>), @n-1.'],
    ['a.typ', 'As @ab, #cite(<ab>, form: "year")', 'a(b', 'As #cite(label("a(b")), #cite(label("a(b"), form: "year")'],
    ['a.md', '{cite:p}`x, ab`, @ab', 'new', '{cite:p}`x, new`, @new'],
    ['a.md', '{cite:p}`x, ab`', 'a,b', 'refused at ab`'],
    ['a.md', '[[@ab]], [[n/@ab#x|y]], [@ab]', 'new', '[[@new]], [[n/@new#x|y]], [@new]'],
    ['a.md', '[[@ab]]', 'a|b', 'refused at ab]]'],
  ])('%s: %j with %j', (path, text, to, expected) => {
    expect(renamed(path, text, to)).toBe(expected);
  });

  test.each([
    ['footnote', 'x[^ab], [@ab] and @abc.\n\n[^ab]: Of @ab.', 'new', 'x[^new], [@new] and @abc.\n\n[^new]: Of @new.'],
    ['footnote', 'x[^@ab]\n[^@ab]: Of it\n[^abc]: not', 'a(b)', 'x[^@a(b)]\n[^@a(b)]: Of it\n[^abc]: not'],
    ['footnote', 'x[^c]\n\n[^ab]: cited by nobody', 'new', 'x[^c]\n\n[^ab]: cited by nobody'],
    ['footnote', 'x[^ab]\n\n`[^ab]: code`\n', 'new', 'x[^new]\n\n`[^ab]: code`\n'],
    ['footnote', 'x[^ab] @ab', '2020', 'refused at ab] @a'],
    ['link', '[A](@ab) [@ab](n/@ab.md#x) [see @ab](@c)', 'new', '[A](@new) [@new](n/@new.md#x) [see @new](@c)'],
    ['link', '[A](@ab)', 'a)b', 'refused at ab)'],
  ] as const)('%s: %j with %j', (id, text, to, expected) => {
    expect(renamedIn(syntaxes[id], text, to)).toBe(expected);
  });

  test('leaves all other citations as they are, whatever it is', () => {
    const pieces = [
      '@ab',
      '[@ab; @c]',
      '-@ab',
      '@{ab}',
      '@ab [p. 3]',
      '[[@ab]]',
      '[^ab]',
      '[@ab](@ab)',
      '[A](@ab)',
      '\n[^ab]: ',
      '{cite}`ab,d`',
      ' ',
      '\n\n',
      '. ',
      ':',
      '_',
      '`',
      '😀',
    ];
    const texts = fc.array(fc.constantFrom(...pieces, ...pieces, '\\cite{ab}', '<ab>', 'word'), { maxLength: 20 });
    const keys = fc.oneof(
      fc.constantFrom('new', 'a:b', 'a b', 'x-', 'a}', '{a}', 'fig-1', '', 'ünï', '水', 'a.', 'a,b', '@', 'ab'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        texts,
        keys,
        fc.constantFrom('a.md', 'a.tex', 'a.typ', 'a.qmd', 'footnote', 'link'),
        (some, to, path) => {
          const text = some.join('');
          const syntax = path === 'footnote' || path === 'link' ? syntaxes[path] : syntaxFor(path, text);
          const scan = syntax.scan(text);
          const result = renameKey(syntax, { text, scan }, { from: 'ab', to });
          if (!result.ok) return;
          const keysIn = (of: typeof scan): readonly string[] =>
            of.clusters.flatMap(({ items }) => items.map(({ key }) => key));
          const after = syntax.scan(applyEdits(text, result.value));
          expect(keysIn(after)).toEqual(keysIn(scan).map((key) => (key === 'ab' ? to : key)));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

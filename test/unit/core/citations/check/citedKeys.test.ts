import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citedKeysIn } from '../../../../../src/core/citations/check/citedKeys.ts';
import type { CitationSyntax } from '../../../../../src/core/citations/citationSyntax.ts';
import { latexSyntax } from '../../../../../src/core/citations/latex/latexSyntax.ts';
import { mystSyntax } from '../../../../../src/core/citations/myst/mystSyntax.ts';
import { pandocSyntax } from '../../../../../src/core/citations/pandoc/pandocSyntax.ts';
import { typstSyntax } from '../../../../../src/core/citations/typst/typstSyntax.ts';
import { wikiSyntax } from '../../../../../src/core/citations/wiki/wikiSyntax.ts';
import { LineIndex } from '../../../../../src/core/text/lineIndex.ts';

/** One word a key: the characters at its range, `~` behind a mention, `?` behind a reference, `=` before a repeated one. */
function seen(text: string, syntax: CitationSyntax): readonly string[] {
  const lines = new LineIndex(text);
  return citedKeysIn(text, syntax).map(({ key, range, kind, repeats }) => {
    const start = lines.offsetOf(range.start.line) + range.start.character;
    const end = lines.offsetOf(range.end.line) + range.end.character;
    expect(text.slice(start, end)).toBe(key);
    return `${repeats ? '=' : ''}${key}${kind === 'mention' ? '~' : kind === 'reference' ? '?' : ''}`;
  });
}

describe('the keys of a document', () => {
  test.each([
    ['in brackets, in text, bare', 'See [see @a, p. 3; -@b], @c [p. 3] and @d.', ['a', 'b', 'c', 'd~']],
    ['in braces', 'As @{https://x.org/a} says.', ['https://x.org/a']],
    ['for cross-references', 'In @fig-one and [@sec:two; @a].', ['fig-one?', 'sec:two?', 'a']],
    ['for all works', 'No cite: [@*]', []],
    ['not in code, addresses and escapes', '`@a` me@b.org \\@c <https://x/@d>', []],
    ['after an emoji and a combining accent', '😀e\u0301 [@müller]', ['müller']],
    ['over lines with CRLF', 'One\r\n[@a;\r\n@b]', ['a', 'b']],
  ])('Pandoc: %s', (_name, text, keys) => {
    expect(seen(text, pandocSyntax)).toEqual(keys);
  });

  test.each([
    ['twice with nothing to say', '[@a; @b; @a]', ['a', 'b', '=a']],
    ['twice with the same page', '[@a, p. 3; @a, p. 3]', ['a', '=a']],
    ['with another page it is no repetition', '[@a, p. 3; @a, p. 5]', ['a', 'a']],
    ['a page, then nothing', '[@a, p. 3; @a]', ['a', '=a']],
    ['nothing, then a page', '[@a; @a, p. 3]', ['a', '=a']],
    ['in two clusters', '[@a] [@a]', ['a', 'a']],
    ['beside an in-text one', '@a [@a]', ['a', '=a']],
  ])('the same key: %s', (_name, text, keys) => {
    expect(seen(text, pandocSyntax)).toEqual(keys);
  });

  test('LaTeX: every command cites, nothing is a mention', () => {
    expect(seen('\\textcite{a} \\parencite[3]{b,b} \\nocite{c} \\ref{d}', latexSyntax)).toEqual(['a', 'b', '=b', 'c']);
  });

  test('Typst: what stands behind @ may be a label of another file; cite names works', () => {
    expect(seen('@a @fig:b #cite(<c>) #cite(label("d/e")) @f[p. 3]', typstSyntax)).toEqual([
      'a?',
      'fig:b?',
      'c',
      'd/e',
      'f?',
    ]);
  });

  test('MyST: roles and brackets', () => {
    expect(seen('{cite}`a` {cite:p}`b,c` @d, [@e]', mystSyntax)).toEqual(['a', 'b', 'c', 'd~', 'e']);
  });

  test('wiki links cite', () => {
    expect(seen('[[@a]] and @b', wikiSyntax)).toEqual(['a', 'b~']);
  });

  test('any text gives ranges of its keys', () => {
    const piece = fc.constantFrom(
      '@a',
      '[@b; ',
      '; @a]',
      '-@c',
      '@{d}',
      ' ',
      '\r\n',
      '\n\n',
      '```\n',
      '😀',
      '@fig-x',
      '[',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        seen(pieces.join(''), pandocSyntax);
      }),
    );
  });
});

test('a cluster of a hundred thousand works is read in linear time', () => {
  const items = Array.from({ length: 100_000 }, (_, page) => `@a, p. ${page}`);
  const started = performance.now();
  expect(citedKeysIn(`[${items.join('; ')}]`, pandocSyntax)).toHaveLength(10_000);
  expect(performance.now() - started).toBeLessThan(10_000);
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { citationLinks } from '../../../../src/core/citations/citationLinks.ts';
import { syntaxFor } from './allSyntaxes.ts';

/** Each place as `text -> key or address`. */
function links(path: string, text: string): readonly string[] {
  const scan = syntaxFor(path, text).scan(text);
  return citationLinks(text, scan).map(({ range, key, url }) => {
    const target = [key, url].filter((part) => part !== undefined).join(' or ');
    return `${text.slice(range.start, range.end)} -> ${target}`;
  });
}

test.each([
  ['a.md', 'So @ab [p. 3] and [see -@{c d}; @e]', ['@ -> ab', '@ -> e']],
  ['a.md', '@{c} [@a, see @b]', ['@ -> c', '@ -> a', '@ -> b']],
  ['a.md', 'In `@ab` nor doi:10.1000/182', []],
  [
    'a.md',
    '[@ab, doi:10.1000/182; @c, arXiv:2401.00001v2.]',
    [
      '@ -> ab',
      'doi:10.1000/182 -> https://doi.org/10.1000/182',
      '@ -> c',
      'arXiv:2401.00001v2 -> https://arxiv.org/abs/2401.00001',
    ],
  ],
  ['a.md', 'By @doi:10.1000/182.', ['@ -> doi:10.1000/182 or https://doi.org/10.1000/182']],
  ['a.md', '[@ab, (10.1000/a(b)c)]', ['@ -> ab', '10.1000/a(b)c -> https://doi.org/10.1000/a(b)c']],
  ['a.md', '[@ab, 10.1000/a%#?ü]', ['@ -> ab', '10.1000/a%#?ü -> https://doi.org/10.1000/a%25%23%3F%C3%BC']],
  ['a.md', '[10.1000/x)@ab]', ['@ -> ab']],
  ['a.tex', '\\citep[p. 3]{ab} \\cite{a,b} \\parencite*{x}', ['\\citep -> ab', '\\parencite* -> x']],
  [
    'a.tex',
    '\\cite[{see \\cite[doi:10.1000/182]{b}}]{a}',
    ['\\cite -> a', '\\cite -> b', 'doi:10.1000/182 -> https://doi.org/10.1000/182'],
  ],
  ['a.typ', 'As @ab and #cite(<c>)', ['@ -> ab', '#cite -> c']],
  ['a.md', '{cite:p}`ab` {cite}`a, b`', ['{cite:p} -> ab']],
  ['a.md', '[[@ab]] and [[n/@c|x]]', ['@ -> ab', '@ -> c']],
])('in %s %j are %j', (path, text, expected) => {
  expect(links(path, text)).toEqual(expected);
});

test('stand in their order, apart from each other and from keys, whatever the text is', () => {
  const pieces = [
    '@ab',
    '[',
    ']',
    '@{',
    '}',
    '; ',
    ' ',
    '10.1000/x',
    'doi:',
    'arXiv:2401.00001',
    '\\cite{',
    '(',
    ')',
    '[[',
    ']]',
    '😀',
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join(''));
  fc.assert(
    fc.property(texts, fc.constantFrom('a.md', 'a.tex', 'a.typ'), (text, path) => {
      const scan = syntaxFor(path, text).scan(text);
      let end = 0;
      const keys = scan.clusters.flatMap(({ items }) => items.map(({ keyRange }) => keyRange));
      for (const { range, url } of citationLinks(text, scan)) {
        expect(range.start).toBeGreaterThanOrEqual(end);
        expect(range.end).toBeGreaterThan(range.start);
        end = range.end;
        expect(keys.some((key) => key.start < range.end && range.start < key.end)).toBe(false);
        if (url !== undefined) expect(url).toMatch(/^https:\/\/(?:doi\.org\/10\.|arxiv\.org\/abs\/)/);
      }
    }),
    { numRuns: 2000 },
  );
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citedPlacesIn } from '../../../../src/core/citations/citedPlaces.ts';
import { pandocSyntax } from '../../../../src/core/citations/pandoc/pandocSyntax.ts';
import { syntaxOf } from '../../../../src/core/citations/syntaxes.ts';
import type { Range } from '../../../../src/core/text/position.ts';
import { growth } from '../../../support/growth.ts';

function sentences(text: string): readonly (readonly [before: string, citation: string, after: string])[] {
  return citedPlacesIn(text, pandocSyntax).map(({ before, citation, after }) => [before, citation, after]);
}

/** What a range holds, by the lines of VS Code. */
function slice(text: string, { start, end }: Range): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
  const at = ({ line, character }: Range['start']): number => (starts[line] ?? text.length) + character;
  return text.slice(at(start), at(end));
}

describe('the sentence around a citation', () => {
  test.each([
    ['in the middle of a text', 'One. Otters [see @a, p. 3] sleep. Two.', ['Otters ', '[see @a, p. 3]', ' sleep.']],
    ['at the end of a sentence', 'Otters sleep [@a]. Then they eat.', ['Otters sleep ', '[@a]', '.']],
    ['after the end of a sentence', 'They eat. Otters sleep. [@a] They swim.', ['Otters sleep. ', '[@a]', '']],
    ['after a citation that ended one', 'They eat [@b]. [@a] They swim.', ['They eat [@b]. ', '[@a]', '']],
    ['as its subject', 'They eat. @a says so. They swim.', ['', '@a', ' says so.']],
    [
      'after abbreviations',
      'As Lee et al. [@a] and others, e.g. Ray, p. 3, say! No.',
      ['As Lee et al. ', '[@a]', ' and others, e.g. Ray, p. 3, say!'],
    ],
    ['over lines', 'One.\nOtters\nsleep\t[@a]\r\nwell. Two.', ['Otters sleep ', '[@a]', ' well.']],
    ['over lines of a cluster', 'Otters [@a;\n  @b].', ['Otters ', '[@a; @b]', '.']],
    ['in a heading', '## Sleep, by @a\n\nText.', ['Sleep, by ', '@a', '']],
    ['in a list', '- One.\n- Otters [@a]\n- Two.', ['Otters ', '[@a]', '']],
    ['in a quote', '> One. Otters\n> sleep [@a]\n> well.', ['Otters sleep ', '[@a]', ' well.']],
    ['in a footnote', 'Text[^1].\n\n[^1]: Otters, by @a. More.', ['Otters, by ', '@a', '.']],
    ['in a table', '| A | B |\n|---|---|\n| One. Otters [@a] so | Two |\n| C | D |', ['Otters ', '[@a]', ' so']],
    ['without a space before it', 'So (@a) and “@b”', ['So (', '@a', ') and “@b”']],
    ['in Chinese', '第一句。水獭睡觉 [@a] 很好。第三句。', ['水獭睡觉 ', '[@a]', ' 很好。']],
    [
      'beside marks',
      'The **sea** _otter_ of [*Lee*](http://x.y "t") in `code` <b>[@a]</b> \\*not\\* $a_i * b$.',
      ['The sea otter of Lee in code ', '[@a]', ' *not* $a_i * b$.'],
    ],
    [
      'beside words with marks',
      'snake_case and 2 * 3 [@a] ~~gone~~ a*b',
      ['snake_case and 2 * 3 ', '[@a]', ' gone a*b'],
    ],
    ['beside a comment', 'Otters <!-- are [nice] --> sleep [@a].', ['Otters sleep ', '[@a]', '.']],
    ['before and after a blank line', 'Otters sleep.\n\n[@a]\n\nThey eat.', ['', '[@a]', '']],
    ['after a comment with a blank line', 'Otters <!--\n\n--> sleep [@a].', ['sleep ', '[@a]', '.']],
    ['beside what draws otherwise than it reads', 'a\u202Eb\u200B [@a] c\u0000d', ['ab ', '[@a]', ' c d']],
  ])('%s', (_name, text, expected) => {
    expect(sentences(text).find(([, citation]) => citation.includes('@a'))).toEqual(expected);
  });

  test('a citation in another one has a place of its own', () => {
    expect(sentences('So [see [as @b] @a] too.')).toEqual([
      ['So ', '[see [as @b] @a]', ' too.'],
      ['So [see ', '[as @b]', ' @a] too.'],
    ]);
  });

  test('long ones are cut at words, and never within a character', () => {
    const [[before, citation, after] = []] = sentences(`${'word '.repeat(90)}[@a]${' word'.repeat(90)}.`);
    expect([before, citation, after]).toEqual([`…${'word '.repeat(32)}`, '[@a]', `${' word'.repeat(32)}…`]);
    const [[lead, , rest] = []] = sentences(`x${'😀'.repeat(400)} @a ${'😀'.repeat(400)}`);
    expect([lead, rest]).toEqual([`…${'😀'.repeat(79)} `, ` ${'😀'.repeat(80)}…`]);
    const [[, long] = []] = sentences(`[${'see '.repeat(200)}@a]`);
    expect(long).toBe(`[${'see '.repeat(39)}se…`);
  });
});

test('each key has its place, a cluster one for all', () => {
  const text = 'x\r\nOtters [see @a, p. 3; -@{b,c}; @{d.}] and\n@a [p. 4].';
  const [first, second] = citedPlacesIn(text, pandocSyntax);
  expect(first).toEqual({
    range: { start: { line: 1, character: 7 }, end: { line: 1, character: 37 } },
    keys: [
      { key: 'a', range: { start: { line: 1, character: 13 }, end: { line: 1, character: 14 } } },
      { key: 'b,c', range: { start: { line: 1, character: 25 }, end: { line: 1, character: 28 } } },
      { key: 'd.', range: { start: { line: 1, character: 33 }, end: { line: 1, character: 35 } } },
    ],
    before: 'x Otters ',
    citation: '[see @a, p. 3; -@{b,c}; @{d.}]',
    after: ' and @a [p. 4].',
  });
  expect(second?.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 9 } });
  expect(second?.citation).toBe('@a [p. 4]');
});

test('the syntax goes by the language, without one by the ending', () => {
  expect([syntaxOf('/a/b.md'), syntaxOf('/a/b.QMD'), syntaxOf('x.Rmd')]).toEqual([
    pandocSyntax,
    pandocSyntax,
    pandocSyntax,
  ]);
  expect([syntaxOf('/a/b.txt'), syntaxOf('/a.md/b'), syntaxOf('')]).toEqual([undefined, undefined, undefined]);
  expect([syntaxOf('/a/b.txt', 'markdown'), syntaxOf('/a/b.md', 'plaintext')]).toEqual([pandocSyntax, undefined]);
});

describe('whatever the text', () => {
  const pieces = [
    '@a',
    '[@a; @b]',
    '[see @c, p. 3]',
    '@{d.}',
    '-@e',
    '[',
    ']',
    '(',
    ')',
    '`',
    '$',
    '|',
    '\\',
    '<!--',
    '-->',
    '<b>',
    'Otters',
    ' ',
    '. ',
    '! ',
    'e.g. ',
    '*',
    '_',
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '> ',
    '- ',
    '# ',
    '    ',
    '```\n',
    '😀',
    '\u202E',
    '\uD800',
    '水。',
    '[x](y)',
    '\uFEFF',
    '---\n',
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

  test('ranges hold the citations and the keys', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { range, keys } of citedPlacesIn(text, pandocSyntax)) {
          expect(slice(text, range)).toMatch(/^(?:\[[^]*@[^]*\]|@[^]+)$/);
          for (const one of keys) expect(slice(text, one.range)).toBe(one.key);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('sentences are one line, short, and of the paragraph alone', () => {
    const words = fc.array(fc.constantFrom('@a', '[@b]', 'otters', 'e.g.', 'end.', '**x**', '`y`'), { minLength: 1 });
    fc.assert(
      fc.property(
        fc.array(words, { minLength: 1 }),
        fc.constantFrom('\n\n', '\r\n\r\n', '\n \t\n'),
        (blocks, blank) => {
          const marked = blocks.map((block, at) =>
            block.map((word) => word.replace(/[a-z]+/, (name) => `${name}${at}`)),
          );
          const text = marked.map((block) => block.join(' ')).join(blank);
          for (const { range, before, citation, after } of citedPlacesIn(text, pandocSyntax)) {
            const own = /\d+/.exec(slice(text, range))?.[0];
            for (const number of `${before}${citation}${after}`.match(/\d+/g) ?? []) expect(number).toBe(own);
          }
        },
      ),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const { before, citation, after } of citedPlacesIn(text, pandocSyntax)) {
          for (const part of [before, citation, after]) {
            expect(part).not.toMatch(/[\p{Cc}\u202E]/u);
            expect(part.length).toBeLessThanOrEqual(163);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  const repeated = [
    '@a ',
    '[@a; ',
    '[@a] ',
    '[[@a] ',
    '. [@a]\n',
    'x. @a',
    '|@a',
    '> @a\n',
    '*@a_',
    '@a <!-- ',
    '[@a](',
    '\\@a @a',
    '@a\n\n',
  ];
  test.each([...repeated, `${'\n'.repeat(500)}@a`, `[@a${' '.repeat(2000)}]`])(
    'time is linear: %j',
    (piece) => {
      const repeat = (length: number): string => piece.repeat(Math.ceil(length / piece.length));
      // Eight times the text: linear is 8, quadratic 64.
      const sizes = { small: 8_000, large: 64_000, enough: 40 };
      expect(growth(repeat, (text) => citedPlacesIn(text, pandocSyntax), sizes)).toBeLessThan(40);
    },
    60_000,
  );

  test('5 MB of prose, and one line of 1 MB, are read whole', () => {
    const paragraph = 'Otters hold hands while they sleep [see @a, p. 3; @b], as everybody knows.\n\n';
    expect(citedPlacesIn(paragraph.repeat(Math.ceil(5e6 / paragraph.length)), pandocSyntax)).toHaveLength(65_790);
    const sentence = 'Otters hold hands [@a]. ';
    const places = citedPlacesIn(sentence.repeat(42_000), pandocSyntax);
    expect([places.length, places.at(-1)?.before, places.at(-1)?.range.start.character]).toEqual([
      42_000,
      'Otters hold hands ',
      1_007_994,
    ]);
  }, 60_000);
});

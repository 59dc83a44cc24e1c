import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../../../../src/core/formats/markdown/markdown.ts';
import { growth } from '../../../../support/growth.ts';
import { expectLinearTexts } from '../hostileText.ts';

const lists = join(import.meta.dirname, '../../../../fixtures/lists');
const files = ['awesome', 'bold-titles', 'weekly-notes', 'numbered-bibliography'].map((name) =>
  readFileSync(join(lists, `${name}.md`), 'utf8'),
);
const good = [0, 1, 2].map(
  (index) => `- [What Remains ${index}](https://arxiv.org/abs/2401.0000${index}) - Ana Moss (2024)\n`,
);

const quarter = 250_000;
const signs = [
  '[',
  '](',
  '![',
  '*',
  '**a',
  '|',
  '<',
  '<a ',
  '#',
  '- ',
  '`',
  '$a',
  '\\',
  '  ',
  '\n',
  '- a\n',
  'a|b\n-|-\n',
];
const words = [
  '[a](https://e.org/',
  '[a](b)',
  'https://',
  'https://e.org/)',
  '<!--',
  '```\n',
  '**A b**\n\n',
  '1. ',
  ', ',
  '. ',
  ':',
];
const beginnings = [
  '',
  '- ',
  '- [',
  '- [Rivers at Night](https://arxiv.org/abs/2401.00001) ',
  '| Title | Year |\n|---|---|\n| ',
];

function nested(depth: number): string {
  return Array.from({ length: depth }, (_, index) => `${' '.repeat(index)}- a`).join('\n');
}

describe('a quarter of a megabyte', () => {
  test.each([...signs, ...words])('of %j takes no more than its share', (piece) => {
    for (const beginning of beginnings) {
      const text = (length: number): string => beginning + piece.repeat(length / piece.length);
      expectLinearTexts(markdown, 'papers.md', text, quarter);
    }
  });

  test('of ever deeper lists', () => {
    const sizes = { small: 250, large: 700, enough: 32 };
    expect(growth(nested, (text) => markdown.parse(text), sizes)).toBeLessThan(32);
  });
});

test('mutations never throw, lose none of the papers below, and give ranges in order, apart and inside the text', () => {
  const noise = fc.constantFrom(
    '](',
    '[',
    '**',
    '|',
    '`',
    '```\n',
    '<!--',
    '<details>',
    '\n\n',
    '\r',
    '  ',
    '# ',
    '- ',
    '> ',
    '---\n',
    '$',
    '\0',
  );
  const change = fc.tuple(fc.nat(), fc.nat({ max: 200 }), noise);
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.array(change, { maxLength: 6 }), (file, changes) => {
      let text = file;
      for (const [at, length, inserted] of changes) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + inserted + text.slice(from + length);
      }
      text += `\n\n# What Remains\n\n${good.join('')}`;
      const { records } = markdown.parse(text);
      const lines = text.split(/\r\n|\n|\r/);
      let last = -1;
      for (const { title, range } of records) {
        expect(title).not.toBe('');
        expect(range.start.line).toBeGreaterThan(last);
        expect(range.end.line).toBeGreaterThanOrEqual(range.start.line);
        expect(range.end.character).toBeLessThanOrEqual(lines[range.end.line]?.length ?? -1);
        last = range.end.line;
      }
      expect(records.slice(-3).map(({ title }) => title)).toEqual([0, 1, 2].map((index) => `What Remains ${index}`));
    }),
    { numRuns: 300 },
  );
});

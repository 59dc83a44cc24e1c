import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listing } from '../../../../../src/core/formats/listing/listing.ts';
import { expectLinearTexts } from '../hostileText.ts';

const abstract = 'Small seas feel the moon but do not show it. We measured the tide in 400 teacups over one month.';

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../../../fixtures/lists', name), 'utf8');
}

test('no address, one address, two addresses', () => {
  const links = ['', 'https://example.org/1', 'https://example.org/2\n\nhttps://example.org/3'];
  const text = links.map((link, index) => `A Study of ${index} Links\n\n${abstract}\n\n${link}\n`).join('\n');
  expect(listing.parse(text).records.map(({ url }) => url)).toEqual([
    undefined,
    'https://example.org/1',
    'https://example.org/2',
  ]);
});

test('a title that is an address is no title', () => {
  const { records } = listing.parse(`https://example.org/1\n\n${abstract}\n\nSlow Clocks\n\n${abstract}\n`);
  expect(records.map(({ title }) => title)).toEqual(['Slow Clocks']);
});

test.each([
  ['2401.00001v9', '2401.00001'],
  ['arXiv:2401.00001v9', '2401.00001'],
  ['arXiv:cs/0309040', 'cs/0309040'],
  ['https://arxiv.org/abs/cs/0309040v2', 'cs/0309040'],
])('the id %s', (line, arxiv) => {
  expect(listing.parse(`Slow Clocks\n\n${abstract}\n\n${line}\n`).records[0]?.arxiv).toBe(arxiv);
});

test('a hundred thousand blank lines part a title from its abstract, never a title', () => {
  const blank = '\n'.repeat(100_000);
  const { records } = listing.parse(`Slow Clocks${blank}${abstract}${blank}Fast${blank}Clocks Run\n\n${abstract}`);
  expect(records.map(({ title }) => title)).toEqual(['Slow Clocks', 'Clocks Run']);
});

test('terminal escapes are left out of titles and abstracts', () => {
  const link = '\u001B]8;;https://evil.example\u001B\\Slow Clocks\u001B]8;;\u001B\\';
  const { records } = listing.parse(`${link}\n\n\u001B[1m${abstract}\u001B[0m\n`);
  expect(records).toMatchObject([{ title: 'Slow Clocks', abstract }]);
});

test('names of object members are titles and labels like others', () => {
  const names = ['__proto__', 'constructor', 'toString'];
  const { records } = listing.parse(names.map((name) => `${name}: A Member of Objects\n\n${abstract}\n`).join('\n'));
  expect(records.map(({ title }) => title)).toEqual(names.map((name) => `${name}: A Member of Objects`));
  expect(({} as Record<string, unknown>)['A Member of Objects']).toBeUndefined();
});

const cases: Readonly<Record<string, string>> = {
  'blank lines': '\n',
  'opening brackets': '[',
  'links that never close': '[a](https://e.org/',
  'links in links': '[[[](https://e.org)',
  'labels without values': 'Title:\n',
  'authors without names': 'Authors:\n,\n',
  'one author a line': 'Authors:\nAda Lovelace\n',
  'numbers in a row': '1. A\n2. B\n',
  'escape characters': '\u001B[1',
  'escapes that never end': '\u001B]',
  'ends of mails': '\\\\\n',
  'indented lines': '  a\n',
  'a label that goes on': 'Title: a\n  b\n',
  'arXiv ids': 'arXiv:2401.00001\n',
  dates: 'Published on May 19, 2024\n',
  'names in a row': 'Ada Lovelace, ',
  parentheses: '(',
  affiliations: 'Authors: a ((1) b ',
  'full stops': '. ',
  addresses: 'https://e.org/ ',
  'addresses, a line each': 'A https://e.org/\n',
  'page ends': 'View arXiv page\nCommunity\n',
  spaces: ' ',
  'tabs and colons': '\t:',
  quotes: '"',
};

describe('a megabyte', () => {
  test.each(Object.entries(cases))('of %s takes no more than its share', (_name, piece) => {
    expectLinearTexts(listing, 'papers.txt', (length) => piece.repeat(length / piece.length));
  });
});

describe('mutations of pasted pages', () => {
  const pages = ['arxiv-mail.txt', 'arxiv-new.txt', 'arxiv-pages.txt', 'hf-paper-page.txt', 'numbered.txt'].map(read);
  const good = Array.from(
    { length: 3 },
    (_, index) => `## Appendix ${index}: What Remains of the Tide\n\n${abstract} ${abstract} ${abstract}\n`,
  ).join('\n');
  const noise = fc.constantFrom(
    '\\\\',
    '[1] ',
    'Title:',
    '\n\n',
    '](',
    'arXiv:',
    '\u001B[',
    '\r',
    '  ',
    'Authors:\n',
    '(',
    '\0',
  );

  test('never throw, and lose none of the papers below', () => {
    const mutation = fc.tuple(
      fc.constantFrom(...pages),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 200 }), noise), { maxLength: 6 }),
    );
    fc.assert(
      fc.property(mutation, ([page, changes]) => {
        let text = page;
        for (const [at, length, inserted] of changes) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + inserted + text.slice(from + length);
        }
        const { records } = listing.parse(`${text}\n\n${good}`);
        const lines = `${text}\n\n${good}`.split(/\r\n|\n|\r/);
        for (const { title, range } of records) {
          expect(title).not.toBe('');
          expect(lines[range.end.line]?.length).toBe(range.end.character);
        }
        expect(records.slice(-3).map(({ title }) => title)).toEqual(
          [0, 1, 2].map((index) => `Appendix ${index}: What Remains of the Tide`),
        );
      }),
      { numRuns: 300 },
    );
  });
});

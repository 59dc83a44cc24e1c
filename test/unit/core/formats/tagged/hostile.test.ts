import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enw } from '../../../../../src/core/formats/tagged/enw.ts';
import { nbib } from '../../../../../src/core/formats/tagged/nbib.ts';
import { ris } from '../../../../../src/core/formats/tagged/ris.ts';
import { expectLinear, expectLinearTexts, expectSoundRanges, mutations } from '../hostileText.ts';
import { fixture } from '../readText.ts';

const formats = [
  { format: ris, name: 'a.ris', head: 'TY  - JOUR\nTI  - Seas\n', good: 'TY  - JOUR\nTI  - What Remains\nER  - \n' },
  { format: nbib, name: 'a.nbib', head: 'PMID- 1\nTI  - Seas\n', good: 'PMID- 9\nTI  - What Remains\n' },
  { format: enw, name: 'a.enw', head: '%0 Book\n%T Seas\n', good: '%0 Book\n%T What Remains\n' },
] as const;

const risPieces: Readonly<Record<string, string>> = {
  authors: 'AU  - Lee, Ann\n',
  'beginnings without ends': 'TY  - JOUR\n',
  ends: 'ER  - \n',
  'blank lines': '\n',
  'lone CR': '\r',
  'CR and spaces': '\r ',
  BOMs: '\uFEFF',
  'continuation lines': 'a\n',
  'indented lines': '      a b\n',
  'tags without values': 'KW  - \n',
  'unknown tags': 'ZZ  - a\n',
};
/** Put into the value of one field. */
const valuePieces: Readonly<Record<string, string>> = {
  spaces: ' ',
  semicolons: ';',
  commas: ',',
  hyphens: '-',
  'hyphens and spaces': ' -',
  digits: '1',
  'beginnings of tags': '<i',
  'ends of paragraphs': '</p>',
  entities: '&amp;',
  addresses: 'http://a;',
  DOIs: '10.1000/(',
  'arXiv ids': 'arxiv:',
  particles: 'van ',
  initials: 'A. ',
};

describe('a megabyte', () => {
  test.each(Object.entries(risPieces))('of %s takes no more than its share', (_name, piece) => {
    expectLinear(ris, 'a.ris', 'TY  - JOUR\nTI  - Seas\n', piece);
  });

  test.each(Object.entries(valuePieces))('of %s in any field takes no more than its share', (_name, piece) => {
    const tags = ['AU', 'SP', 'SN', 'KW', 'UR', 'AB', 'PY', 'DO', 'N1', 'ID', 'M1', 'T2'];
    expectLinearTexts(ris, 'a.ris', (length) => {
      const value = `1${piece.repeat(Math.ceil(length / tags.length / piece.length))}1`;
      return `TY  - JOUR\nTI  - Seas\n${tags.map((tag) => `${tag}  - ${value}\n`).join('')}ER  - \n`;
    });
  });

  test.each(formats)('of blank lines between fields, $name', ({ format, name, head }) => {
    const line = head.split('\n')[1] ?? '';
    expectLinear(format, name, head, '\n\n');
    expectLinear(format, name, head, `\n${line.slice(0, -4)}A\n`);
    expectLinear(format, name, head, '\nIP  - 1\n\n%V 1\n');
  });
});

test('hundreds of thousands of authors are one record', () => {
  const { records } = ris.parse(`TY  - JOUR\nTI  - Seas\n${'AU  - Lee, A\n'.repeat(300_000)}ER  - \n`);
  expect(records.map(({ authors }) => authors.length)).toEqual([300_000]);
});

test('names of object members are tags and values like others', () => {
  const { records } = enw.parse('%0 __proto__\n%T constructor\n%A toString\n%F __proto__\n');
  expect(records).toMatchObject([{ title: 'constructor', authors: ['toString'], key: '__proto__' }]);
});

describe('mutations', () => {
  const texts = ['zotero.ris', 'publishers.ris', 'scholar.ris', 'exports.enw', 'pubmed.nbib'].map((file) =>
    fixture(`tagged/${file}`),
  );
  const noise = [
    '',
    '\n',
    '\r',
    '\n\n',
    'TY  - ',
    '\nER  - \n',
    '%0 ',
    '\n%T ',
    'PMID- ',
    '\uFEFF',
    '\0',
    '  - ',
    '\nAU  - ',
    ' ',
  ];

  test.each(formats)('never throw, and the record behind them survives: $name', ({ format, good }) => {
    fc.assert(
      fc.property(mutations(texts, noise), (mutated) => {
        const text = `${mutated}\n\n${good}`;
        const parsed = format.parse(text);
        expect(parsed.records.at(-1)?.title).toBe('What Remains');
        expectSoundRanges(text, parsed);
      }),
      { numRuns: 400 },
    );
  });

  test.each(formats)('line ends do not matter: $name', ({ format }) => {
    fc.assert(
      fc.property(mutations(texts, ['', '\n', 'TY  - ', '%0 ', 'PMID- ']), (text) => {
        const plain = format.parse(text).records;
        for (const eol of ['\r\n', '\r']) expect(format.parse(text.replaceAll('\n', eol)).records).toEqual(plain);
      }),
      { numRuns: 100 },
    );
  });
});

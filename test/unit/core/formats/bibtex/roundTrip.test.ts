import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBibtexEntry } from '../../../../../src/core/bibliography/write/bibtexWriter.ts';
import { bibtex } from '../../../../../src/core/formats/bibtex/bibtex.ts';
import type { PaperFields } from '../../../../../src/core/paper.ts';

/** What the writer writes of a paper, read again. */
function again(written: PaperFields, eol: '\n' | '\r\n' = '\n'): PaperFields | undefined {
  const { records, problems } = bibtex.parse(formatBibtexEntry(written, 'key2024', { abstract: true, eol }));
  expect(problems).toEqual([]);
  expect(records.map(({ key }) => key)).toEqual(['key2024']);
  return records[0];
}

function paper(fields: Partial<PaperFields>): PaperFields {
  return { title: 'T', abstract: '', authors: [], keywords: [], ...fields };
}

describe('what Paperside writes it reads again', () => {
  test('everything', () => {
    const written = paper({
      title: 'Attention: 50% of $O(n^2)$ & more for LLMs_{x}, a "quoted" one -- or two',
      abstract: 'It costs $5, `as` \\n shown in {braces} #1 ~ ^.',
      authors: [
        'Ashish Vaswani',
        'Ludwig van Beethoven',
        'Łukasz Kaiser',
        'Google Research Team',
        '李明',
        'J. R. R. Tolkien',
      ],
      year: 2017,
      venue: 'Journal of R&D',
      doi: '10.1000/a_b(c)<d>;2-#',
      arxiv: 'cs/0309040',
      url: 'https://example.org/~me/a_b?c=50%25&d#e',
      keywords: ['a & b', 'C#', 'deep learning'],
    });
    expect(again(written)).toMatchObject(written);
    expect(again(written, '\r\n')).toMatchObject(written);
  });

  test.each([
    'NeurIPS 2023',
    'Proceedings of ICML',
    'Transactions of the ACL',
    'A blog & a half',
    'Some Publisher: Notes_1',
  ])('the venue %s', (venue) => {
    expect(again(paper({ venue }))?.venue).toBe(venue);
  });

  test.each([['2401.00001'], ['cs/0309040'], ['math.gt/0309136']])('the arXiv id %s', (arxiv) => {
    expect(again(paper({ arxiv }))?.arxiv).toBe(arxiv);
  });

  const word = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    fc.constantFrom(
      'LLMs',
      'a',
      'the',
      '&',
      '%',
      '#',
      '_',
      '$',
      '$5',
      '{',
      '}',
      '~',
      '^',
      '`',
      "'",
      '"',
      '--',
      '\\',
      '=',
      '@misc{x,',
      '$x^2$',
      '50%',
      '``',
      "''",
      '?`',
    ),
  );
  const words = fc
    .array(word, { minLength: 1, maxLength: 6 })
    .map((list) => clean(list.join(' ')))
    .filter((text) => text !== '');

  test('any title, abstract and keyword', () => {
    fc.assert(
      fc.property(words, words, words, (title, abstract, keyword) => {
        const read = again(paper({ title, abstract, keywords: [keyword] }));
        expect(shown(read?.title ?? '')).toBe(shown(title));
        expect(shown(read?.abstract ?? '')).toBe(shown(abstract));
        if (!/[,;]/.test(keyword)) expect(read?.keywords.map(shown)).toEqual([shown(keyword)]);
      }),
      { numRuns: 1500 },
    );
  });

  test('any names of people, years, identifiers and addresses', () => {
    const name = fc
      .tuple(
        fc.constantFrom('Ada', 'J. R. R.', 'Łukasz', 'Jean-Luc', "D'Arcy"),
        fc.constantFrom('', 'van', 'de la'),
        fc.stringMatching(/^[A-ZÀ-Þ][a-zß-ÿ'-]{1,12}$/),
      )
      .map((parts) => clean(parts.filter((part) => part !== '').join(' ')));
    const doi = fc
      .stringMatching(/^10\.[1-9]\d{3}\/[a-z0-9_()%#;<>&~-]{0,20}[a-z0-9]$/)
      .filter((text) => !text.includes('('));
    const arxiv = fc.stringMatching(/^(?:2[0-4](?:0[1-9]|1[0-2])\.\d{5}|[a-z]{2,8}-[a-z]{2}\/\d{7})$/);
    const url = fc.webUrl({ withFragments: true, withQueryParameters: true });
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 5 }),
        fc.integer({ min: 1000, max: 2999 }),
        doi,
        arxiv,
        url,
        (...values) => {
          const [authors, year, writtenDoi, writtenArxiv, writtenUrl] = values;
          const read = again(paper({ authors, year, doi: writtenDoi, arxiv: writtenArxiv, url: writtenUrl }));
          expect(read?.authors).toEqual(authors);
          expect(read).toMatchObject({ year, doi: writtenDoi, arxiv: writtenArxiv });
          expect(read?.url).toBe(
            writtenUrl.replace(/[`^]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** As the writer writes one line: without control characters, one space between words. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The decoder takes away white space inside `$ x $`, and the dollars around one plain sign: nothing else may differ. */
function shown(text: string): string {
  return text.replace(/\$ *([<>|+=/*]) *\$/g, '$1').replace(/ *\$ */g, '$');
}

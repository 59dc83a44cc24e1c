import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@retorquere/bibtex-parser';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bibtex } from '../../../../../src/core/formats/bibtex/bibtex.ts';
import { nameOf, plain } from './oracleText.ts';
import { paperWriters } from '../../../../support/paperWriters.ts';

// The strictest parser of BibTeX on npm reads the same files. What it gives differently on purpose is taken away here:
// titles with tags of HTML for emphasis and raised text, protected case as `<span class="nocase">`, math as HTML,
// and names of programs as commands (`\TeX`).

const folder = join(import.meta.dirname, '../../../../fixtures/bibtex');

/** What both should say of an entry. */
interface Said {
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: string;
}

function oracle(bib: string): readonly Said[] {
  const { entries } = parse(bib, { sentenceCase: false, caseProtection: false });
  return entries
    .filter(({ fields }) => fields['title'] !== undefined)
    .map(({ key, fields }) => ({
      key,
      title: plain([fields['title'], fields['subtitle']].filter((part) => part !== undefined).join(': ')),
      authors: (fields.author ?? []).filter((name) => name.lastName !== 'others').map(nameOf),
      year: /\d{4}/.exec(fields['date'] ?? fields['year'] ?? '')?.[0] ?? '',
    }));
}

function ours(bib: string): readonly Said[] {
  return bibtex.parse(bib).records.map(({ key = '', title, authors, year = '' }) => ({
    key,
    title: plain(title),
    authors: authors.map(plain),
    year: String(year),
  }));
}

test.each(readdirSync(folder))('%s: keys, titles, authors and years as the oracle has them', (name) => {
  const bib = readFileSync(join(folder, name), 'utf8');
  expect(oracle(bib).length).toBeGreaterThan(2);
  expect(ours(bib)).toEqual(oracle(bib));
});

/** Words as people put them into fields. */
const word = fc.constantFrom(
  'Deep',
  'learning',
  'of',
  '{DNA}',
  '{\\"U}ber',
  "caf\\'e",
  '\\v{S}kola',
  '\\o re',
  'a--b',
  '\\&',
  '50\\%',
  '{\\ss}',
  '\\emph{x}',
  'C\\#',
  '{{A}}',
  '---',
  '\\textbf{B c}',
);
const title = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const name = fc.constantFrom(
  'Ada Lovelace',
  'Lovelace, Ada',
  'Ludwig van Beethoven',
  'van Beethoven, Ludwig',
  'King, Jr., Martin Luther',
  '{World Bank}',
  "Garc{\\'i}a M{\\'a}rquez, Gabriel",
  'J.~R.~R. Tolkien',
  '{\\O}rsted, Hans',
  "de la Cruz, Juana In\\'es",
  'Madonna',
);
const entry = fc.record({
  type: fc.constantFrom('article', 'Book', 'INPROCEEDINGS', 'misc'),
  title,
  authors: fc.array(name, { maxLength: 4 }),
  year: fc.integer({ min: 1900, max: 2030 }),
  style: fc.constantFrom('braces', 'quotes', 'pieces'),
  gap: fc.constantFrom('\n', '\n\n', ' ', '\n% a comment\n', '\n@comment{x}\n', '\n@string{s = "t"}\n'),
});

test('generated files: keys, titles, authors and years as the oracle has them', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (entries) => {
      const written = entries.map((item, index) => {
        const author = item.authors.length === 0 ? '' : `  author = {${item.authors.join(' and ')}},\n`;
        const value = {
          braces: `{${item.title}}`,
          quotes: `"${item.title}"`,
          pieces: `{${item.title}} # " " # {end}`,
        }[item.style];
        return `@${item.type}{k${index},\n  title = ${value},\n${author}  year = ${item.year}\n}${item.gap}`;
      });
      const bib = written.join('');
      expect(ours(bib)).toEqual(oracle(bib));
    }),
    { numRuns: 150 },
  );
});

test('what programs export: the writer of the corpus test', () => {
  const papers = Array.from({ length: 40 }, (_, index) => ({
    key: `k${index}`,
    title: `On the ${index}% & $${index}: {braces} ~ ^ # _ -- "quotes" of Ångström`,
    abstract: 'None.',
    authors: ['Ada Lovelace', 'Björk Guðmundsdóttir'],
    year: 1990 + index,
  }));
  const bib = paperWriters['bibtex']?.(papers) ?? '';
  expect(ours(bib).map(({ key, authors, year }) => [key, authors, year])).toEqual(
    oracle(bib).map(({ key, authors, year }) => [key, authors, year]),
  );
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listing } from '../../../../../src/core/formats/listing/listing.ts';
import type { PaperRecord } from '../../../../../src/core/paper.ts';

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../../../fixtures/lists', name), 'utf8');
}

/** The lines of a record, as they stand in its file. */
function linesOf(text: string, record: PaperRecord | undefined): readonly string[] {
  const range = record?.range ?? { start: { line: 0, character: -1 }, end: { line: 0, character: 0 } };
  const lines = text.split('\n').slice(range.start.line, range.end.line + 1);
  expect(range.start.character).toBe(0);
  expect(range.end.character).toBe(lines.at(-1)?.length);
  return lines;
}

describe.each(['arxiv-mail', 'arxiv-new', 'arxiv-pages', 'arxiv-recent', 'hf-paper-page', 'linked-titles', 'numbered'])(
  '%s',
  (name) => {
    test('is the same with CRLF and CR', () => {
      const text = read(`${name}.txt`);
      const expected = listing.parse(text);
      expect(listing.parse(text.replaceAll('\n', '\r\n'))).toEqual(expected);
      expect(listing.parse(text.replaceAll('\n', '\r'))).toEqual(expected);
    });
  },
);

test('a paper page of Hugging Face: votes, date, authors line by line, abstract below its summary, no comments', () => {
  const text = read('hf-paper-page.txt');
  const { records, problems } = listing.parse(text);
  expect(problems).toEqual([]);
  expect(records).toMatchObject([
    {
      title: 'Slow Weather: Forecasting Frost with Sensors That Nobody Charges',
      authors: ['Ana Prado', 'wei-ling chen', "Jean-Luc d'Aubigné"],
      year: 2024,
      arxiv: '2405.01234',
    },
  ]);
  expect(linesOf(text, records[0])[0]).toBe('arxiv:2405.01234');
  expect(records[0]?.abstract).toMatch(/^Frost kills blossoms .* on 41 of 44 nights\.$/);
});

test('two paper pages, one below the other, the second from its title on', () => {
  const page = read('hf-paper-page.txt');
  const second = page.slice(page.indexOf('Slow Weather')).replace('Slow Weather', 'Fast Weather');
  const { records, problems } = listing.parse(`${page}\n${second}`);
  expect(records.map(({ title }) => title.slice(0, 12))).toEqual(['Slow Weather', 'Fast Weather']);
  expect(records[1]?.authors).toEqual(records[0]?.authors);
  expect(problems).toEqual([]);
});

test("arXiv's new submissions, with abstracts: every field in its place", () => {
  const text = read('arxiv-new.txt');
  const { records, problems } = listing.parse(text);
  expect(problems).toEqual([]);
  expect(records.map(({ title, authors, arxiv, year, venue }) => [title, authors, arxiv, year, venue])).toEqual([
    [
      'Whispering to Dictionaries: What Rare Words Keep to Themselves',
      ['Ada B. Example', 'Noor van den Test'],
      '2510.00001',
      2025,
      undefined,
    ],
    ['Commas', ['The Punctuation Collaboration'], '2510.00002', 2025, undefined],
    [
      String.raw`Gradient Descent on a Hill That Moves: Chasing $\min f_t$ with Two Legs`,
      ['Émile Essai', '王小明'],
      '2509.12345',
      2025,
      'J. Moving Hills 12 (2025) 34-56',
    ],
    ['Echoes', ['Solo Author'], '2301.54321', 2023, undefined],
  ]);
  expect(records.map(({ abstract }) => abstract.slice(0, 12))).toEqual([
    'Rare words a',
    'They matter.',
    'Hills move w',
    'An echo answ',
  ]);
  expect(records[0]?.details?.other?.map(([name, value]) => [name, value.slice(0, 22)])).toEqual([
    ['Comments', '12 pages, 4 figures. A'],
    ['Subjects', 'Computation and Langua'],
  ]);
  expect(records[0]?.keywords).toEqual([]);
  expect(records.map((record) => linesOf(text, record)[0])).toEqual([
    '[1] arXiv:2510.00001 [pdf, html, other]',
    '[2] arXiv:2510.00002 [pdf, html, other]',
    '[3] arXiv:2509.12345 (cross-list from cs.LG) [pdf, html, other]',
    '[4] arXiv:2301.54321 (replaced) [pdf, html, other]',
  ]);
});

test("arXiv's recent papers, labels on lines of their own, without abstracts", () => {
  const { records, problems } = listing.parse(read('arxiv-recent.txt'));
  expect(problems).toEqual([]);
  expect(records).toMatchObject([
    {
      title: 'Dust Between the Keys: A Small Survey of Interstellar Pianos',
      authors: ['Ada B. Example', 'Noor van den Test'],
      abstract: '',
      arxiv: '2510.00011',
      details: {
        other: [
          ['Comments', '9 pages, submitted to the Journal of Small Surveys'],
          ['Subjects', 'Astrophysics of Galaxies (astro-ph.GA)'],
        ],
      },
    },
    { title: 'How Far Is a Moon?', authors: ['Solo Author'], arxiv: '2510.00012' },
  ]);
});

test('abstract pages of arXiv, one below the other', () => {
  const { records, problems } = listing.parse(read('arxiv-pages.txt'));
  expect(problems).toEqual([]);
  expect(records).toMatchObject([
    {
      title: 'The Grammar of Doorbells',
      authors: ['Ada B. Example', 'Noor van den Test', 'Sam Probe Jr.'],
      arxiv: '2401.00021',
      doi: '10.1000/door.21',
      url: undefined,
      year: 2024,
      venue: 'Transactions on Doorbells, 2025',
    },
    { title: 'Silence After the Bell', authors: ['Solo Author'], arxiv: '2402.00022', doi: undefined, year: 2024 },
  ]);
  expect(records[0]?.abstract).toMatch(/^Doorbells say .* Code: https:\/\/example\.org\/doorbells$/);
});

test("arXiv's mails: wrapped titles, authors and abstracts", () => {
  const text = read('arxiv-mail.txt');
  const { records, problems } = listing.parse(text);
  expect(problems).toEqual([]);
  expect(records).toMatchObject([
    {
      title: 'A Long Title That Goes On for So Many Words That the Mail Has to Break It into Two Lines',
      authors: ['Ada B. Example', 'Noor van den Test', String.raw`Jean-Luc d'Aubign\'e`, 'Sam Probe'],
      arxiv: '2401.00031',
      year: 2024,
    },
    {
      title: 'Commas',
      abstract: 'They matter. We show where.',
      arxiv: '2401.00032',
      doi: '10.1000/comma.32',
      venue: 'Letters on Commas 3, 2024',
    },
    { title: 'Echoes of a Corrected Lemma', abstract: '', arxiv: '2301.00033', year: 2023 },
  ]);
  expect(records.map((record) => linesOf(text, record).at(-1))).toEqual([
    String.raw`\\ ( https://arxiv.org/abs/2401.00031 ,  12kb)`,
    String.raw`\\ ( https://arxiv.org/abs/2401.00032 ,  1024kb)`,
    String.raw`\\ ( https://arxiv.org/abs/2301.00033 ,  30kb)`,
  ]);
  expect(records[0]?.abstract).toMatch(/^Mails are read .* words that survive a filter .* keeps the short ones\.$/);
});

test('titles that are links', () => {
  const { records, problems } = listing.parse(read('linked-titles.txt'));
  expect(problems).toEqual([]);
  expect(records.map(({ title, arxiv, doi, url }) => [title, arxiv ?? doi, url])).toEqual([
    ['Tides in a Teacup: Why Small Seas Have No Moon', '2401.00041', undefined],
    ['3D Printing a Fog', '10.1000/fog.2', undefined],
    ['Rows of Defeats', '2401.00043', undefined],
    ['Echoes', undefined, 'https://example.org/echoes'],
    ['The Silence of Doorbells', '2401.00045', 'https://example.org/bells'],
  ]);
});

test('a numbered list: the numbers are no part of the titles', () => {
  const { records, problems } = listing.parse(read('numbered.txt'));
  expect(records.map(({ title, doi }) => [title, doi])).toEqual([
    ['Tides in a Teacup: Why Small Seas Have No Moon', undefined],
    ['3D Printing a Fog', '10.1000/fog.2'],
    ['1. FC Cologne and the Long Tail of Defeat', undefined],
  ]);
  expect(records[2]?.authors).toEqual(['Ada B. Example', 'Noor van den Test']);
  expect(problems.map(({ code, range }) => [code, range.start.line])).toEqual([['unplaced-text', 0]]);
});

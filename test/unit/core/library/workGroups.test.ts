import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factsOf } from '../../../../src/core/library/paperIdentity.ts';
import { groupRecords } from '../../../../src/core/library/workGroups.ts';
import type { PaperRecord } from '../../../../src/core/paper.ts';
import { libraryOf, recordAt } from './records.ts';
import { growth } from '../../../support/growth.ts';

type Fields = Partial<PaperRecord> & { readonly title: string };

/** The groups of records, as indexes. */
function groupsOf(...records: readonly Fields[]): readonly (readonly number[])[] {
  return groupRecords(records.map((fields) => factsOf(recordAt(0, fields))));
}

const title = 'What the Tide Knows of the Moon';

describe('one work', () => {
  test.each<readonly [string, Fields, Fields]>([
    ['equal DOIs in other letters', { title, doi: '10.1/AB' }, { title: 'What the tide knows', doi: '10.1/ab' }],
    ['an arXiv id and its DOI', { title, arxiv: '2401.00001' }, { title: 'Tide', doi: '10.48550/arXiv.2401.00001' }],
    [
      'a preprint whose next version has another title',
      { title, arxiv: '2401.00001', authors: ['Ada Byron'], year: 2024 },
      { title: 'Lunar Bookkeeping', arxiv: '2401.00001v3', authors: ['A. Byron'], year: 2025 },
    ],
    [
      'initials, full names, and a year later in the proceedings',
      { title, authors: ['J. Smith'], year: 2019 },
      { title, authors: ['John Smith', 'Ada Byron'], year: 2020 },
    ],
    ['the family name first', { title, authors: ['Smith, John'] }, { title, authors: ['John Smith'] }],
    ['diacritics', { title, authors: ['Søren Müller'] }, { title, authors: ['Soren Mueller'] }],
    ['a list that ends in et al.', { title, authors: ['Smith et al.'] }, { title, authors: ['John Smith'] }],
    ['a record that names nobody', { title }, { title, authors: ['John Smith'], year: 2019, doi: '10.1/x' }],
    [
      'a subtitle left out, under one DOI',
      { title: 'Tides', doi: '10.1/x' },
      { title: `Tides: ${title}`, doi: '10.1/x' },
    ],
    [
      'an editorial of the same author and year',
      { title: 'Editorial', authors: ['Ada Byron'], year: 2019 },
      { title: 'EDITORIAL', authors: ['A. Byron'], year: 2019 },
    ],
  ])('%s', (_name, a, b) => {
    expect(groupsOf(a, b)).toEqual([[0, 1]]);
    expect(groupsOf(b, a)).toEqual([[0, 1]]);
  });
});

describe('two works', () => {
  test.each<readonly [string, Fields, Fields]>([
    ['other authors', { title, authors: ['Ada Byron'] }, { title, authors: ['Alan Turing'] }],
    ['only a given name in common', { title, authors: ['Wei Li'] }, { title, authors: ['Wei Zhang'] }],
    ['years far apart', { title, year: 2010 }, { title, year: 2013 }],
    ['two DOIs', { title, doi: '10.1/a' }, { title, doi: '10.1/b' }],
    [
      'a preprint and its article under two keys',
      { title, arxiv: '2401.00001', key: 'pre', year: 2024 },
      { title, venue: 'Tidal Letters', key: 'pub', year: 2024 },
    ],
    ['a DOI of a volume', { title, doi: '10.1/v' }, { title: 'Moon Rocks for the Impatient', doi: '10.1/v' }],
    [
      'one arXiv id but two DOIs',
      { title, arxiv: '2401.00001', doi: '10.1/a' },
      { title, arxiv: '2401.00001', doi: '10.1/b' },
    ],
    ['editorials of nobody', { title: 'Editorial' }, { title: 'Editorial' }],
    [
      'editorials of two years',
      { title: 'Editorial', authors: ['A B'], year: 2019 },
      { title: 'Editorial', authors: ['A B'], year: 2020 },
    ],
    ['a subtitle left out, without any identifier', { title: 'Tides' }, { title: `Tides: ${title}` }],
  ])('%s', (_name, a, b) => {
    expect(groupsOf(a, b)).toEqual([[0], [1]]);
  });
});

describe('chains', () => {
  test('a third record never glues works of different DOIs', () => {
    const a = { title, doi: '10.1/a' };
    const b = { title, arxiv: '2401.00001' };
    const c = { title: `${title}, Revisited`, arxiv: '2401.00001', doi: '10.1/c' };
    expect(groupsOf(a, b, c)).toEqual([[0], [1, 2]]);
    expect(groupsOf(c, b, a)).toEqual([[0, 1], [2]]);
  });

  test('years do not creep: what fits the next one does not fit the last', () => {
    const records = [2010, 2012, 2014, 2016].map((year) => ({ title, year, authors: ['Ada Byron'] }));
    expect(groupsOf(...records)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test('a title without a telling word glues no papers of a volume', () => {
    const volume = ['', 'Graph Matching Quickly', 'Dialogue Systems Surveyed'].map((name) => ({
      title: name,
      doi: '10.1/v',
    }));
    expect(groupsOf(...volume)).toEqual([[0], [1], [2]]);
  });

  test('a volume of many papers about the same is no paper', () => {
    const volume = Array.from({ length: 12 }, (_, index) => ({ title: `Proceedings Paper ${index}`, doi: '10.1/v' }));
    expect(groupsOf(...volume)).toHaveLength(12);
  });
});

const record = fc.record(
  {
    title: fc.constantFrom(title, title.toUpperCase(), 'Moon Rocks', 'Moon Rocks Again', 'Editorial', ''),
    authors: fc.constantFrom([], ['Ada Byron'], ['A. Byron'], ['Alan Turing'], ['Turing, Alan'], ['Byron et al.']),
    year: fc.constantFrom(2015, 2018, 2019, 2020, 2021, 2024),
    doi: fc.constantFrom('10.1/a', '10.1/b', '10.1101/p', '10.48550/arxiv.2401.00002'),
    arxiv: fc.constantFrom('2401.00001', '2401.00002v2', '2401.00003'),
    key: fc.constantFrom('one', 'two'),
    venue: fc.constantFrom('Tidal Letters', 'arXiv'),
  },
  { requiredKeys: ['title'] },
);
const shuffled = fc
  .array(record, { minLength: 2, maxLength: 14 })
  .map((records) => records.map((one, at) => (one.key === undefined ? one : { ...one, key: `${one.key}${at}` })))
  .chain((records) =>
    fc.tuple(fc.constant(records), fc.shuffledSubarray([...records.keys()], { minLength: records.length })),
  );

describe('the order of records', () => {
  test('does not decide what an identifier joins after another one', () => {
    const records = [
      { title, authors: ['Alan Turing'], year: 2020, doi: '10.1101/p', arxiv: '2401.00003' },
      { title: 'Editorial', authors: ['Alan Turing'], year: 2019, doi: '10.1101/p', arxiv: '2401.00003' },
      { title: '', arxiv: '2401.00002v2' },
      { title, doi: '10.1101/p', arxiv: '2401.00002v2' },
      { title: 'Editorial', doi: '10.1101/p', arxiv: '2401.00002v2' },
    ];
    const members = (order: readonly number[]): readonly string[] =>
      groupsOf(...order.map((at) => records[at] ?? { title: '' }))
        .map((group) =>
          group
            .map((at) => order[at] ?? -1)
            .sort((a, b) => a - b)
            .join(),
        )
        .sort();
    const straight = members([...records.keys()]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...records.keys()], { minLength: records.length }), (order) => {
        expect(members(order)).toEqual(straight);
      }),
      { numRuns: 120 },
    );
  });

  test('never decides which records are one work', () => {
    fc.assert(
      fc.property(shuffled, ([records, order]) => {
        const straight = groupsOf(...records);
        const mixed = groupsOf(...order.map((index) => records[index] ?? { title: '' })).map((group) =>
          group.map((at) => order[at] ?? -1).sort((a, b) => a - b),
        );
        // Equal records are interchangeable.
        const shape = (groups: readonly (readonly number[])[]): readonly string[] =>
          groups
            .map((group) =>
              group
                .map((index) => JSON.stringify(records[index]))
                .sort()
                .join('\n'),
            )
            .sort();
        expect(shape(mixed)).toEqual(shape(straight));
      }),
      { numRuns: 1000 },
    );
  });

  test('never decides what generated keys mean', () => {
    fc.assert(
      fc.property(shuffled, fc.nat(13), ([records, order], cut) => {
        const at = (indexes: readonly number[]): readonly PaperRecord[] =>
          indexes.map((index) => recordAt(index, { ...(records[index] ?? { title: '' }) }));
        const all = [...records.keys()];
        const straight = libraryOf({ a: at(all) });
        const mixed = libraryOf({ z: at(order.slice(0, cut)), b: at(order.slice(cut)) });
        // Which of the titles of a work its key is made of, the first record says; what each key means, none.
        const told = (library: typeof straight): readonly string[] =>
          library
            .papers()
            .map(({ key, aliases }) => [key, ...aliases].sort().join(' '))
            .sort();
        expect(told(mixed)).toEqual(told(straight));
      }),
    );
  });

  test('two works of different DOIs are never one', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 14 }), (records) => {
        const facts = records.map((fields) => factsOf(recordAt(0, fields)));
        for (const group of groupRecords(facts)) {
          const dois = new Set(group.map((index) => facts[index]?.doi).filter((doi) => doi !== undefined));
          expect(dois.size).toBeLessThan(2);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const hostile: Readonly<Record<string, (index: number) => Fields>> = {
  'different papers': (index) => ({ title: `A Paper Numbered ${index}`, authors: [`Ada Byron${index}`], year: 2020 }),
  'equal records': () => ({ title }),
  'equal titles, other DOIs': (index) => ({ title, doi: `10.1/${index}` }),
  'equal titles, other authors': (index) => ({ title, authors: [`Ada Name${index}`] }),
  'equal titles, one author, other arXiv ids': (index) => ({
    title,
    authors: ['Ada Byron'],
    arxiv: `2401.${10_000 + index}`,
  }),
  'one DOI, other titles': (index) => ({ title: `Paper of Volume ${index}`, doi: '10.1/v' }),
  'one arXiv id, other DOIs': (index) => ({ title, arxiv: '2401.00001', doi: `10.1/${index}` }),
};

describe('time', () => {
  test.each(Object.entries(hostile))('is near linear for %s', (_name, make) => {
    const facts = (count: number) => Array.from({ length: count }, (_, index) => factsOf(recordAt(index, make(index))));
    // Eight times the records: quadratic time would be sixty-four times.
    expect(growth(facts, groupRecords, { small: 12_500, large: 100_000, enough: 32 })).toBeLessThan(32);
  });
});

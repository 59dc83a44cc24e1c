import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../src/core/paper.ts';
import type { QueryKind } from '../../support/searchCorpus.ts';
import { inventedPapers } from '../../support/inventedPapers.ts';
import { knownItems, meanReciprocalRank } from '../../support/searchCorpus.ts';

const papers = inventedPapers(300);
const byKey = new Map(papers.map((paper) => [paper.key, paper]));

/** Queries of a kind with the paper that each was made from. */
function asked(kind: QueryKind): readonly (readonly [string, Paper])[] {
  return knownItems(papers, kind, 100).flatMap(({ query, key }) => {
    const paper = byKey.get(key);
    return paper === undefined ? [] : [[query, paper] as const];
  });
}

describe('known items', () => {
  const kinds: readonly QueryKind[] = ['typing', 'typing12', 'words', 'author', 'typo', 'phrase'];

  test.each(kinds)('%s: as many as asked for, and the same each time', (kind) => {
    expect(asked(kind)).toHaveLength(100);
    expect(knownItems(papers, kind, 100)).toEqual(knownItems(papers, kind, 100));
  });

  test('typing is the beginning of a title', () => {
    for (const [query, { title }] of [...asked('typing'), ...asked('typing12')]) {
      expect(title.startsWith(query)).toBe(true);
    }
    const lengths = asked('typing12').map(([query]) => query.length);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([12, 20]);
  });

  test('words are 2 to 4 of the title', () => {
    for (const [query, { title }] of asked('words')) {
      const words = query.split(' ');
      expect(words.length >= 2 && words.length <= 4 && words.every((word) => title.includes(word))).toBe(true);
    }
  });

  test('author is the surname of the first one, and the year', () => {
    for (const [query, { authors, year }] of asked('author')) {
      expect(query).toBe(`${authors[0]?.split(' ').at(-1) ?? ''} ${String(year)}`);
    }
  });

  test('typo is three words of which hardly one is as in the title', () => {
    const words = asked('typo').flatMap(([query, { title }]) =>
      query.split(' ').map((word) => title.match(/[\p{L}\p{N}]+/gu)?.includes(word) ?? false),
    );
    expect(words).toHaveLength(300);
    // Two neighbours that are the same letter can be swapped.
    expect(words.filter(Boolean).length).toBeLessThan(10);
  });

  test('phrase is six words in a row of the abstract', () => {
    for (const [query, { abstract }] of asked('phrase')) {
      expect(query.split(' ')).toHaveLength(6);
      expect(abstract.replace(/\s+/g, ' ')).toContain(query);
    }
  });
});

test('the mean reciprocal rank counts places', () => {
  const items = [
    { query: 'first', key: 'a' },
    { query: 'second', key: 'b' },
    { query: 'missing', key: 'c' },
  ];
  expect(meanReciprocalRank(items, () => [{ key: 'a' }, { key: 'b' }])).toBe(0.5);
});

import { describe, expect, test } from 'vitest';
import type { QueryKind } from '../../../support/searchCorpus.ts';
import { knownItems, meanReciprocalRank, realPapers } from '../../../support/searchCorpus.ts';
import { searchOver } from './papers.ts';

/** Measured on 1,000 papers with these very queries, minus 0.05. */
const floors: readonly (readonly [QueryKind, number])[] = [
  ['typing', 0.81],
  ['typing12', 0.94],
  ['words', 0.91],
  ['author', 0.83],
  ['typo', 0.94],
  ['phrase', 0.88],
];

describe('known papers among 1,000 real ones', () => {
  const papers = realPapers()?.slice(0, 1000);
  if (papers === undefined) console.log('No ../shared/corpus here: the quality of search is not measured.');
  const search = searchOver(papers ?? []);

  test.each(floors)('%s: mean reciprocal rank at least %d', (kind, floor) => {
    if (papers === undefined) return;
    const rank = meanReciprocalRank(knownItems(papers, kind, 100), (query) => search.search(query, 20));
    expect(rank).toBeGreaterThan(floor);
  });
});

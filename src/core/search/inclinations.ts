import type { Corpus } from './corpus.ts';
import type { SearchFacts } from './paperSearch.ts';

/** Gentle: it decides amongst papers that answer about equally well, never before one that answers better. */
const factors = { cited: 0.06, recent: 0.04, noted: 0.02 } as const;

/** No paper has a greater one. */
export const greatestInclination = Object.values(factors).reduce((sum, factor) => sum + factor, 1);

/** What to multiply the scores of papers with that the writer works with, by their numbers. */
export function inclinations(facts: SearchFacts, corpus: Corpus): ReadonlyMap<number, number> {
  const byPaper = new Map<number, number>();
  for (const name of ['cited', 'recent', 'noted'] as const) {
    for (const key of facts[name]) {
      const paper = corpus.numberOf(key);
      if (paper >= 0) byPaper.set(paper, (byPaper.get(paper) ?? 1) + factors[name]);
    }
  }
  return byPaper;
}

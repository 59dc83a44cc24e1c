import type { LibraryDiff } from '../library/libraryDiff.ts';

/** A paper that matches a query. */
export interface SearchHit {
  readonly key: string;
  /** Greater is better; comparable within one answer only. */
  readonly score: number;
}

/** The one interface of search, whatever index stands behind it. */
export interface PaperSearch {
  /**
   * Brings the index up to date. A generator so that the caller can breathe: each step takes a few milliseconds and
   * yields the number of papers done so far. The index answers (with what it has) between steps.
   */
  update(diff: LibraryDiff): Generator<number, void, void>;
  /** Best first, at most `limit`. An empty or blank query gives no hits. Never throws. */
  search(query: string, limit: number): readonly SearchHit[];
}

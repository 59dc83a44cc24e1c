import type { LibraryDiff } from '../library/libraryDiff.ts';

/** A paper that matches a query. */
export interface SearchHit {
  readonly key: string;
  /** Greater is better; comparable within one answer only. */
  readonly score: number;
}

/** What is known of papers besides what they say: filters go by it, and it breaks ties. Keys, no aliases. */
export interface SearchFacts {
  readonly cited: ReadonlySet<string>;
  readonly recent: ReadonlySet<string>;
  readonly noted: ReadonlySet<string>;
  /** Papers that were begun, and those that were read; all others are unread. No paper is in both. */
  readonly reading: ReadonlySet<string>;
  readonly read: ReadonlySet<string>;
  /** Papers that the writer chose in a picture of the library. */
  readonly selected: ReadonlySet<string>;
  /** The papers of all themes that go by this name, or whose name has these words. */
  inTheme(name: string): ReadonlySet<string>;
}

/** A paper that a text speaks about, with the words of the text that led to it, the most telling first. */
export interface TextHit extends SearchHit {
  readonly words: readonly string[];
}

/** The one interface of search, whatever index stands behind it. */
export interface PaperSearch {
  /**
   * Brings the index up to date. A generator so that the caller can breathe: each step takes a few milliseconds. Words
   * are answered with what there was until the last step; a key or an identifier names new papers as soon as they are
   * seen. With `more`, further updates of the same load follow, and the last one has none: until then papers that are
   * known from an earlier session stay. One that was not worked off to its end must come again.
   */
  update(diff: LibraryDiff, options?: { readonly more?: boolean }): Generator<void, void, void>;
  /** Best first, at most `limit`. An empty or blank query gives no hits. Never throws. */
  search(query: string, limit: number, facts?: SearchFacts): readonly SearchHit[];
  /** Papers that share telling words with a text, best first, at most `limit`, without those that `without` names. */
  papersFor(text: string, limit: number, without?: ReadonlySet<string>): readonly TextHit[];
}

import type { Range } from '../../core/text/position.ts';
import type { NamedPaper } from '../../core/readingLists.ts';

/** What is asked of a paper file whose text may be newer than what the library has of it. */
export interface EntriesRequest {
  readonly uri: string;
  /** As it stands in its editor. */
  readonly text: string;
  /** Only the entry on this line, zero-based. */
  readonly line?: number | undefined;
  /** Only the first ones; all when undefined. */
  readonly limit?: number | undefined;
}

/** One record of a paper file. */
export interface PaperEntry {
  /** The key that the file gives; `undefined` where it gives none. */
  readonly key: string | undefined;
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number | undefined;
  /** The whole record. */
  readonly range: Range;
  /** The key alone; only with `key`. */
  readonly keyRange: Range | undefined;
  /** The paper that it is a record of; `undefined` while the library does not know it. */
  readonly paper: NamedPaper | undefined;
}

import type { Range } from './text/position.ts';
import type { WorkDetails } from './workDetails.ts';

/**
 * What is known of a work, whichever file says it. Texts are plain Unicode with `$math$` kept as TeX; what a listing or
 * an API writes in TeX stays as written.
 */
export interface PaperFields {
  readonly title: string;
  /** `''` when unknown; paragraphs are joined by a blank line (`\n\n`). */
  readonly abstract: string;
  /** Full names as people read them (`displayName`), in order; empty when unknown. */
  readonly authors: readonly string[];
  readonly year?: number | undefined;
  readonly venue?: string | undefined;
  /** Lower case, without resolver address: `10.1000/xyz`. */
  readonly doi?: string | undefined;
  /** Without version: `2401.00001` or `cs/0309040`. */
  readonly arxiv?: string | undefined;
  /** `http:` or `https:` only. */
  readonly url?: string | undefined;
  readonly keywords: readonly string[];
  /** Names of the groups that the file itself puts it in: headings of a list, groups of a reference manager. */
  readonly groups?: readonly string[] | undefined;
  readonly details?: WorkDetails | undefined;
}

/** What one paper file says of one work, with its place in that file. */
export interface PaperRecord extends PaperFields {
  /** The citation key the file itself gives (BibTeX, CSL id); `undefined` where the format has none. */
  readonly key?: string | undefined;
  /** The whole record in its file. */
  readonly range: Range;
  /** The key alone, without quotes; only with `key`. */
  readonly keyRange?: Range | undefined;
}

/** Where a paper comes from. */
export interface PaperSource {
  /** URI of the paper file, as VS Code prints it. */
  readonly uri: string;
  readonly range: Range;
  /** Where that file writes `key`. */
  readonly keyRange?: Range | undefined;
  /** The key that this file gives. */
  readonly key?: string | undefined;
}

/** One work of the library: all records of it, merged. */
export interface Paper extends PaperFields {
  /** The citation key: unique in the library, valid after `@` in Pandoc without braces when Paperside made it. */
  readonly key: string;
  /** Further keys that mean this paper (other files' keys, the generated one). Never the key of another paper. */
  readonly aliases: readonly string[];
  /** At least one, in the order of files and lines. */
  readonly sources: readonly [PaperSource, ...PaperSource[]];
  /** Keys of other versions of the same work that are papers of their own: the preprint of an article, and back. */
  readonly versions?: readonly string[] | undefined;
}

import type { Range } from './text/position.ts';

/** What is known of a work, whichever file says it. Texts are as written in the file (TeX and `$math$` kept). */
export interface PaperFields {
  readonly title: string;
  /** `''` when unknown; paragraphs are joined by a blank line (`\n\n`). */
  readonly abstract: string;
  /** Full names as written, in order; empty when unknown. */
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
}

/** What one paper file says of one work, with its place in that file. */
export interface PaperRecord extends PaperFields {
  /** The citation key the file itself gives (BibTeX, CSL id); `undefined` where the format has none. */
  readonly key?: string | undefined;
  /** The whole record in its file, title first. */
  readonly range: Range;
}

/** Where a paper comes from. */
export interface PaperSource {
  /** URI of the paper file, as VS Code prints it. */
  readonly uri: string;
  readonly range: Range;
}

/** One work of the library: all records of it, merged. */
export interface Paper extends PaperFields {
  /** The citation key: unique in the library, valid after `@` in Pandoc without braces when Paperside made it. */
  readonly key: string;
  /** Further keys that mean this paper (other files' keys, the generated one). Never the key of another paper. */
  readonly aliases: readonly string[];
  /** At least one, in the order of files and lines. */
  readonly sources: readonly [PaperSource, ...PaperSource[]];
}

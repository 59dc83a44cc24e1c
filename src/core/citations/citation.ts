/** UTF-16 offsets in one text: `start` is inside, `end` is the first after it. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** One work that a cluster cites. */
export interface CitationItem {
  readonly key: string;
  /** The characters of the key, without `@` and without the braces of `@{key}`. */
  readonly keyRange: OffsetRange;
  /**
   * From the first character of the prefix to the last of the suffix, outer white space left out; where these stand apart
   * from the keys, as in LaTeX, the key alone.
   */
  readonly range: OffsetRange;
  /** As written in the text, trimmed: `see`. */
  readonly prefix: string;
  /** As written in the text, trimmed, in Pandoc's Markdown with its comma: `, p. 3`. A locator is part of it. */
  readonly suffix: string;
  /** `-@key` in brackets, `\citeyear`, `form: "year"`. */
  readonly suppressAuthor: boolean;
  /**
   * `@fig-x`, `@sec:x`: most likely a cross-reference of Quarto, pandoc-crossref or Typst, so never "unknown". Such an item
   * is a place of the paper that has this key, if one has.
   */
  readonly crossReference: boolean;
}

/** `[see @a, p. 3; -@b]`, or in text `@a`, `@a [p. 3]`, `@a [p. 3; @b]`; and what says the same in other syntaxes. */
export interface CitationCluster {
  /** Whether it stands beside the sentence, or its first item is a part of it. */
  readonly kind: 'bracketed' | 'inText';
  /** It only puts the works into the bibliography, as `\nocite` does: a use of them that readers do not see there. */
  readonly listOnly?: true;
  /** The whole cluster: from its first character, such as `[`, `@` or `\`, to the one after the last. */
  readonly range: OffsetRange;
  /**
   * The brackets with what they hold; for an in-text citation those that belong to it, if any. In LaTeX and MyST roles
   * what holds the keys.
   */
  readonly bracket: OffsetRange | undefined;
  /** At least one. The first item of an in-text cluster is the one whose author stands in the text. */
  readonly items: readonly CitationItem[];
}

/** Why a stretch of text holds no citations. */
export type OpaqueKind = 'frontMatter' | 'code' | 'math' | 'comment' | 'html' | 'link' | 'tex' | 'escape' | 'label';

/** A stretch of text that is not read as text, and so cites nothing. */
export interface OpaqueRange extends OffsetRange {
  readonly kind: OpaqueKind;
  /** Whole lines: no citation can begin at `start` either. */
  readonly block: boolean;
}

/** All citations of one text. */
export interface CitationScan {
  /**
   * By `range.start`. A citation in the prefix or suffix of another (`[@a and @b]`) is a cluster of its own that lies
   * inside the other.
   */
  readonly clusters: readonly CitationCluster[];
  /** By `start`, not overlapping. */
  readonly opaque: readonly OpaqueRange[];
  /**
   * By `start`, not overlapping: each list item, heading, footnote and paragraph of a quote is one of its own, without its
   * marker. Front matter, blocks of code and verbatim HTML are none.
   */
  readonly paragraphs: readonly OffsetRange[];
}

/** What the text of a mark is: `link` and `image` have a `url`. */
export type MarkKind = 'link' | 'image' | 'strong' | 'em' | 'code';

/** A stretch `[start, end)` of plain text that Markdown or HTML marks. */
export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
  /** As written, without `<>`; `''` for the kinds that have none. */
  readonly url: string;
  /** What an image is called; else `''`. */
  readonly alt: string;
}

/** Inline Markdown as plain text. A line break that is meant is `\n`, any other one a space. */
export interface InlineText {
  readonly text: string;
  /** By their beginnings; the outer one first. */
  readonly marks: readonly Mark[];
}

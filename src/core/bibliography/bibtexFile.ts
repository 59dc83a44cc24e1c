/** What is wrong with how an entry is written. All numbers are UTF-16 offsets. */
export interface BibtexFault {
  /**
   * `unclosed-entry`: its closing brace is missing. `unclosed-value`: the brace or quote of `field`. `early-close`: a brace
   * too many stands before `field`. `missing-equals`: behind the name of `field`.
   */
  readonly kind: 'unclosed-entry' | 'unclosed-value' | 'early-close' | 'missing-equals';
  /** The place to be mended: the name of the field, the brace, or the entry up to its key. */
  readonly start: number;
  readonly end: number;
  /** `''` when the fault is the entry's. */
  readonly field: string;
}

/** One entry of a .bib file. All numbers are UTF-16 offsets. */
export interface BibtexEntry {
  /** Lower case, without `@`: `article`. */
  readonly type: string;
  readonly key: string;
  /** From the `@` to the character after the closing brace (or to where a broken entry ends). */
  readonly start: number;
  readonly end: number;
  readonly keyRange: { readonly start: number; readonly end: number };
  /** By lower-case name: the value as written, without its outer braces or quotes; `#` pieces joined. First one wins. */
  readonly fields: ReadonlyMap<string, string>;
  /** The pieces of those values that name a `@string`, which stands in `fields` as its name. */
  readonly pieces: ReadonlyMap<string, readonly ValuePiece[]>;
  /** False when the closing brace is missing: what stands behind it becomes a part of it for other programs. */
  readonly closed: boolean;
  /** The first one. */
  readonly fault: BibtexFault | undefined;
}

/** A piece of a value, between `#`s. `bare`: the name of a `@string`. */
export interface ValuePiece {
  readonly text: string;
  readonly bare: boolean;
  /** Where it stands in the file, with its delimiter. */
  readonly start: number;
}

/** `@string{name = value}`. */
export interface BibtexString {
  /** Lower case. */
  readonly name: string;
  readonly pieces: readonly ValuePiece[];
}

/** The `@string`s that every style defines, in the order of the year. */
export const monthStrings: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Fields that name the parents of an entry by their keys, separated by commas: it is not whole without them. */
export const parentFields: readonly string[] = ['crossref', 'xref', 'xdata'];
/** Fields that name other entries by their keys, separated by commas. */
export const referringFields: readonly string[] = [...parentFields, 'related', 'entryset'];

/** What a .bib file holds, in its order; `strings` may stand anywhere between. */
export interface BibtexFile {
  readonly entries: readonly BibtexEntry[];
  readonly strings: readonly BibtexString[];
  /** What stands between the braces of each `@comment`. */
  readonly comments: readonly string[];
}

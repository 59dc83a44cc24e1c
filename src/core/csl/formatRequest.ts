import type { CslItem } from '../bibliography/cslItem.ts';
import type { FormattedText } from './formattedText.ts';
import type { FormattedEntry } from './readCiteprocHtml.ts';
import type { ShippedStyle } from './shippedCsl.ts';

/** A style that is shipped, or the text of one, with what to call it in messages. */
export type StyleChoice = { readonly shipped: ShippedStyle } | { readonly text: string; readonly name: string };

/** One work that is cited, as citation syntaxes read it. */
export interface CitedWork {
  readonly key: string;
  /** In Markdown. */
  readonly prefix: string;
  /** In Markdown, with its comma and the locator, as in Pandoc: `, p. 3`. */
  readonly suffix: string;
  readonly suppressAuthor: boolean;
}

/** One citation of a document. */
export interface CitedCluster {
  /** Its first work is a part of the sentence: its author stands there. */
  readonly inText: boolean;
  readonly items: readonly CitedWork[];
  /**
   * The number of the note that it stands in. Counted are the document's own notes and, each as a note of its own, the
   * citations outside of them. Citations are taken in the order of these numbers, whatever the style. Default: one more
   * than that of the citation before it.
   */
  readonly note?: number | undefined;
  /** It stands in a note of the document, so it is none in a style with notes, and does not begin as one. */
  readonly inNote?: boolean | undefined;
}

/** What is to be formatted. */
export interface FormatRequest {
  readonly style: StyleChoice;
  /** Of the text: `de`, `pt-BR`; `''`: that of the style, else American English. */
  readonly language: string;
  /** All citations of a document in its order: numbers, "ibid." and letters after years depend on it and on their notes. */
  readonly citations: readonly CitedCluster[];
  /** Keys of works that the reference list holds beside those that are cited, in the order of the bibliography. */
  readonly listed: readonly string[];
  /** Works that the library does not know or knows otherwise, such as those of the document's own bibliography. */
  readonly works?: readonly CslItem[] | undefined;
}

/** A citation as the style has it. */
export interface FormattedCitation {
  /** What stands in the sentence before it: the author of an in-text citation, where the style names authors. */
  readonly author: FormattedText;
  /**
   * The citation, with its brackets; the text of the note where the style has notes, for what stands in a note of the
   * document see `citationInNote`. Empty when nothing is left of it.
   */
  readonly text: FormattedText;
  /** The same without the full stop that ends notes, of a citation in a note of the document where the style has notes. */
  readonly bare?: FormattedText | undefined;
  /** Keys of it that mean no work. */
  readonly unknown: readonly string[];
}

/** An entry of a reference list, with the keys of its works. */
export interface FormattedReference extends FormattedEntry {
  readonly keys: readonly string[];
}

/** A document's citations in the style that was asked for. */
export interface FormattedDocument {
  readonly kind: 'formatted';
  /** As the style names itself. */
  readonly style: string;
  /** Whether citations are notes. */
  readonly inNotes: boolean;
  /** One for each citation of the request. */
  readonly citations: readonly FormattedCitation[];
  /** In the order of the style. */
  readonly references: readonly FormattedReference[];
  /** Why another style was taken than was asked for, as a sentence; with text of the style file: escape it. */
  readonly problem: string | undefined;
}

/** What the engine says to a request. */
export type FormatAnswer =
  | FormattedDocument
  /** These files of the extension are needed first: the same request is asked again when the engine has them. */
  | { readonly kind: 'missing'; readonly files: readonly string[] }
  /** A sentence that says why nothing is formatted. */
  | { readonly kind: 'failed'; readonly message: string };

/** A file of the extension; without a text it cannot be read. */
export interface CslFile {
  /** Below the folder of the extension. */
  readonly path: string;
  readonly text: string | undefined;
}

/** The part of citeproc that is used here: it has no types of its own. All texts that it gives are its HTML. */
declare module 'citeproc' {
  /** What citeproc asks for while it formats. It changes the trees and items that it is given: each is a copy of its own. */
  export interface System {
    /** A CSL-JSON item. */
    retrieveItem(id: string): object;
    /** The tree of a locale; `false`: there is none, and citeproc goes on with what it has. */
    retrieveLocale(language: string): object | false;
  }

  /** One work in a citation. Prefixes and suffixes stand as they are, white space included. */
  export interface Cite {
    readonly id: string;
    readonly prefix?: string;
    readonly suffix?: string;
    readonly locator?: string;
    /** CSL's name of what the locator counts: `page`. */
    readonly label?: string;
    readonly 'suppress-author'?: boolean;
  }

  /** One citation. Of citeproc, which writes into it, from then on. */
  export interface Citation {
    readonly citationID: string;
    readonly citationItems: readonly Cite[];
    /**
     * `noteIndex` 0: in the text. `unsorted`: works stay in their order. `author-only`: the author of the first work and no
     * more.
     */
    readonly properties: { readonly noteIndex: number; readonly unsorted: boolean; readonly mode?: 'author-only' };
    /** Written by citeproc: its works in the order in which they are printed. */
    readonly sortedItems?: readonly (readonly [work: object, cite: Cite])[];
  }

  /** How a reference list is set, with the ids of each entry: one, but for styles that join some. */
  export interface ListFormat {
    readonly entry_ids: readonly (readonly string[])[];
  }

  /** How citations are set, as the style says. What is changed holds for what is formatted next. */
  export interface CitationOptions {
    /** What is left out where it comes again: `year`; of length 0: nothing. */
    collapse?: string | readonly [] | undefined;
    /** What stands behind a citation: a bracket, or the full stop of a note. */
    layout_suffix: string;
  }

  /** The processor of one style in one locale. */
  export class Engine {
    /** Takes the tree of the style. Throws what it likes, strings too, when that is no style. */
    constructor(system: System, style: object, language: string, forceLanguage: boolean);
    readonly citation: { readonly opt: CitationOptions };
    /** How the list is set, changed likewise: with what names are replaced that the entry before has, too. */
    readonly bibliography: { readonly opt: { 'subsequent-author-substitute'?: string | undefined } };
    /** The text of a term of the locale. */
    getTerm(term: 'page-range-delimiter'): string | undefined;
    /** The works that are cited; of others, but for those that only the list has, all is forgotten. */
    updateItems(ids: readonly string[]): void;
    /** Works that only the reference list has. */
    updateUncitedItems(ids: readonly string[]): void;
    /** Formats all citations of a document, in its order. */
    rebuildProcessorState(
      citations: readonly Citation[],
      mode: 'html',
      uncited: readonly string[],
    ): readonly (readonly [id: string, noteIndex: number, html: string])[];
    /** `false`: the style has no reference list. */
    makeBibliography(): readonly [ListFormat, readonly string[]] | false;
  }
}

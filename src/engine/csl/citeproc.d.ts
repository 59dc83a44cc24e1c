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

  /** The processor of one style in one locale. */
  export class Engine {
    /** Takes the tree of the style. Throws what it likes, strings too, when that is no style. */
    constructor(system: System, style: object, language: string, forceLanguage: boolean);
    /** How citations are set, as the style says; `collapse` of length 0: each work has its authors. */
    readonly citation: { readonly opt: { collapse?: string | readonly [] | undefined } };
    /** Forgets all works and citations. */
    restoreProcessorState(citations: readonly []): void;
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

import type { CitingSentence } from '../../core/citations/sentenceAround.ts';
import type { Range } from '../../core/text/position.ts';

/** A document that may cite papers: a file, or a text as it stands in an editor. `syntax`: how it cites, if settings say so. */
export type DocumentChange = { readonly syntax?: string | undefined } & (
  | { readonly kind: 'content'; readonly uri: string; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly uri: string; readonly languageId: string; readonly text: string }
  | { readonly kind: 'removed'; readonly uri: string }
);

/** A place in a document that cites a paper. */
export interface DocumentPlace extends CitingSentence {
  readonly uri: string;
  readonly key: string;
  /** The whole cluster that the citation is part of. */
  readonly range: Range;
  /** The characters of the key alone. */
  readonly keyRange: Range;
}

/** The first of the places that were asked for, and how many there are. */
export interface CitedIn {
  readonly places: readonly DocumentPlace[];
  readonly count: number;
}

import type { PaperRow } from '../paperEngine.ts';

/** A note file as the host read it. */
export type NoteChange =
  | {
      readonly kind: 'note';
      readonly uri: string;
      /** The name of the file without folders. */
      readonly name: string;
      readonly text: string;
    }
  | { readonly kind: 'removed'; readonly uri: string };

/** A note that answers a question. */
export interface NoteAnswer {
  readonly uri: string;
  /** The name of the file without folders. */
  readonly name: string;
  /** Its paper; `undefined` when that is not in the library. */
  readonly row: PaperRow | undefined;
  /** The line of the file that answers best, zero-based, and what it says there. */
  readonly line: number;
  readonly excerpt: string;
}

export interface NoteSearchResult {
  /** Best first. */
  readonly answers: readonly NoteAnswer[];
  /** How many notes about papers there are at all. */
  readonly notes: number;
  /** As in `SearchResult`. */
  readonly superseded: boolean;
}

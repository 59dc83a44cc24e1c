import type { PaperRow } from '../paperEngine.ts';

/** A paper that somebody may have meant by a key that the library does not know. */
export interface NearKey {
  /** The key or alias of the paper that is like the unknown one, else its key: what to write instead. */
  readonly key: string;
  readonly row: PaperRow;
}

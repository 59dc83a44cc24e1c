import type { Paper } from '../paper.ts';

/** What changed between two states of the library. A paper whose key changed stands in `removed` and in `added`. */
export interface LibraryDiff {
  readonly added: readonly Paper[];
  /** Same key, other content or sources; the new state. */
  readonly changed: readonly Paper[];
  /** The last known state. */
  readonly removed: readonly Paper[];
}

import type { Paper } from '../paper.ts';

/** What changed between two states of the library. A paper whose key changed stands in `removed` and in `added`. */
export interface LibraryDiff {
  readonly added: readonly Paper[];
  /** Same key, other content or sources; the new state. */
  readonly changed: readonly Paper[];
  /** The last known state. */
  readonly removed: readonly Paper[];
}

/** Nothing changed. */
export const noDiff: LibraryDiff = { added: [], changed: [], removed: [] };

/** What changed in two steps, as if it were one. */
export function joinDiffs(first: LibraryDiff, second: LibraryDiff): LibraryDiff {
  const isNew = new Map(first.added.map((paper) => [paper.key, paper]));
  const changed = new Map(first.changed.map((paper) => [paper.key, paper]));
  const removed = new Map(first.removed.map((paper) => [paper.key, paper]));
  for (const paper of second.removed) {
    if (!isNew.delete(paper.key)) removed.set(paper.key, paper);
    changed.delete(paper.key);
  }
  for (const paper of second.changed) (isNew.has(paper.key) ? isNew : changed).set(paper.key, paper);
  for (const paper of second.added) (removed.delete(paper.key) ? changed : isNew).set(paper.key, paper);
  return { added: [...isNew.values()], changed: [...changed.values()], removed: [...removed.values()] };
}

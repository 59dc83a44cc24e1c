import type { TextEdit } from '../../text/position.ts';
import { EntryIndex, type EntryFacts } from '../entryIndex.ts';
import type { KeyedPaper } from '../planBibtexInsert.ts';

/** What changes when the entries of some papers are brought up to what the library knows. */
export interface UpdatePlan {
  /** In the order of the file; they do not touch each other. */
  readonly edits: readonly TextEdit[];
  /** Keys of the entries that change. */
  readonly changed: readonly string[];
}

/** An entry of a file, with what it says of its work. */
export interface PlacedEntry {
  readonly facts: EntryFacts;
}

/** Finds the entry of each paper, and plans what changes in it. Of entries with one key the first counts. */
export function planUpdates<T extends PlacedEntry>(
  entries: readonly T[],
  papers: readonly KeyedPaper[],
  editsOf: (entry: T, paper: KeyedPaper['paper']) => readonly TextEdit[],
): UpdatePlan {
  const index = new EntryIndex(entries.map(({ facts }) => facts));
  const byKey = new Map(entries.toReversed().map((entry) => [entry.facts.key, entry]));
  const edits: TextEdit[] = [];
  const seen = new Set<string>();
  const changed: string[] = [];
  for (const { paper, key } of papers) {
    const entry = byKey.get(index.find(paper, key) ?? '');
    if (entry === undefined || seen.has(entry.facts.key)) continue;
    seen.add(entry.facts.key);
    const own = editsOf(entry, paper);
    if (own.length > 0) changed.push(entry.facts.key);
    edits.push(...own);
  }
  return { edits: edits.toSorted((a, b) => a.start - b.start), changed };
}

import type { CitationScan, OffsetRange } from './citation.ts';
import { itemsInOrder } from './citedItems.ts';

/** A work that a document cites, and where. */
export interface DocumentReference<Paper> {
  /** The key of the paper; of one that is unknown the key as it is cited. */
  readonly key: string;
  readonly paper: Paper | undefined;
  /** The key as the document has it first: it may be an older one of the paper. */
  readonly cited: string;
  /** The characters of its keys, in the order of the text. At least one. */
  readonly places: readonly OffsetRange[];
}

/** Each key that a document cites once, in the order of the text, cross-references among them. Linear. */
export function citedKeysOf(scan: CitationScan): readonly string[] {
  return [...new Set(itemsInOrder(scan).map(({ key }) => key))];
}

/**
 * What a document cites, each work once: those that no paper has first, then the papers, each in the order of the first
 * citation. `papers`: by the keys that are cited. Cross-references are left out, unless they name a paper. Linear.
 */
export function documentReferences<Paper extends { readonly key: string }>(
  scan: CitationScan,
  papers: ReadonlyMap<string, Paper>,
): readonly DocumentReference<Paper>[] {
  const found = new Map<string, DocumentReference<Paper> & { readonly places: OffsetRange[] }>();
  for (const { key, keyRange, crossReference } of itemsInOrder(scan)) {
    const paper = papers.get(key);
    if (paper === undefined && crossReference) continue;
    // The key of a paper and the same unknown key are no one work.
    const id = paper === undefined ? `? ${key}` : `= ${paper.key}`;
    const known = found.get(id);
    if (known === undefined) found.set(id, { key: paper?.key ?? key, paper, cited: key, places: [keyRange] });
    else known.places.push(keyRange);
  }
  const all = [...found.values()];
  return [...all.filter(({ paper }) => paper === undefined), ...all.filter(({ paper }) => paper !== undefined)];
}

/**
 * Which of the places of a reference is gone to: the one after the last, round and round, as long as the reference is the
 * same; else the first.
 */
export function nextPlace(places: readonly OffsetRange[], last: number | undefined): number {
  return last === undefined || last + 1 >= places.length ? 0 : last + 1;
}

import type { CitationItem, CitationScan } from './citation.ts';

/** The items of a text that cite a paper under one of these keys, in the order of their keys. Linear. */
export function citedItems({ clusters }: CitationScan, keys: ReadonlySet<string>): readonly CitationItem[] {
  const items = clusters.flatMap((cluster) => cluster.items.filter(({ key }) => keys.has(key)));
  return items.sort((a, b) => a.keyRange.start - b.keyRange.start);
}

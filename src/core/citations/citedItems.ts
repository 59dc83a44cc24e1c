import type { CitationItem, CitationScan } from './citation.ts';
import { byStart } from './offsetRanges.ts';

/** All items of a text by the places of their keys: those of a cluster inside another one stand among its items. */
export function itemsInOrder({ clusters }: CitationScan): readonly CitationItem[] {
  return clusters.flatMap(({ items }) => items).sort((a, b) => byStart(a.keyRange, b.keyRange));
}

/** The items of a text that cite a paper under one of these keys, by the places of their keys. */
export function citedItems(scan: CitationScan, keys: ReadonlySet<string>): readonly CitationItem[] {
  return itemsInOrder(scan).filter(({ key }) => keys.has(key));
}

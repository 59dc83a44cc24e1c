import type { CitationCluster, CitationItem, CitationScan } from './citation.ts';
import { movedCluster } from './movedCluster.ts';

/** An item of a cluster at a place of the text. */
export interface CitationAt {
  readonly cluster: CitationCluster;
  /** Its place in `cluster.items`. */
  readonly index: number;
  readonly item: CitationItem;
}

/**
 * The citation whose key holds `offset` or ends there, else the one whose key begins just behind `offset`: at the `@` of
 * `@key`. `undefined` elsewhere. Linear in the number of clusters.
 */
export function citationAt({ clusters }: CitationScan, offset: number): CitationAt | undefined {
  let found: CitationAt | undefined;
  for (const cluster of clusters) {
    if (cluster.range.start > offset) break;
    if (cluster.range.end < offset) continue;
    for (const [index, item] of cluster.items.entries()) {
      const { start, end } = item.keyRange;
      if (start <= offset && offset <= end) return { cluster, index, item };
      if (start - 1 === offset) found = { cluster, index, item };
    }
  }
  return found;
}

/**
 * The citation at `offset` of a text of which only a part was scanned, which begins at `start`: with its ranges as those of
 * the whole text.
 */
export function citationInPart(scan: CitationScan, start: number, offset: number): CitationAt | undefined {
  const at = citationAt(scan, offset - start);
  if (at === undefined || start === 0) return at;
  const cluster = movedCluster(at.cluster, start);
  const item = cluster.items[at.index];
  return item && { cluster, index: at.index, item };
}

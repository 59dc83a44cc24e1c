import type { CitationCluster, CitationItem, CitationScan } from './citation.ts';

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

import type { CitationCluster, OffsetRange } from '../citation.ts';
import type { SyntaxText } from '../citationSyntax.ts';

/** The innermost cluster that holds a whole selection, edges included. Linear in the number of clusters. */
export function clusterAround({ scan }: SyntaxText, { start, end }: OffsetRange): CitationCluster | undefined {
  let found: CitationCluster | undefined;
  for (const cluster of scan.clusters) {
    if (cluster.range.start > start) break;
    if (cluster.range.end >= end) found = cluster;
  }
  return found;
}

/** Whether another cluster lies in it: to write it anew would lose that one's place. */
export function holdsOthers({ scan }: SyntaxText, { range }: CitationCluster): boolean {
  return scan.clusters.some((other) => other.range.start > range.start && other.range.end <= range.end);
}

import type { CitationCluster, OffsetRange } from './citation.ts';

/** A range of a part of a text as one of the text: the part begins at `by`. */
export function moved({ start, end }: OffsetRange, by: number): OffsetRange {
  return { start: start + by, end: end + by };
}

/** The same of a cluster with its items. */
export function movedCluster(cluster: CitationCluster, by: number): CitationCluster {
  const items = cluster.items.map((item) => ({
    ...item,
    keyRange: moved(item.keyRange, by),
    range: moved(item.range, by),
  }));
  const bracket = cluster.bracket === undefined ? undefined : moved(cluster.bracket, by);
  return { ...cluster, range: moved(cluster.range, by), bracket, items };
}

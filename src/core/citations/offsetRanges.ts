import type { CitationCluster, OffsetRange } from './citation.ts';

/** Orders ranges by their starts. */
export function byStart(a: OffsetRange, b: OffsetRange): number {
  return a.start - b.start;
}

/** Orders clusters as a scan has them. */
export function clusterByStart(a: CitationCluster, b: CitationCluster): number {
  return byStart(a.range, b.range);
}

/**
 * Tells which of some ranges, by `start` and not overlapping, holds an offset. Who asks goes forward in the text, so that
 * all questions together cost one pass over the ranges.
 */
export function rangeWalk<T extends OffsetRange>(ranges: readonly T[]): (offset: number) => T | undefined {
  let next = 0;
  return (offset) => {
    while ((ranges[next]?.end ?? Infinity) <= offset) next += 1;
    const range = ranges[next];
    return range !== undefined && range.start <= offset ? range : undefined;
  };
}

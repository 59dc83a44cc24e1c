import type { CitationCluster, CitationScan, OffsetRange } from './citation.ts';
import type { ClusterForm } from './citationWriter.ts';
import { byStart, clusterByStart, rangeWalk } from './offsetRanges.ts';

/** A citation that is a mark of one work and says nothing more of it, such as `[[@key]]`: from its first character on. */
export function markCluster(kind: ClusterForm, range: OffsetRange, key: string, keyStart: number): CitationCluster {
  const keyRange = { start: keyStart, end: keyStart + key.length };
  const item = { key, keyRange, range: keyRange, prefix: '', suffix: '', suppressAuthor: false, crossReference: false };
  return { kind, range, bracket: undefined, items: [item] };
}

/** Where no mark can begin: what is not read as text, and the keys of other citations. By `start`, not overlapping. */
export function withoutMarks({ opaque, clusters }: CitationScan): readonly OffsetRange[] {
  const keys = clusters.flatMap(({ items }) => items.map(({ keyRange }) => keyRange));
  return [...opaque, ...keys].sort(byStart);
}

/**
 * What Pandoc reads in a text, and marks in it. What Pandoc found in the `hidden` stretches, by `start` and not
 * overlapping, is a part of a mark.
 */
export function withMarks(
  markdown: CitationScan,
  marks: readonly CitationCluster[],
  hidden: readonly OffsetRange[] = marks.map(({ range }) => range),
): CitationScan {
  if (marks.length === 0 && hidden.length === 0) return markdown;
  const hiddenAt = rangeWalk(hidden);
  const others = markdown.clusters.filter(({ range }) => hiddenAt(range.start) === undefined);
  return { ...markdown, clusters: [...marks, ...others].sort(clusterByStart) };
}

import type { CitationCluster, CitationScan, OffsetRange, OpaqueKind, OpaqueRange } from './citation.ts';

/** Where works are to go for one cursor. Indices are of the scan's clusters, and of the items of a cluster. */
export type InsertionPlace =
  /** Into a cluster, behind one of its items; where its syntax has none of several works, beside it. */
  | { readonly kind: 'add'; readonly cluster: number; readonly item: number }
  /** Instead of the key of an item. */
  | { readonly kind: 'replace'; readonly cluster: number; readonly item: number }
  /** A cluster of their own. */
  | { readonly kind: 'new'; readonly offset: number }
  | { readonly kind: 'refused'; readonly where: OpaqueKind };

/**
 * Decides where citations go for a selection, whose end is the cursor:
 * - with `replaces`, inside a key, or a key that is selected: they take its place, what is said of it stays. At its
 *   beginning or end, where one is after having written or chosen it, it is left alone, as are cross-references;
 * - in a cluster: behind the item the cursor is in; directly before or behind it: at its end;
 * - where nothing is read as text (code, math, front matter, link targets, …): refused;
 * - else: at the cursor.
 */
export function insertionPlace(
  text: string,
  scan: CitationScan,
  selection: OffsetRange,
  replaces: boolean,
): InsertionPlace {
  const offset = wholeCharacter(text, Math.max(selection.start, selection.end));
  const opaque = scan.opaque[lastStartingAtOrBefore(scan.opaque, offset)];
  if (opaque !== undefined && opaque.kind !== 'escape' && isInside(text, opaque, offset)) {
    return { kind: 'refused', where: opaque.kind };
  }
  const onKey = replaces ? keyAt(scan.clusters, selection) : undefined;
  if (onKey !== undefined) return { kind: 'replace', ...onKey };
  const index = clusterAt(scan.clusters, offset);
  const cluster = index === undefined ? undefined : scan.clusters[index];
  if (index !== undefined && cluster !== undefined) {
    return { kind: 'add', cluster: index, item: itemAt(cluster, offset) };
  }
  const inEscape = opaque?.kind === 'escape' && isInside(text, opaque, offset);
  return { kind: 'new', offset: inEscape ? opaque.start : offset };
}

/** The key that a selection is inside of, or selects. */
export function keyAt(
  clusters: readonly CitationCluster[],
  selection: OffsetRange,
): { readonly cluster: number; readonly item: number } | undefined {
  const start = Math.min(selection.start, selection.end);
  const end = Math.max(selection.start, selection.end);
  for (const [cluster, { range, items }] of clusters.entries()) {
    if (range.start > end) break;
    if (range.end < end) continue;
    const item = items.findIndex(({ keyRange, crossReference }) => {
      if (crossReference) return false;
      const isSelected = start === keyRange.start && end === keyRange.end;
      return isSelected || (start === end && start > keyRange.start && end < keyRange.end);
    });
    if (item >= 0) return { cluster, item };
  }
  return undefined;
}

/** Within the text, and neither in a surrogate pair nor in a CRLF. */
function wholeCharacter(text: string, cursor: number): number {
  const offset = Math.min(Math.max(0, Math.trunc(cursor) || 0), text.length);
  const after = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  if (before === 13 && after === 10) return offset - 1;
  if (before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff) return offset + 1;
  return offset;
}

function isInside(text: string, opaque: OpaqueRange, offset: number): boolean {
  // What is written at the end of such a line goes on with the comment.
  const isLineComment = opaque.kind === 'comment' && /^(?:%|\/\/)/.test(text.slice(opaque.start, opaque.start + 2));
  if (!opaque.block) return offset > opaque.start && offset < opaque.end + (isLineComment ? 1 : 0);
  const last = text[opaque.end - 1];
  const endsLine = last === '\n' || last === '\r';
  return offset >= opaque.start && (offset < opaque.end || (offset === opaque.end && !endsLine));
}

/** The outermost cluster that holds `offset`, edges included; of two that meet there the one that ends there. */
function clusterAt(clusters: readonly CitationCluster[], offset: number): number | undefined {
  let found: number | undefined;
  for (const [index, { range }] of clusters.entries()) {
    if (range.start > offset) break;
    const inside = found !== undefined && range.end <= (clusters[found]?.range.end ?? 0);
    if (offset <= range.end && !inside && (found === undefined || range.start < offset)) found = index;
  }
  return found;
}

function itemAt({ bracket, items }: CitationCluster, offset: number): number {
  const inBrackets = bracket !== undefined && offset > bracket.start && offset < bracket.end;
  const item = inBrackets ? items.findIndex(({ range }) => offset <= range.end) : -1;
  return item === -1 ? items.length - 1 : item;
}

function lastStartingAtOrBefore(ranges: readonly OpaqueRange[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

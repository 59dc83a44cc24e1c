import type { CitationCluster, CitationScan, OpaqueKind, OpaqueRange } from './citation.ts';

/** Where keys are to go for one cursor. */
export type InsertionPlace =
  /** Into the brackets of a cluster, behind `offset`. `index` is the cluster's in the scan. */
  | { readonly kind: 'merge'; readonly index: number; readonly offset: number }
  /** A cluster of their own. `index` is that of the in-text citation it stands beside, if any. */
  | { readonly kind: 'new'; readonly index: number | undefined; readonly offset: number }
  | { readonly kind: 'refused'; readonly where: OpaqueKind };

/**
 * Decides where a citation goes when the cursor is at `cursor`:
 * - in brackets of a cluster: behind the item the cursor is in; directly before or behind the brackets: at their end;
 * - in or directly at an in-text `@key [p. 3]`: into its brackets; at one without brackets: behind it, as `@key [@new]`,
 *   which Pandoc reads as one citation "Doe (2020; New 2021)". A key is never replaced;
 * - where Pandoc reads no text (code, math, front matter, link targets, …): refused;
 * - else: at the cursor.
 */
export function insertionPlace(text: string, scan: CitationScan, cursor: number): InsertionPlace {
  const offset = wholeCharacter(text, cursor);
  const opaque = scan.opaque[lastStartingAtOrBefore(scan.opaque, offset)];
  if (opaque !== undefined && opaque.kind !== 'escape' && isInside(text, opaque, offset)) {
    return { kind: 'refused', where: opaque.kind };
  }
  const index = clusterAt(scan.clusters, offset);
  const cluster = index === undefined ? undefined : scan.clusters[index];
  if (index !== undefined && cluster !== undefined) {
    return cluster.bracket === undefined
      ? { kind: 'new', index, offset: cluster.range.end }
      : { kind: 'merge', index, offset: endOfItem(text, cluster, offset) };
  }
  const inEscape = opaque?.kind === 'escape' && isInside(text, opaque, offset);
  return { kind: 'new', index: undefined, offset: inEscape ? opaque.start : offset };
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
  if (!opaque.block) return offset > opaque.start && offset < opaque.end;
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

function endOfItem(text: string, { bracket, items }: CitationCluster, offset: number): number {
  const last = items.at(-1);
  const inBrackets = bracket !== undefined && offset > bracket.start && offset < bracket.end;
  const item = inBrackets ? (items.find(({ range }) => offset <= range.end) ?? last) : last;
  const end = item?.range.end ?? bracket?.end ?? offset;
  // `[@a \ ]`: an escaped space was trimmed off; keep the escape whole.
  return text[end - 1] === '\\' ? end + 1 : end;
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

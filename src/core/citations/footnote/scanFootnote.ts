import type { CitationCluster, CitationScan, OffsetRange } from '../citation.ts';
import { markCluster, withMarks, withoutMarks } from '../marks.ts';
import { rangeWalk } from '../offsetRanges.ts';
import { scanCitations } from '../pandoc/scanCitations.ts';

/** A label, and the colon behind it. */
const marker = /\[\^@?([^\s^[\]{}\\`$<]{1,500})\](:?)/g;

/**
 * Finds the citations of Markdown whose footnotes are called by the keys of papers: `[^key]`, as plugins of Obsidian write
 * it, and `[^@key]`, besides all that Pandoc reads. Labels follow Pandoc ("Footnotes" of its manual: no white space, no `^`
 * and brackets) and hold nothing that begins code, a formula, a tag, an escape or braces. Those of digits alone are of
 * ordinary footnotes. The definition, `[^key]: …`, cites nothing: see {@link footnoteLabels}. Total; linear.
 */
export function scanFootnote(text: string): CitationScan {
  const markdown = scanCitations(text);
  const markers = markersIn(text, markdown);
  return withMarks(
    markdown,
    markers.flatMap(({ defines, cluster }) => (defines ? [] : [cluster])),
    markers.map(({ cluster }) => cluster.range),
  );
}

/** Where the definitions of the footnotes of a text say this key. By `start`. Total; linear. */
export function footnoteLabels(text: string, markdown: CitationScan, key: string): readonly OffsetRange[] {
  if (!text.includes('[^')) return [];
  return markersIn(text, markdown).flatMap(({ defines, cluster }) =>
    cluster.items.flatMap((item) => (defines && item.key === key ? [item.keyRange] : [])),
  );
}

interface Marker {
  /** The footnote itself, not a reference to it. */
  readonly defines: boolean;
  readonly cluster: CitationCluster;
}

function markersIn(text: string, markdown: CitationScan): readonly Marker[] {
  if (!text.includes('[^')) return [];
  const unreadAt = rangeWalk(withoutMarks(markdown));
  const paragraphAt = rangeWalk(markdown.paragraphs);
  const markers: Marker[] = [];
  for (const { index: start, 0: whole, 1: key = '', 2: colon = '' } of text.matchAll(marker)) {
    if (/^\d+$/.test(key) || unreadAt(start) !== undefined) continue;
    const end = start + whole.length - colon.length;
    const cluster = markCluster('bracketed', { start, end }, key, end - 1 - key.length);
    // Pandoc's blocks begin behind it; others know a footnote below a paragraph, too.
    const isAhead = paragraphAt(start) === undefined || beginsLine(text, start);
    markers.push({ cluster, defines: colon !== '' && isAhead });
  }
  return markers;
}

/** Nothing but white space and the markers of quotes stands before it. */
function beginsLine(text: string, offset: number): boolean {
  let start = offset;
  while (start > 0 && /[ \t>]/.test(text.charAt(start - 1))) start -= 1;
  return start === 0 || /[\r\n\uFEFF]/.test(text.charAt(start - 1));
}

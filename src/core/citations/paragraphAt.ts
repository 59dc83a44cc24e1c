import type { CitationScan, OffsetRange } from './citation.ts';
import { byStart } from './offsetRanges.ts';
import { plainParagraphs } from './plainParagraphs.ts';

/** What somebody is writing about at one place. */
export interface WrittenText {
  /** The words, on one line: without citations, code, math, comments, raw TeX and targets of links. Never blank. */
  readonly text: string;
  /** Keys cited there, each once, in their order. */
  readonly cited: readonly string[];
}

/** Enough for a section; more says nothing more about its subject. */
const maxLength = 20_000;

/**
 * The selected text or, where nothing but white space is selected, the paragraph around the cursor; behind a paragraph
 * the one before, above the first one that. `undefined` where there is no text to go by: in code, in front matter, in a
 * document without words. `scanned`: what it cites, in a language that can. Total; linear.
 */
export function paragraphAt(
  document: string,
  selection: OffsetRange,
  scanned: CitationScan | undefined,
): WrittenText | undefined {
  const scan: CitationScan = scanned ?? {
    clusters: [],
    opaque: [],
    paragraphs: plainParagraphs(document),
  };
  const selected = { start: Math.max(0, selection.start) || 0, end: Math.min(selection.end, document.length) };
  const isSelected = document.slice(selected.start, selected.end).trim() !== '';
  const range = isSelected ? selected : around(document, selected.start, scan);
  if (range === undefined) return undefined;
  const text = wordsIn(document, range, scan);
  return text === '' ? undefined : { text, cited: citedIn(range, scan) };
}

function around(document: string, cursor: number, { opaque, paragraphs }: CitationScan): OffsetRange | undefined {
  const inBlock = opaque.some(
    ({ start, end, block }) =>
      block && start <= cursor && (cursor < end || (cursor === end && end === document.length)),
  );
  if (inBlock) return undefined;
  const before = paragraphs.findLast(({ start }) => start <= cursor);
  const next = paragraphs.find(({ start }) => start > cursor);
  // The marker before a paragraph belongs to it.
  const isAtMarker = next !== undefined && !/[\r\n]/.test(document.slice(cursor, next.start));
  return isAtMarker ? next : (before ?? next);
}

function wordsIn(document: string, range: OffsetRange, { clusters, opaque }: CitationScan): string {
  const left = [...clusters.map((cluster) => cluster.range), ...opaque]
    .filter((one) => overlap(one, range))
    .sort(byStart);
  let text = '';
  let at = range.start;
  for (const { start, end } of left) {
    if (start > at) text += `${document.slice(at, start)} `;
    at = Math.max(at, end);
  }
  if (at < range.end) text += document.slice(at, range.end);
  // Where a citation stood before a full stop, none is to be seen.
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)](?:\s|$))/g, '')
    .trim();
  return /[\p{L}\p{N}]/u.test(line) ? cut(line) : '';
}

function cut(line: string): string {
  if (line.length <= maxLength) return line;
  const space = line.lastIndexOf(' ', maxLength);
  return line.slice(0, space > 0 ? space : maxLength);
}

function citedIn(range: OffsetRange, { clusters }: CitationScan): readonly string[] {
  const items = clusters.filter((cluster) => overlap(cluster.range, range)).flatMap((cluster) => cluster.items);
  return [...new Set(items.filter(({ crossReference }) => !crossReference).map(({ key }) => key))];
}

function overlap(a: OffsetRange, b: OffsetRange): boolean {
  return a.start < b.end && b.start < a.end;
}

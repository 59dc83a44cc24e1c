import type { CitationScan, OffsetRange } from '../citation.ts';
import { byStart, rangeWalk } from '../offsetRanges.ts';
import { afterQuoteMarkers, indentOf, linesOf } from './lines.ts';

/** The note that a citation stands in, or is. */
export interface CitationNote {
  /**
   * Counts, in the order in which they are read, the document's notes and each citation outside of them. A citation in a
   * note that nothing refers to comes after all others.
   */
  readonly note: number;
  /** Where it stands in a note of the document; `undefined`: outside of them. */
  readonly place: NotePlace | undefined;
}

/** Where in a note a citation stands: see `citationInNote`. */
export interface NotePlace {
  /** The note is one paragraph, which begins with it. */
  readonly isFirst: boolean;
  /** Nothing follows in its paragraph, or a word that begins with a capital letter. */
  readonly endsSentence: boolean;
}

/** A footnote, `^[…]`, or what is said of one further up or down. */
interface Footnote extends OffsetRange {
  /** Of `[^label]: …`; `undefined` of `^[…]`. */
  readonly label: string | undefined;
  /** Where the first citation of a note of one paragraph can begin; -1 of other notes. */
  readonly opening: number;
}

interface Marks {
  readonly footnotes: readonly Footnote[];
  /** `[^label]` in the text. */
  readonly references: readonly (OffsetRange & { readonly label: string })[];
}

const sentenceEnd = /[ \t]*(?:\p{Lu}|$|(?:\r\n|[\r\n])[ \t>]*(?:[\r\n]|$))/uy;
const twoParagraphs = /(?:\r\n|[\r\n])[ \t>]*(?:\r\n|[\r\n])\s*\S/;
const mark = /\[\^([^\s^[\]]{1,500})\](:?)|\^?\[|\]|[\r\n][ \t>]*(?:\r\n|[\r\n])/g;

/**
 * The note of each cluster of a scan of Markdown, in its order, counted as Pandoc does for styles whose citations are notes
 * (`citationNoteNum` of its Markdown reader). Total; linear.
 */
export function citationNotes(text: string, scan: CitationScan): readonly CitationNote[] {
  if (!text.includes('[^') && !text.includes('^[')) {
    return scan.clusters.map((_, index) => ({ note: index + 1, place: undefined }));
  }
  const { footnotes, references } = marksIn(text, scan);
  const holding = rangeWalk(footnotes);
  const held = scan.clusters.map(({ range }) => holding(range.start));
  const outside = rangeWalk(footnotes);
  const events = [
    ...scan.clusters.flatMap(({ range }, cluster) => (held[cluster] === undefined ? [{ ...range, cluster }] : [])),
    ...footnotes
      .filter(({ label }) => label === undefined)
      .map((footnote) => ({ start: footnote.start, end: footnote.end, footnote })),
    ...references.filter(({ start }) => outside(start) === undefined),
  ].sort(byStart);
  const labels = new Map<string, number>();
  const inline = new Map<Footnote, number>();
  const alone = new Map<number, number>();
  events.forEach((event, index) => {
    const note = index + 1;
    if ('cluster' in event) alone.set(event.cluster, note);
    else if ('footnote' in event) inline.set(event.footnote, note);
    // A second reference repeats the note.
    else if (!labels.has(event.label)) labels.set(event.label, note);
  });
  return scan.clusters.map(({ range }, cluster) => {
    const footnote = held[cluster];
    if (footnote === undefined) return { note: alone.get(cluster) ?? 0, place: undefined };
    const note = footnote.label === undefined ? inline.get(footnote) : labels.get(footnote.label);
    const isFirst = footnote.opening === range.start;
    return { note: note ?? events.length + 1, place: { isFirst, endsSentence: endsSentence(text, range, footnote) } };
  });
}

function endsSentence(text: string, cluster: OffsetRange, footnote: Footnote): boolean {
  // The bracket that closes a note in the text is no part of it.
  const end = footnote.label === undefined ? footnote.end - 1 : footnote.end;
  return cluster.end >= end || sentenceEndsAt(text, cluster.end);
}

/** Whether nothing follows in the paragraph of a citation that ends at `offset`, or a word that begins with a capital letter. */
export function sentenceEndsAt(text: string, offset: number): boolean {
  sentenceEnd.lastIndex = offset;
  return sentenceEnd.test(text);
}

function marksIn(text: string, { opaque, paragraphs }: CitationScan): Marks {
  const unreadAt = rangeWalk(opaque);
  const paragraphAt = rangeWalk(paragraphs);
  const definitions: (OffsetRange & { readonly label: string })[] = [];
  const references: (OffsetRange & { readonly label: string })[] = [];
  const inline: Footnote[] = [];
  /** Brackets that are open, by where they begin; those of inline notes are true. */
  let open: { readonly start: number; readonly isNote: boolean }[] = [];
  for (const { index: start, 0: whole, 1: label, 2: colon } of text.matchAll(mark)) {
    if (unreadAt(start) !== undefined) continue;
    const end = start + whole.length;
    if (label !== undefined) {
      // The mark of a definition is no part of its paragraph.
      const defines = colon !== '' && paragraphAt(start) === undefined;
      (defines ? definitions : references).push({ start, end, label });
    } else if (whole.endsWith('[')) open.push({ start, isNote: whole === '^[' });
    else if (whole !== ']') open = [];
    else {
      const { start: begin, isNote } = open.pop() ?? { start, isNote: false };
      if (isNote && !open.some((outer) => outer.isNote)) {
        inline.push({ start: begin, end, label: undefined, opening: openingOf(text, begin + 2, end - 1) });
      }
    }
  }
  const footnotes = extended(text, definitions);
  const definitionAt = rangeWalk(footnotes);
  // Notes in notes are part of the outer one.
  const others = inline.sort(byStart).filter(({ start }) => definitionAt(start) === undefined);
  return { footnotes: [...footnotes, ...others].sort(byStart), references };
}

/** Definitions with all that belongs to them: up to a line after a blank one that is not indented, or to the next one. */
function extended(text: string, marks: readonly (OffsetRange & { readonly label: string })[]): readonly Footnote[] {
  if (marks.length === 0) return [];
  const lines = linesOf(text);
  let line = 0;
  return marks.map(({ start, end: behind, label }, index) => {
    const limit = marks[index + 1]?.start ?? text.length;
    while (line + 1 < lines.count && lines.start(line + 1) <= behind) line += 1;
    let end = lines.next(line);
    let isBlank = false;
    for (let next = line + 1; next < lines.count && lines.start(next) < limit; next += 1) {
      const { content, column } = indentOf(text, afterQuoteMarkers(text, lines.start(next)), lines.end(next));
      const wasBlank = isBlank;
      isBlank = content >= lines.end(next);
      if (wasBlank && !isBlank && column < 4) break;
      if (!isBlank) end = lines.next(next);
    }
    end = Math.min(end, limit);
    return { start, end, label, opening: openingOf(text, behind, end) };
  });
}

function openingOf(text: string, start: number, end: number): number {
  const content = text.slice(start, end);
  return twoParagraphs.test(content.trim()) ? -1 : end - content.trimStart().length;
}

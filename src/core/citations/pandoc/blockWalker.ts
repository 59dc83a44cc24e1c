import { afterLineEnd } from '../../bibliography/frontMatterRange.ts';
import type { OpaqueKind, OpaqueRange } from '../citation.ts';
import { afterQuoteMarkers, FenceEnds, fenceAt, indentOf, linesOf, type Lines } from './lines.ts';
import { listMarkerAt } from './listMarker.ts';

/** Items nested deeper are read as text: it bounds the recursion of a line of nothing but `- - - -`. */
const maxListDepth = 50;

/** Receives what a Markdown text is made of, in its order. */
export interface BlockSink {
  /** Text with inline markup. Returns where reading goes on: `end`, or further when a comment runs on beyond it. */
  inline(start: number, end: number): number;
  opaque(range: OpaqueRange): void;
  /** The label of a numbered example `(@label)`: `@label` refers to it and cites nothing. Without it there are no examples. */
  readonly exampleLabel: ((label: string) => void) | undefined;
}

const verbatimTag = /<(script|style|pre|textarea)(?=[\s>])/iy;
const verbatimEnd = /<\/(script|style|pre|textarea)\s*>/gi;
const heading = /#{1,6}[ \t]/y;
const underline = /(?:=+|-+)[ \t]*(?=[\r\n]|$)/y;
const linkDefinition = /\[(?!\^)[^\]\r\n@]{1,999}\]:/y;
const metadataOpen = /---[ \t]*(?:\r\n|\n|\r)(?=[^\s#:][^\r\n:]*:(?:[ \t]|[\r\n]|$))/y;
const metadataClose = /^(?:---|\.\.\.)[ \t]*$/gm;

/**
 * Cuts a Markdown text into blocks as far as citations need it, after pandoc's Markdown reader: metadata, code (fenced
 * and indented, within lists and quotes), verbatim HTML and link definitions are opaque, the rest is inline text, cut
 * where no bracket can reach across. Linear.
 */
export class BlockWalker {
  readonly #text: string;
  readonly #lines: Lines;
  readonly #fences: FenceEnds;
  readonly #sink: BlockSink;
  /** Content columns of the list items that are open. */
  #lists: number[] = [];
  /** The paragraph being collected; -1 when there is none. */
  #paragraph = -1;
  #paragraphEnd = -1;
  /** Everything before it is done with. */
  #done: number;
  #afterBlank = true;
  #noVerbatimEnd = false;

  /** `start`: where the text begins after its front matter. */
  constructor(text: string, start: number, sink: BlockSink) {
    this.#text = text;
    this.#lines = linesOf(text);
    this.#fences = new FenceEnds(text, this.#lines);
    this.#sink = sink;
    this.#done = start;
  }

  walk(): void {
    let line = 0;
    while (line < this.#lines.count) line = this.#line(line);
    this.#flush(this.#text.length);
  }

  /** Reads a line and returns the one to go on with: the same when what came before turned out to reach into it. */
  #line(line: number): number {
    const lineStart = this.#lines.start(line);
    const end = this.#lines.end(line);
    if (this.#done > lineStart) {
      if (this.#done < end) this.#extend(this.#done, end);
      else this.#afterBlank = true;
      return line + 1;
    }
    const start = afterQuoteMarkers(this.#text, lineStart);
    const { content, column } = indentOf(this.#text, start, end);
    if (content >= end) {
      this.#flush(end);
      this.#afterBlank = true;
      return line + 1;
    }
    if (this.#paragraph === -1) {
      while (column < (this.#lists.at(-1) ?? 0)) this.#lists.pop();
      if (column - (this.#lists.at(-1) ?? 0) >= 4) {
        this.#opaque(lineStart, this.#lines.next(line), 'code');
        return line + 1;
      }
      const metadata = this.#metadataEnd(line, content);
      if (metadata !== undefined) return this.#skip(lineStart, metadata, 'frontMatter', line);
    }
    return this.#content(line, content, column);
  }

  #content(line: number, content: number, column: number): number {
    const lineStart = this.#lines.start(line);
    const end = this.#lines.end(line);
    const fence = fenceAt(this.#text, content);
    const fenceEnd =
      fence !== undefined && (this.#paragraph === -1 || fence.character === '`')
        ? this.#fences.after(line, fence)
        : undefined;
    if (fenceEnd !== undefined) {
      if (this.#flush(lineStart)) return line;
      return this.#skip(Math.max(lineStart, this.#done), this.#lines.next(fenceEnd), 'code', line);
    }
    const marked = this.#listItem(line, content, column);
    if (marked !== undefined) return marked;
    if (this.#paragraph === -1) {
      const verbatim = this.#verbatimHtmlEnd(content);
      if (verbatim !== undefined) return this.#skip(content, verbatim, 'html', line);
      linkDefinition.lastIndex = content;
      if (linkDefinition.test(this.#text)) return this.#skip(content, this.#lines.next(line), 'link', line);
    }
    heading.lastIndex = content;
    underline.lastIndex = content;
    const alone = this.#paragraph === -1 && heading.test(this.#text);
    if (!alone && this.#paragraph !== -1 && underline.test(this.#text)) {
      if (this.#flush(lineStart)) return line;
      return line + 1;
    }
    this.#extend(content, end);
    if (alone) this.#flush(end);
    return line + 1;
  }

  /** Takes a list marker off and reads on behind it. Within a paragraph only a list that is open already goes on. */
  #listItem(line: number, content: number, column: number): number | undefined {
    const marker = listMarkerAt(this.#text, content);
    if (marker === undefined || this.#lists.length >= maxListDepth) return undefined;
    if (marker.kind === 'example' && this.#sink.exampleLabel === undefined) return undefined;
    const inParagraph = this.#paragraph !== -1;
    if (inParagraph && marker.kind !== 'definition' && this.#lists.length === 0) return undefined;
    const lineStart = this.#lines.start(line);
    const end = this.#lines.end(line);
    if (this.#flush(lineStart)) return line;
    while (column < (this.#lists.at(-1) ?? 0)) this.#lists.pop();
    if (marker.kind === 'example') {
      this.#sink.exampleLabel?.(marker.label ?? '');
      this.#sink.opaque({ start: content, end: marker.end, kind: 'label', block: false });
    }
    const markerColumn = column + marker.end - content;
    const inner = indentOf(this.#text, marker.end, end, markerColumn);
    const indented = inner.column - markerColumn > 4;
    const itemColumn = marker.kind === 'footnote' ? column + 4 : indented ? markerColumn + 1 : inner.column;
    this.#lists.push(inner.content >= end ? markerColumn + 1 : itemColumn);
    this.#done = Math.max(this.#done, marker.end);
    this.#afterBlank = false;
    if (inner.content >= end) return line + 1;
    if (indented && marker.kind !== 'footnote') {
      this.#opaque(marker.end, this.#lines.next(line), 'code');
      return line + 1;
    }
    return this.#content(line, inner.content, inner.column);
  }

  /** A metadata block in the middle of the text: after a blank line, and it must look like a mapping. */
  #metadataEnd(line: number, content: number): number | undefined {
    if (!this.#afterBlank || content !== this.#lines.start(line)) return undefined;
    metadataOpen.lastIndex = content;
    if (!metadataOpen.test(this.#text)) return undefined;
    metadataClose.lastIndex = metadataOpen.lastIndex;
    const close = metadataClose.exec(this.#text);
    return close === null ? undefined : afterLineEnd(this.#text, close.index + close[0].length);
  }

  #verbatimHtmlEnd(content: number): number | undefined {
    verbatimTag.lastIndex = content;
    const name = verbatimTag.exec(this.#text)?.[1]?.toLowerCase();
    if (name === undefined || this.#noVerbatimEnd) return undefined;
    verbatimEnd.lastIndex = content;
    for (let match = verbatimEnd.exec(this.#text); match !== null; match = verbatimEnd.exec(this.#text)) {
      if (match[1]?.toLowerCase() === name) return match.index + match[0].length;
    }
    // Looked to the end in vain: never again, so that a text of nothing but `<pre>` stays linear.
    this.#noVerbatimEnd = true;
    return undefined;
  }

  #extend(start: number, end: number): void {
    if (this.#paragraph === -1) this.#paragraph = start;
    this.#paragraphEnd = end;
    this.#afterBlank = false;
  }

  /** Ends the paragraph. True when it reached beyond `next`, where reading was to go on. */
  #flush(next: number): boolean {
    if (this.#paragraph === -1) return false;
    const start = this.#paragraph;
    this.#paragraph = -1;
    this.#done = Math.max(this.#done, this.#sink.inline(start, this.#paragraphEnd));
    return this.#done > next;
  }

  #opaque(start: number, end: number, kind: OpaqueKind): void {
    this.#sink.opaque({ start, end, kind, block: true });
    this.#done = end;
  }

  #skip(start: number, end: number, kind: OpaqueKind, line: number): number {
    this.#opaque(start, end, kind);
    this.#afterBlank = true;
    return line + 1;
  }
}

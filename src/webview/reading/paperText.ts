import { highlightsOf, type TextRange } from '../../core/search/highlights.ts';
import type { ReaderPaper } from '../../protocol/readerMessages.ts';
import { displayText, paragraphsOf } from '../displayText.ts';
import { type MathPiece, splitMath } from '../mathText.ts';
import { ProseReader, type StyledText } from './proseReader.ts';

/** A stretch of a paper's text as it is drawn. */
export type ProsePiece =
  (StyledText & { readonly kind: 'text'; readonly marked?: boolean }) | Extract<MathPiece, { kind: 'math' }>;

/** What of a paper is read: formulas, emphasis, and what the last search looked for. */
export interface PaperText {
  readonly title: readonly ProsePiece[];
  readonly paragraphs: readonly (readonly ProsePiece[])[];
}

/** Formulas of one paper; what is over stays text. */
const maxFormulas = 200;
/** A word that nobody looks for, between paragraphs and where a formula stands: no word and no phrase reaches over it. */
const gap = ' \uA66E ';

/** Title (the key where there is none) and abstract, to be drawn. Untrusted input; total, linear. */
export function readPaperText(paper: Pick<ReaderPaper, 'key' | 'title' | 'abstract' | 'query'>): PaperText {
  const named = displayText(paper.title).trim() === '' ? paper.key : paper.title;
  const title = readProse(named);
  let left = maxFormulas - formulasIn(title);
  const paragraphs = paragraphsOf(paper.abstract).map((paragraph) => {
    const pieces = readProse(paragraph, { limit: left, markdown: true });
    left -= formulasIn(pieces);
    return pieces;
  });
  const { query = '' } = paper;
  if (query === '') return { title, paragraphs };
  const [markedTitle = [], ...markedParagraphs] = marked([title, ...paragraphs], query);
  return { title: markedTitle, paragraphs: markedParagraphs };
}

/** How a text is read. */
interface Reading {
  /** How many formulas at most. */
  readonly limit?: number;
  /** Whether `**bold**` is what services that write abstracts in Markdown mean by it. */
  readonly markdown?: boolean;
}

/** One text of a paper: what is TeX in it is read. Untrusted input; total, linear. */
export function readProse(
  text: string,
  { limit = maxFormulas, markdown = false }: Reading = {},
): readonly ProsePiece[] {
  const reader = new ProseReader(markdown);
  return splitMath(displayText(text), limit).flatMap((piece, at, all): readonly ProsePiece[] => {
    if (piece.kind === 'math') return [piece];
    const beside = { before: at > 0, after: at < all.length - 1 };
    return reader.read(piece.text, beside);
  });
}

function formulasIn(pieces: readonly ProsePiece[]): number {
  return pieces.filter(({ kind }) => kind === 'math').length;
}

/** Looked for in all of the text at once: a near word counts only where the right one stands nowhere. */
function marked(parts: readonly (readonly ProsePiece[])[], query: string): readonly (readonly ProsePiece[])[] {
  const whole = parts.map((pieces) => pieces.map(textOf).join('')).join(gap);
  const ranges = highlightsOf(whole, query);
  if (ranges.length === 0) return parts;
  let at = 0;
  let next = 0;
  return parts.map((pieces) => {
    const drawn = pieces.flatMap((piece) => {
      const end = at + textOf(piece).length;
      while ((ranges[next]?.[1] ?? Infinity) <= at) next += 1;
      const cut = piece.kind === 'math' ? [piece] : cutAt(piece, at, rangesUntil(ranges, next, end));
      at = end;
      return cut;
    });
    at += gap.length;
    return drawn;
  });
}

const textOf = (piece: ProsePiece) => (piece.kind === 'math' ? gap : piece.text);

function rangesUntil(ranges: readonly TextRange[], from: number, end: number): readonly TextRange[] {
  let to = from;
  while ((ranges[to]?.[0] ?? Infinity) < end) to += 1;
  return ranges.slice(from, to);
}

function cutAt(
  piece: Extract<ProsePiece, { kind: 'text' }>,
  offset: number,
  ranges: readonly TextRange[],
): readonly ProsePiece[] {
  const cut: ProsePiece[] = [];
  const add = (from: number, to: number, isMarked: boolean) => {
    if (from < to) cut.push({ ...piece, text: piece.text.slice(from, to), ...(isMarked && { marked: true }) });
  };
  let done = 0;
  for (const [start, end] of ranges) {
    const from = Math.max(done, start - offset);
    add(done, from, false);
    done = Math.min(end - offset, piece.text.length);
    add(from, done, true);
  }
  add(done, piece.text.length, false);
  return cut;
}

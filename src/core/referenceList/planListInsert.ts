import type { ScannedText } from '../citations/citationWriter.ts';
import { lastLine } from '../citations/textLineEnds.ts';
import { latexPreambleEnd } from '../citations/latex/commandAround.ts';
import type { TextEdit } from '../text/position.ts';

/** A heading of Markdown, Typst or LaTeX, or the line under one. */
const heading = /^(?:#{1,6}[ \t]|={1,6}[ \t]|={2,}[ \t]*$|\\(?:chapter|section|subsection)\*?[ \t]*\{)/;
const breaks = /\r\n|\r|\n/g;

/**
 * The edit that puts a reference list into a text, apart from what is around it: at its end where that is a heading that
 * waits for it, else behind the block that holds `offset`, or on the empty line there. In LaTeX never outside of the
 * document. Linear.
 */
export function planListInsert(document: ScannedText, offset: number, list: string, lineEnd: string): TextEdit {
  const { text } = document;
  const at = insertionPoint(document, offset);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const above = before.trim() === '' ? 2 : breaksIn(/\s*$/.exec(before.slice(-1_000))?.[0] ?? '');
  const below = after.trim() === '' ? breaksIn(after) + 1 : breaksIn(/^\s*/.exec(after.slice(0, 1_000))?.[0] ?? '');
  return {
    start: at,
    end: at,
    text: lineEnd.repeat(Math.max(0, 2 - above)) + list + lineEnd.repeat(Math.max(0, 2 - below)),
  };
}

function insertionPoint({ text, scan }: ScannedText, offset: number): number {
  const body = bodyOf(text);
  if (heading.test(lastLine(text.slice(0, body.end).trimEnd())) || offset <= body.start || offset > body.end)
    return trimmedEnd(text, body.end);
  let at = offset;
  for (const { start, end, block } of scan.opaque) {
    // Front matter, code and comments that go over lines are not parted.
    if (start <= at && at < end && (block || breaksIn(text.slice(start, end)) > 0)) at = end;
    else if (start > at) break;
  }
  if (at !== offset) return trimmedEnd(text, at);
  const lineStart = at - lastLine(text.slice(0, at)).length;
  if (/^[ \t]*(?:[\r\n]|$)/.test(text.slice(lineStart, lineStart + 1_000))) return lineStart;
  const blank = /(?:\r\n|\r|\n)[ \t]*(?=\r|\n|$)/g;
  blank.lastIndex = at;
  const next = blank.exec(text)?.index ?? body.end;
  return trimmedEnd(text, Math.min(next, body.end));
}

/** Behind the last character before `end` that is no white space. */
function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

/** Where a LaTeX document prints text; all of any other. */
function bodyOf(text: string): { readonly start: number; readonly end: number } {
  const start = latexPreambleEnd(text);
  const end = start < 0 ? -1 : text.lastIndexOf('\\end{document}');
  return { start, end: end < 0 ? text.length : end };
}

function breaksIn(text: string): number {
  return text.match(breaks)?.length ?? 0;
}

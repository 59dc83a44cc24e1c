import type { Eol } from '../text/lineEnds.ts';
import { matchLines, splitLines } from './matchLines.ts';

/** Every line end (CRLF, or a CR alone) becomes LF: what a text area and VS Code's documents make of a text. */
export function withLf(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * Gives a text with LF the line ends of the text it was made from: a line that stayed keeps its own, byte for byte; a new
 * one gets `eol`. `withLf` of the result is `text`, and an unchanged text gives `original`. n log n.
 */
export function keepLineEnds(original: string, text: string, eol: Eol): string {
  if (eol === '\n' && !original.includes('\r')) return text;
  const before = original.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const after = splitLines(text);
  const lines = after.map((line) => withEnd(line, eol));
  const partners = matchLines(
    before.map((line) => withLf(line)),
    after,
  );
  for (const [index, partner] of partners.entries()) {
    const kept = before[index];
    if (partner >= 0 && kept !== undefined) lines[partner] = kept;
  }
  // A CR alone and the LF of an empty line behind it would become one line end.
  return lines
    .map((line, index) => (line.endsWith('\r') && lines[index + 1] === '\n' ? withEnd(line, '\r\n') : line))
    .join('');
}

function withEnd(line: string, eol: Eol): string {
  return /[\r\n]$/.test(line) ? line.slice(0, -1) + eol : line;
}

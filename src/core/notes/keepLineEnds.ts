import type { Eol } from '../text/lineEnds.ts';
import { matchLines, splitLines } from './matchLines.ts';

/** Every line end (CRLF, or a CR alone) becomes LF: what a text area and VS Code's documents make of a text. */
export function withLf(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * Gives a text with LF the line ends of the text it was made from: a line that stayed, or was changed, keeps its own; a new
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
  const nextPartner = followingPartners(partners, lines.length);
  let next = 0;
  for (const [index, partner] of partners.entries()) {
    const kept = before[index] ?? '';
    if (partner >= 0) {
      lines[partner] = kept;
      next = partner + 1;
    } else if (next < (nextPartner[index] ?? lines.length)) {
      lines[next] = withEnd(after[next] ?? '', endOf(kept) ?? eol);
      next += 1;
    }
  }
  // A CR alone and the LF of an empty line behind it would become one line end.
  return lines
    .map((line, index) => (line.endsWith('\r') && lines[index + 1] === '\n' ? withEnd(line, '\r\n') : line))
    .join('');
}

/** For each line of `before` the partner of the first line from it on that has one, else `end`. */
function followingPartners(partners: Int32Array, end: number): Int32Array {
  const following = new Int32Array(partners.length);
  let next = end;
  for (let index = partners.length - 1; index >= 0; index -= 1) {
    const partner = partners[index] ?? -1;
    if (partner >= 0) next = partner;
    following[index] = next;
  }
  return following;
}

function endOf(line: string): string | undefined {
  return /(?:\r\n|\r|\n)$/.exec(line)?.[0];
}

function withEnd(line: string, eol: string): string {
  return /[\r\n]$/.test(line) ? line.slice(0, -1) + eol : line;
}

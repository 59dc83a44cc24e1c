import { lastLine } from '../textLineEnds.ts';

const markers = /([\r\n])[ \t]*(?:>[ \t]?)+/g;
/** Whether a line is one of a quote is looked for so far back. */
const reach = 1000;

/** What stands between two offsets of one paragraph, without the `>` of a block quote that begin its lines. */
export function withoutMarkers(text: string, start: number, end: number): string {
  const written = text.slice(start, end);
  return hasMarkers(written) && isInQuote(text, start) ? written.replace(markers, '$1') : written;
}

/** The first offset from `start` on that is neither white space nor such a marker; `end` when there is none before it. */
export function afterMarkers(text: string, start: number, end: number): number {
  const written = text.slice(start, end);
  const marked = /^[ \t]*(?:\r\n|\n|\r)[ \t]*(?:>[ \t]?)+/.exec(written)?.[0] ?? '';
  const skipped = marked !== '' && isInQuote(text, start) ? marked.length : 0;
  return end - written.slice(skipped).trimStart().length;
}

function hasMarkers(written: string): boolean {
  return written.includes('>') && /[\r\n][ \t]*>/.test(written);
}

/** The line of `offset` begins with a marker, as those of a quote do that is not written lazily. */
function isInQuote(text: string, offset: number): boolean {
  return /^[ \t]*>/.test(lastLine(text.slice(Math.max(0, offset - reach), offset)));
}

import { shorten, singleLine } from '../../text/plainText.ts';
import { highlightsOf } from '../highlights.ts';
import { soughtWords } from '../soughtWords.ts';

/** A line of a note that answers a query. */
export interface NoteLine {
  /** Zero-based. */
  readonly line: number;
  /** One line of at most about 160 characters around the first word that was sought. */
  readonly excerpt: string;
}

const maxLength = 160;
/** Lines in which words have accents or slips are looked for in so much of a note. */
const maxRead = 20_000;

/**
 * The line of a text that holds most of the query's words, the first of equally good ones; the first that says
 * something where none holds any. Linear.
 */
export function bestLine(text: string, query: string): NoteLine {
  const starts = lineStarts(text);
  const terms = soughtWords(query).flatMap((sought) => sought.terms);
  const found = plainLine(text, terms, starts) ?? foldedLine(text, query, starts);
  const line =
    found?.line ??
    Math.max(
      0,
      starts.findIndex((_, at) => lineAt(text, starts, at).trim() !== ''),
    );
  return { line, excerpt: cutAround(lineAt(text, starts, line), found?.at ?? 0) };
}

interface Place {
  readonly line: number;
  /** Offset in the line. */
  readonly at: number;
}

/** Words as they are written, in any case. */
function plainLine(text: string, terms: readonly string[], starts: readonly number[]): Place | undefined {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return undefined;
  const found = new Map<number, { readonly terms: Set<string>; at: number }>();
  for (const term of new Set(terms)) {
    for (let at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + term.length)) {
      if (/[\p{L}\p{N}]/u.test(lower.charAt(at - 1))) continue;
      const line = lineOf(starts, at);
      const known = found.get(line);
      const place = at - (starts[line] ?? 0);
      if (known === undefined) found.set(line, { terms: new Set([term]), at: place });
      else {
        known.terms.add(term);
        known.at = Math.min(known.at, place);
      }
    }
  }
  let best: (Place & { readonly count: number }) | undefined;
  for (const [line, { terms: held, at }] of found) {
    const isBetter = best === undefined || held.size > best.count || (held.size === best.count && line < best.line);
    if (isBetter) best = { line, at, count: held.size };
  }
  return best;
}

function foldedLine(text: string, query: string, starts: readonly number[]): Place | undefined {
  let best: (Place & { readonly count: number }) | undefined;
  for (let line = 0; line < starts.length && (starts[line] ?? 0) < maxRead; line += 1) {
    const ranges = highlightsOf(lineAt(text, starts, line), query);
    const [first] = ranges;
    if (first !== undefined && ranges.length > (best?.count ?? 0)) best = { line, at: first[0], count: ranges.length };
  }
  return best;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

function lineAt(text: string, starts: readonly number[], line: number): string {
  return text.slice(starts[line] ?? 0, starts[line + 1] ?? text.length);
}

/** The last line that starts at or before the offset. */
function lineOf(starts: readonly number[], offset: number): number {
  let from = 0;
  let to = starts.length;
  while (from + 1 < to) {
    const middle = (from + to) >>> 1;
    if ((starts[middle] ?? 0) <= offset) from = middle;
    else to = middle;
  }
  return from;
}

function cutAround(line: string, at: number): string {
  const space = line.lastIndexOf(' ', Math.max(0, at - maxLength / 3));
  const from = at > maxLength / 2 && space > 0 ? space + 1 : 0;
  const text = singleLine(line.slice(from, from + 4 * maxLength));
  return shorten(from > 0 ? `…${text}` : text, maxLength);
}

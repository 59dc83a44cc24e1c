import { LineIndex } from '../../text/lineIndex.ts';
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
  const lines = new LineIndex(text);
  const terms = soughtWords(query).flatMap((sought) => sought.terms);
  const found = plainLine(text, terms, lines) ?? foldedLine(text, query, lines);
  const { line, at } = found ?? { line: lines.positionAt(Math.max(0, text.search(/\S/))).line, at: 0 };
  return { line, excerpt: cutAround(lineAt(text, lines, line), at) };
}

interface Place {
  readonly line: number;
  /** Offset in the line. */
  readonly at: number;
}

/** Words as they are written, in any case. */
function plainLine(text: string, terms: readonly string[], lines: LineIndex): Place | undefined {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return undefined;
  const found = new Map<number, { readonly terms: Set<string>; at: number }>();
  for (const term of new Set(terms)) {
    for (let at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + term.length)) {
      if (/[\p{L}\p{N}]/u.test(lower.charAt(at - 1))) continue;
      const { line, character: place } = lines.positionAt(at);
      const known = found.get(line);
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

function foldedLine(text: string, query: string, lines: LineIndex): Place | undefined {
  let best: (Place & { readonly count: number }) | undefined;
  const last = lines.positionAt(maxRead - 1).line;
  for (let line = 0; line <= last; line += 1) {
    const ranges = highlightsOf(lineAt(text, lines, line), query);
    const [first] = ranges;
    if (first !== undefined && ranges.length > (best?.count ?? 0)) best = { line, at: first[0], count: ranges.length };
  }
  return best;
}

function lineAt(text: string, lines: LineIndex, line: number): string {
  return text.slice(lines.offsetOf(line), lines.offsetOf(line + 1));
}

function cutAround(line: string, at: number): string {
  const space = line.lastIndexOf(' ', Math.max(0, at - maxLength / 3));
  const from = at > maxLength / 2 && space > 0 ? space + 1 : 0;
  const text = singleLine(line.slice(from, from + 4 * maxLength));
  return shorten(from > 0 ? `…${text}` : text, maxLength);
}

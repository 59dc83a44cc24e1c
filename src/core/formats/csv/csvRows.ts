/** A row of a table: its cells, and where it stands. */
export interface CsvRow {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly string[];
  /** Where each cell begins, quotes included. */
  readonly starts: readonly number[];
}

/** A quoted cell that is longer than this has lost its end. */
const maxQuoted = 200_000;
/** So many signs are looked through for the ends of cells that have none; then quotes are signs like others. */
const maxSearched = 4_000_000;

/**
 * Reads the rows of a table (RFC 4180 with any separator; any line ends; blank lines are none). A quote that begins no
 * quoted cell, or has no end, is a sign like others: so a lost quote costs its own row. Linear: what is looked through in
 * vain is bounded.
 */
export function* csvRows(text: string, separator: string, from: number): Generator<CsvRow, void, void> {
  const separators = separator.charCodeAt(0);
  let budget = maxSearched;
  let cells: string[] = [];
  let starts: number[] = [];
  let start = from;
  for (let at = from; at <= text.length;) {
    const quoted = text[at] === '"' && budget > 0 ? endOfQuoted(text, at, separator) : undefined;
    if (quoted !== undefined && !quoted.isWhole) budget -= quoted.end - at;
    const quotedEnd = quoted?.isWhole === true ? quoted.end : undefined;
    let end = quotedEnd ?? at;
    while (end < text.length && !isEnd(text.charCodeAt(end), separators)) end += 1;
    starts.push(at);
    cells.push(
      quotedEnd === undefined
        ? text.slice(at, end).trim()
        : text
            .slice(at + 1, quotedEnd - 1)
            .replaceAll('""', '"')
            .trim(),
    );
    at = end + 1;
    if (text.charCodeAt(end) === separators) continue;
    if (cells.length > 1 || cells[0] !== '') yield { start, end, cells, starts };
    if (text[end] === '\r' && text[end + 1] === '\n') at += 1;
    [cells, starts] = [[], []];
    start = at;
  }
}

function isEnd(unit: number, separator: number): boolean {
  return unit === separator || unit === 0x0a || unit === 0x0d;
}

/**
 * The offset behind the quote that ends a cell: what follows it ends the cell, too. Not whole: there is none, or (as far as
 * `end`) a quote that begins a cell of another row comes first.
 */
function endOfQuoted(
  text: string,
  quote: number,
  separator: string,
): { readonly end: number; readonly isWhole: boolean } {
  const limit = Math.min(quote + maxQuoted, text.length);
  for (let at = text.indexOf('"', quote + 1); at !== -1 && at < limit; at = text.indexOf('"', at + 1)) {
    const next = text[at + 1];
    if (next === '"') {
      at += 1;
      continue;
    }
    if (next === undefined || next === separator || next === '\n' || next === '\r')
      return { end: at + 1, isWhole: true };
    if (beginsCell(text, quote, at, separator)) return { end: at, isWhole: false };
  }
  return { end: limit, isWhole: false };
}

/** Whether the quote at `at`, which ends nothing, begins a cell of a row below that of `quote`. */
function beginsCell(text: string, quote: number, at: number, separator: string): boolean {
  const before = text[at - 1];
  if (before === '\n' || before === '\r') return true;
  return before === separator && /[\r\n]/.test(text.slice(Math.max(quote, at - 500), at));
}

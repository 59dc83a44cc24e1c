/** A row of a table: its cells, and where it stands. */
export interface CsvRow {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly string[];
}

/** A quoted cell that is longer than this has lost its end. */
const maxQuoted = 200_000;

/**
 * Reads the rows of a table (RFC 4180 with any separator; any line ends; blank lines are none). A quote that begins no
 * quoted cell, or has no end, is a sign like others: so a lost quote costs its own row. Linear: an end is looked for
 * in a bounded stretch, and no more once it was missing a few times.
 */
export function* csvRows(text: string, separator: string, from: number): Generator<CsvRow, void, void> {
  const separators = separator.charCodeAt(0);
  let lost = 0;
  let cells: string[] = [];
  let start = from;
  for (let at = from; at <= text.length;) {
    const quotedEnd = text[at] === '"' && lost < 20 ? endOfQuoted(text, at, separator) : undefined;
    if (text[at] === '"' && quotedEnd === undefined) lost += 1;
    let end = quotedEnd ?? at;
    while (end < text.length && !isEnd(text.charCodeAt(end), separators)) end += 1;
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
    if (cells.length > 1 || cells[0] !== '') yield { start, end, cells };
    if (text[end] === '\r' && text[end + 1] === '\n') at += 1;
    cells = [];
    start = at;
  }
}

function isEnd(unit: number, separator: number): boolean {
  return unit === separator || unit === 0x0a || unit === 0x0d;
}

/** The offset behind the quote that ends a cell: what follows it ends the cell, too. */
function endOfQuoted(text: string, quote: number, separator: string): number | undefined {
  const limit = quote + maxQuoted;
  for (let at = text.indexOf('"', quote + 1); at !== -1 && at < limit; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const next = text[at + 1];
    if (next === undefined || next === separator || next === '\n' || next === '\r') return at + 1;
  }
  return undefined;
}

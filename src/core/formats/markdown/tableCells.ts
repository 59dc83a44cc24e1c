/** `| --- | :---: |`: the line below the header of a table. */
export function isDelimiterRow(line: string): boolean {
  if (line.length > 2_000) return false;
  const text = line.trim();
  return text.includes('|') && /^[|\s:-]+$/.test(text) && tableCells(text).every((cell) => /^:?-+:?$/.test(cell));
}

/** The cells of one row, trimmed; `\|` parts none. */
export function tableCells(line: string): readonly string[] {
  const text = line.trim();
  const cells: string[] = [];
  let start = text.startsWith('|') ? 1 : 0;
  for (let at = text.indexOf('|', start); at !== -1; at = text.indexOf('|', at + 1)) {
    if (text.charAt(at - 1) === '\\' && at > start) continue;
    cells.push(text.slice(start, at).trim());
    start = at + 1;
  }
  if (start < text.length) cells.push(text.slice(start).trim());
  return cells;
}

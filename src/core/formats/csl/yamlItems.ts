/** A stretch of a text, as UTF-16 offsets. `column` is where its dash stands in its line. */
export interface YamlItem {
  readonly start: number;
  readonly end: number;
  readonly column: number;
}

/** The line above Pandoc's list. */
export const referencesLine = /^references:[ \t]*(?:#.*)?$/m;
/** Lines that matter: a dash, the end of a document, a key in the first column. */
const structure =
  /^(?:([ \t]*)-(?=[ \t\r\n]|$)|(---|\.\.\.)[ \t]*(?=[\r\n]|$)|([^\s#:"'[\]{},-][^\r\n:]{0,200}):(?=[ \t\r\n]|$))/gm;

/**
 * The items of the lists below `references:` lines, or, in a file without such a line, of the list that the file is: from
 * each dash in the first one's column to the next, or to the list's end. White space and comments between two items belong
 * to none. Linear.
 */
export function yamlItems(text: string): readonly YamlItem[] {
  const isBare = !referencesLine.test(text);
  const items: YamlItem[] = [];
  let isOpen = isBare;
  let indent: string | undefined;
  let begun: { readonly start: number; readonly column: number } | undefined;
  const finish = (limit: number): void => {
    if (begun !== undefined) items.push({ ...begun, end: endOf(text, begun.start, limit, begun.column) });
    begun = undefined;
  };
  for (const { index, 1: lead, 2: mark, 3: key } of text.matchAll(structure)) {
    if (lead !== undefined) {
      if (!isOpen) continue;
      // A dash further left is of the outer list: the one before was an inner list of a broken item.
      if (indent === undefined || lead.length < indent.length) indent = lead;
      if (lead !== indent) continue;
      finish(index);
      begun = { start: index + lead.length, column: lead.length };
    } else if (mark !== undefined || (key !== undefined && !isBare)) {
      finish(index);
      isOpen = isBare || key === 'references';
      indent = isBare ? indent : undefined;
    }
  }
  finish(text.length);
  return items;
}

/** Without the blank lines, and the comments not deeper than the dash in column `column`, at its end. */
function endOf(text: string, start: number, limit: number, column: number): number {
  const item = text.slice(start, limit);
  let end = item.trimEnd().length;
  for (;;) {
    // By hand: a search for CR would go through a whole file without any, each time.
    let line = end;
    while (line > 0 && item[line - 1] !== '\n' && item[line - 1] !== '\r') line -= 1;
    const beginning = item.slice(line, Math.min(end, line + column + 1)).trimStart();
    if (line === 0 || !beginning.startsWith('#')) return start + end;
    end = item.slice(0, line).trimEnd().length;
  }
}

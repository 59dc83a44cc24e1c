import type { PaperRecord } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import { isoDate } from '../../text/isoDate.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import { plainLine, plainParagraphs } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import type { ParsedPaperFile, PaperFormat } from '../paperFormat.ts';
import { ProblemList } from '../problemList.ts';
import { RecordDraft } from '../recordDraft.ts';
import { authorCell } from '../authorCell.ts';
import { csvColumns, isPaperTable, type CsvColumn, type CsvField } from './csvColumns.ts';
import { csvRows, type CsvRow } from './csvRows.ts';

const separators = ['\t', ',', ';', '|'] as const;
/** Excel's own first line. */
const excelLine = /^sep=(.)\r?\n/i;
/** Rows in which the header is looked for: some programs write a line or two above it. */
const maxPreamble = 5;

/** Tables with a header among their first rows: CSV, TSV, and semicolons. */
export const csv: PaperFormat = { id: 'csv', label: 'table', detect, parse };

interface Table {
  readonly separator: string;
  readonly columns: readonly CsvColumn[];
  /** Where the rows begin. */
  readonly from: number;
}

interface Source {
  readonly text: string;
  readonly lines: LineIndex;
}

/** The header in the separator that gives most columns; `undefined` for what is no table of papers. */
function tableOf(text: string): Table | undefined {
  const excel = excelLine.exec(text);
  const start = excel?.[0].length ?? 0;
  let best: Table | undefined;
  for (const separator of excel?.[1] === undefined ? separators : [excel[1]]) {
    const table = headerIn(text, separator, start);
    if (table !== undefined && table.columns.length > (best?.columns.length ?? 1)) best = table;
  }
  return best;
}

function headerIn(text: string, separator: string, start: number): Table | undefined {
  let row = 0;
  for (const { cells, end } of csvRows(text, separator, start)) {
    const columns = cells.length < 2 ? [] : csvColumns(cells);
    if (isPaperTable(columns, cells)) return { separator, columns, from: end };
    row += 1;
    if (row === maxPreamble) return undefined;
  }
  return undefined;
}

function detect(name: string, head: string): number {
  const table = /^\s*[[{<@%]/.test(head) ? undefined : tableOf(head);
  if (table === undefined) return 0;
  const [first] = csvRows(head, table.separator, table.from);
  const isShaped = first !== undefined && Math.abs(first.cells.length - table.columns.length) <= 1;
  if (/\.(?:csv|tsv|tab)$/i.test(name)) return isShaped || first === undefined ? 0.9 : 0.5;
  return isShaped && table.columns.length >= 3 ? 0.6 : 0;
}

function parse(text: string): ParsedPaperFile {
  const table = tableOf(text);
  const records: PaperRecord[] = [];
  const problems = new ProblemList();
  if (table === undefined) return { records, problems: [] };
  const lines = new LineIndex(text);
  const source = { text, lines };
  for (const row of csvRows(text, table.separator, table.from)) {
    const { start, end, cells } = row;
    const range = lines.rangeOf(start, end);
    const record = rowRecord(row, table.columns, source);
    if (record !== undefined) records.push(record);
    else if (cells.some((cell) => cell !== '')) problems.add(untitled(range));
    // Separators at the end of a row are no cells.
    const filled = cells.findLastIndex((cell) => cell !== '') + 1;
    if (filled > table.columns.length) problems.add(unevenRow(range, filled, table.columns.length));
  }
  return { records, problems: problems.all() };
}

function rowRecord(row: CsvRow, columns: readonly CsvColumn[], source: Source): PaperRecord | undefined {
  const draft = new RecordDraft();
  const values = new Map<CsvField, string>();
  let keyAt = row.start;
  for (const [index, cell] of row.cells.entries()) {
    const column = columns[index];
    if (cell === '' || column === undefined) continue;
    if (column.kind === 'field') {
      if (column.field === 'keywords') draft.keywords(keywordsOf(cell));
      else values.set(column.field, cell);
      if (column.field === 'key') keyAt = row.starts[index] ?? row.start;
    } else if (column.kind === 'variable') draft.variable(column.variable, plainLine(cell));
    else draft.other(column.name, plainLine(cell));
  }
  const value = (field: CsvField): string => values.get(field) ?? '';
  draft.title = plainLine(value('title'));
  if (draft.title === '') return undefined;
  draft.abstract = value('abstract') === '[No abstract available]' ? '' : plainParagraphs(value('abstract'));
  draft.names('author', authorCell(value('authors')));
  const issued = isoDate(value('date'));
  const year = isoDate(value('year'));
  draft.issued(issued !== undefined && (year === undefined || issued.startsWith(year.slice(0, 4))) ? issued : year);
  draft.venue = plainLine(value('venue')) || undefined;
  draft.doi(value('doi'));
  draft.arxiv(value('arxiv'));
  for (const url of value('url').split(/[\s;|]+/)) draft.url(url);
  const key = value('key') || (/citation key:\s*(\S+)/i.exec(value('extra').slice(0, 5_000))?.[1] ?? '');
  if (/^\S{1,300}$/.test(key)) draft.key = key;
  if (value('type') !== '') draft.other('type', plainLine(value('type')));
  const pages = [value('firstPage'), value('lastPage')].filter((page) => page !== '');
  draft.variable('page', plainLine(pages.join('-')));
  const record = draft.build(source.lines.rangeOf(row.start, row.end));
  return record === undefined || value('key') === '' ? record : withKeyPlace(record, keyAt, source);
}

/** The key stands in its cell, behind a quote or white space if there is one. */
function withKeyPlace(record: PaperRecord, cellAt: number, { text, lines }: Source): PaperRecord {
  const { key } = record;
  if (key === undefined) return record;
  const lead = text.slice(cellAt, cellAt + key.length + 40).indexOf(key);
  return lead === -1 ? record : { ...record, keyRange: lines.rangeOf(cellAt + lead, cellAt + lead + key.length) };
}

function keywordsOf(cell: string): readonly string[] {
  const list = /^\[(.*)\]$/s.exec(cell)?.[1]?.replace(/["']/g, '') ?? cell;
  return list.split(list.includes(';') ? ';' : /[,|]/);
}

function untitled(range: Range): Problem {
  const message = 'This row was left out because its title is empty: fill it in, or remove the row.';
  return { code: 'untitled-entry', severity: 'warning', message, range };
}

function unevenRow({ start }: Range, cells: number, columns: number): Problem {
  const message = `This row has ${cells} cells, more than the ${columns} of the header, so some were left out: put quotes around a cell that holds a separator.`;
  return {
    code: 'broken-entry',
    severity: 'warning',
    message,
    range: { start, end: { line: start.line + 1, character: 0 } },
  };
}

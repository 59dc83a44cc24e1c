import type { PaperRecord } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import { isoDate } from '../../text/isoDate.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import { plainLine, plainParagraphs } from '../../text/plainMarkup.ts';
import type { Range } from '../../text/position.ts';
import type { ParsedPaperFile, PaperFormat } from '../paperFormat.ts';
import { RecordDraft } from '../recordDraft.ts';
import { authorCell } from '../authorCell.ts';
import { csvColumns, isPaperTable, type CsvColumn, type CsvField } from './csvColumns.ts';
import { csvRows } from './csvRows.ts';

const separators = ['\t', ',', ';', '|'] as const;
/** Excel's own first line. */
const excelLine = /^sep=(.)\r?\n/i;
const maxHeader = 20_000;
const maxProblems = 100;

/** Tables with a header: CSV, TSV, and semicolons. */
export const csv: PaperFormat = { id: 'csv', label: 'table', detect, parse };

interface Table {
  readonly separator: string;
  readonly columns: readonly CsvColumn[];
  /** Where the rows begin. */
  readonly from: number;
}

/** The header in the separator that gives most columns; `undefined` for what is no table of papers. */
function tableOf(text: string): Table | undefined {
  const excel = excelLine.exec(text);
  const start = excel?.[0].length ?? 0;
  let best: Table | undefined;
  for (const separator of excel?.[1] === undefined ? separators : [excel[1]]) {
    const header = csvRows(text.slice(0, start + maxHeader), separator, start).next().value;
    if (header === undefined || header.cells.length < 2) continue;
    const columns = csvColumns(header.cells);
    if (isPaperTable(columns) && columns.length > (best?.columns.length ?? 1))
      best = { separator, columns, from: header.end };
  }
  return best;
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
  const problems: Problem[] = [];
  if (table === undefined) return { records, problems };
  const lines = new LineIndex(text);
  let uneven = 0;
  for (const { start, end, cells } of csvRows(text, table.separator, table.from)) {
    const range = lines.rangeOf(start, end);
    const record = rowRecord(cells, table.columns, range);
    if (record !== undefined) records.push(record);
    else if (cells.some((cell) => cell !== '') && problems.length < maxProblems) problems.push(untitled(range));
    if (cells.length > table.columns.length) {
      uneven += 1;
      if (uneven === 1) problems.push(unevenRow(range, cells.length, table.columns.length));
    }
  }
  return { records, problems };
}

function rowRecord(cells: readonly string[], columns: readonly CsvColumn[], range: Range): PaperRecord | undefined {
  const draft = new RecordDraft();
  const values = new Map<CsvField, string>();
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? '';
    if (cell === '') continue;
    if (column.kind === 'field') values.set(column.field, cell);
    else if (column.kind === 'variable') draft.variable(column.variable, plainLine(cell));
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
  draft.keywords(keywordsOf(value('keywords')));
  const key = value('key') || (/citation key:\s*(\S+)/i.exec(value('extra').slice(0, 5_000))?.[1] ?? '');
  if (/^\S{1,300}$/.test(key)) draft.key = key;
  if (value('type') !== '') draft.other('type', plainLine(value('type')));
  return draft.build(range, range);
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

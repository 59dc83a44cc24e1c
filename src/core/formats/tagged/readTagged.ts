import type { PaperRecord } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import type { Range } from '../../text/position.ts';
import type { ParsedPaperFile } from '../paperFormat.ts';
import { ProblemList } from '../problemList.ts';
import { TaggedFields } from './taggedFields.ts';
import { scanTagRecords, type TagDialect } from './tagLines.ts';

/** What is said of a file with text but without a record: names the format and how a record begins. */
export interface NothingFound {
  readonly label: string;
  readonly begins: string;
}

/** Fields before the first record, or behind the end of one, are a record that has lost its beginning when they are this many. */
const lostRecord = 3;

/** Reads a file record by record. `read` gives `undefined` for one without a title. */
export function readTagged(
  text: string,
  dialect: TagDialect,
  { label, begins }: NothingFound,
  read: (fields: TaggedFields, range: Range) => PaperRecord | undefined,
): ParsedPaperFile {
  const lines = new LineIndex(text);
  const records: PaperRecord[] = [];
  const problems = new ProblemList();
  const scanned = scanTagRecords(text, dialect);
  for (const { start, firstEnd, end, fields, closed } of scanned) {
    const range = lines.rangeOf(start, end);
    const firstLine = lines.rangeOf(start, firstEnd);
    const rangeOf = (at: number, length: number): Range => lines.rangeOf(at, at + length);
    const record = read(new TaggedFields(fields, rangeOf), range);
    if (record !== undefined) records.push(record);
    else if (fields[0]?.tag === dialect.first || fields.length >= lostRecord) problems.add(untitled(firstLine));
    if (!closed && record !== undefined) problems.add(notEnded(firstLine, dialect.last ?? ''));
  }
  if (scanned.length === 0 && /[^\s\uFEFF]/.test(text)) problems.add(nothing(label, begins));
  return { records, problems: problems.all() };
}

function untitled(range: Range): Problem {
  const message = 'This record was left out because it has no title: add one, or remove the record.';
  return { code: 'untitled-entry', severity: 'warning', message, range };
}

function notEnded(range: Range, last: string): Problem {
  const message = `This record has no "${last}" line, so it was taken to end where the next one, or the file, does: add the line "${last}  - ".`;
  return { code: 'broken-entry', severity: 'information', message, range };
}

function nothing(label: string, begins: string): Problem {
  const start = { line: 0, character: 0 };
  return {
    code: 'no-papers',
    severity: 'information',
    message: `No record was found in this ${label} file: a record begins with a line such as "${begins}".`,
    range: { start, end: start },
  };
}

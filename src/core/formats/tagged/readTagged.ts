import type { PaperRecord } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import type { Range } from '../../text/position.ts';
import type { ParsedPaperFile } from '../paperFormat.ts';
import { scanTagRecords, type TagDialect, type TagField } from './tagLines.ts';

/** Reads a file record by record. `read` gives `undefined` for one without a title. */
export function readTagged(
  text: string,
  dialect: TagDialect,
  read: (fields: readonly TagField[], range: Range) => PaperRecord | undefined,
): ParsedPaperFile {
  const lines = new LineIndex(text);
  const records: PaperRecord[] = [];
  const problems: Problem[] = [];
  for (const { start, end, fields, closed } of scanTagRecords(text, dialect)) {
    const range = lines.rangeOf(start, end);
    const firstLine = { start: range.start, end: lines.positionAt(Math.min(end, start + 80)) };
    const record = read(fields, range);
    if (record !== undefined) records.push(record);
    else if (fields.some(({ tag }) => tag === dialect.first) || fields.length > 2) problems.push(untitled(firstLine));
    if (!closed && record !== undefined) problems.push(notEnded(firstLine, dialect.last ?? ''));
  }
  return { records, problems };
}

function untitled(range: Range): Problem {
  const message = 'This record was left out because it has no title: add one, or remove the record.';
  return { code: 'untitled-entry', severity: 'warning', message, range };
}

function notEnded(range: Range, last: string): Problem {
  const message = `This record has no "${last}" line, so it was taken to end before the next one: add it.`;
  return { code: 'broken-entry', severity: 'information', message, range };
}

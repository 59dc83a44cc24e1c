import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePaperFile } from '../../../../src/core/formats/parsePaperFile.ts';
import type { Range } from '../../../../src/core/text/position.ts';

/** The text of a file of the fixtures. */
export function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../../fixtures', name), 'utf8');
}

/** What is read from a text as a file of that name. */
export function read(text: string, name = 'a.ris') {
  const { format, records, problems } = parsePaperFile(name, text);
  const [first] = records;
  return {
    format,
    records,
    first,
    variables: first?.details?.variables ?? {},
    titles: records.map(({ title }) => title),
    problems: problems.map(({ code, range }) => `${code} ${at(range)}`),
    messages: problems.map(({ message }) => message),
  };
}

/** `line:character-line:character`, zero-based. */
export function at({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

/** The text of a range; lines as VS Code has them. */
export function textAt(text: string, { start, end }: Range): string {
  const lines = text.split(/\r\n|\n|\r/).slice(start.line, end.line + 1);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, end.character);
  lines[0] = (lines[0] ?? '').slice(start.character);
  return lines.join('\n');
}

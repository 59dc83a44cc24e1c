import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parsePaperFile } from '../../../../../src/core/formats/parsePaperFile.ts';
import type { PaperRecord } from '../../../../../src/core/paper.ts';

const lists = join(import.meta.dirname, '../../../../fixtures/lists');

/** What is known of the papers of a fixture, their places as `first line:character-last line:character`. */
export function readList(file: string, change = (text: string): string => text): readonly object[] {
  const { format, records, problems } = parsePaperFile(file, change(readFileSync(join(lists, file), 'utf8')));
  expect(format).toBe('markdown');
  expect(problems).toEqual([]);
  return records.map(known);
}

function known({ range, ...fields }: PaperRecord): object {
  const place = `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}`;
  return { place, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => isSaid(value))) };
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

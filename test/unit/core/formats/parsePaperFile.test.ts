import { expect, test } from 'vitest';
import { paperFormats } from '../../../../src/core/formats/index.ts';
import { parsePaperFile } from '../../../../src/core/formats/parsePaperFile.ts';

const list = 'Shadow Clocks\n\nWe build a clock that runs on shadows alone. It stops at night.\n';

test.each(['papers.txt', 'papers.md', 'papers', ''])('a list in %j is read as a listing', (name) => {
  const { format, records, problems } = parsePaperFile(name, list);
  expect(format).toBe('listing');
  expect(records.map(({ title }) => title)).toEqual(['Shadow Clocks']);
  expect(problems).toEqual([]);
});

test('an empty file holds no papers and says so', () => {
  const { records, problems } = parsePaperFile('papers.txt', '');
  expect(records).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(['no-papers']);
});

test('formats have ids of their own', () => {
  expect(new Set(paperFormats.map(({ id }) => id)).size).toBe(paperFormats.length);
});

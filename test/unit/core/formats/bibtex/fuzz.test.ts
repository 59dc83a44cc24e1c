import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanBibtexFile } from '../../../../../src/core/bibliography/bibtexScan.ts';
import { bibtex } from '../../../../../src/core/formats/bibtex/bibtex.ts';

const folder = join(import.meta.dirname, '../../../../fixtures/bibtex');
const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

const good =
  '\n@article{good:2024,\n  title = {A G{\\"o}od {One}},\n  author = {Lovelace, Ada and {Turing Group}},\n  year = 2024\n}\n';

const noise = fc.oneof(
  fc.constantFrom(
    '{',
    '}',
    '"',
    '@',
    '\n',
    ',',
    '=',
    '#',
    '%',
    '(',
    ')',
    '\\',
    '\r',
    '\0',
    '$',
    ' and ',
    '\n@',
    '@misc{',
    '@comment{',
  ),
  fc.constantFrom(
    '@string{a = ',
    '\n@preamble{',
    'title = {',
    ' = "',
    '},\n',
    '{{',
    '}}',
    '😀',
    '\uD800',
    '@comment{jabref-meta: grouping:',
  ),
);

/** Cuts, insertions, copies and exchanges of pieces of a file. */
const mutant = fc
  .tuple(
    fc.constantFrom(...files),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 120 }), fc.oneof(noise, fc.constant('copy'), fc.constant('swap'))), {
      maxLength: 8,
    }),
  )
  .map(([file, changes]) => {
    let text = file;
    for (const [at, length, change] of changes) {
      const from = at % (text.length + 1);
      const piece = text.slice(from, from + length);
      const rest = text.slice(from + length);
      if (change === 'copy') text = text.slice(0, from) + piece + piece + rest;
      else if (change === 'swap') text = text.slice(0, from) + rest.slice(0, length) + piece + rest.slice(length);
      // Half of the insertions take nothing away.
      else text = text.slice(0, from) + change + (at % 2 === 0 ? piece : '') + rest;
    }
    return text;
  });

test('mutated files never throw, never lose the entry behind them, and keep places in order', () => {
  fc.assert(
    fc.property(mutant, fc.constantFrom('\n', '\r\n', '\r'), (changed, eol) => {
      const text = (changed + good).replaceAll('\n', eol);
      const { records, problems } = bibtex.parse(text);
      expect(records.at(-1)).toMatchObject({
        key: 'good:2024',
        title: 'A Göod One',
        authors: ['Ada Lovelace', 'Turing Group'],
        year: 2024,
      });
      const lines = text.split(/\r\n|\n|\r/);
      let last = { line: 0, character: 0 };
      for (const { range, keyRange, title, key } of records) {
        expect(title).not.toBe('');
        expect(
          range.start.line > last.line || (range.start.line === last.line && range.start.character >= last.character),
        ).toBe(true);
        expect(lines[range.start.line]?.charAt(range.start.character)).toBe('@');
        expect(range.end.character).toBeLessThanOrEqual(lines[range.end.line]?.length ?? -1);
        last = range.end;
        if (keyRange !== undefined) {
          expect(lines[keyRange.start.line]?.slice(keyRange.start.character, keyRange.end.character)).toBe(key);
        }
      }
      for (const { range } of problems) expect(range.end.line).toBeLessThan(lines.length);
    }),
    { numRuns: 2000 },
  );
});

test('any order of the signs of BibTeX: entries lie in the text in order, faults in their entries', () => {
  const sign = fc.constantFrom(
    '@misc{',
    '@a(',
    'k,',
    't=',
    '{',
    '}',
    '"',
    '#',
    '\n',
    ' ',
    '@',
    ')',
    '%',
    'x',
    '=',
    ',',
    '\n t = {',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
      const text = signs.join('');
      let last = 0;
      for (const { start, end, fault } of scanBibtexFile(text).entries) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        if (fault !== undefined) {
          expect(fault.start).toBeGreaterThanOrEqual(start);
          expect(fault.end).toBeLessThanOrEqual(Math.max(end, fault.start + 200));
        }
        last = end;
      }
      const { records } = bibtex.parse(text + good);
      expect(records.at(-1)?.key).toBe('good:2024');
    }),
    { numRuns: 3000 },
  );
});

test('line ends of one kind or another make no difference', () => {
  for (const file of files) {
    const [unix, windows, old] = ['\n', '\r\n', '\r'].map((eol) => bibtex.parse(file.replaceAll('\n', eol)).records);
    const bare = (records: typeof unix) =>
      records?.map((record) => ({ ...record, range: undefined, keyRange: undefined }));
    expect(bare(windows)).toEqual(bare(unix));
    expect(bare(old)).toEqual(bare(unix));
  }
});

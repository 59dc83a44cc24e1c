import * as fc from 'fast-check';
import { expect } from 'vitest';
import { LineIndex } from '../../../../src/core/text/lineIndex.ts';
import type { PaperFormat, ParsedPaperFile } from '../../../../src/core/formats/paperFormat.ts';
import type { Position, Range } from '../../../../src/core/text/position.ts';
import { growth } from '../../../support/growth.ts';

const megabyte = 1_000_000;

/** Expects that eight times as much of `piece`, up to a megabyte, takes no more than its share of time. */
export function expectLinear(format: PaperFormat, name: string, head: string, piece: string): void {
  expectLinearTexts(format, name, (length) => head + piece.repeat(Math.ceil(length / piece.length)));
}

/** As `expectLinear`, for texts of about a given length, up to `size`. */
export function expectLinearTexts(
  format: PaperFormat,
  name: string,
  textOf: (length: number) => string,
  size = megabyte,
): void {
  const read = (text: string): void => {
    format.parse(text);
    format.detect(name, text.slice(0, 65_536));
  };
  // Quadratic time would be sixty-four times.
  expect(growth(textOf, read, { small: size / 8, large: size, enough: 32 })).toBeLessThan(32);
}

/** Some of the given texts with stretches taken out and noise put in. */
export function mutations(texts: readonly string[], noise: readonly string[]): fc.Arbitrary<string> {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 120 }), fc.constantFrom(...noise)), { maxLength: 6 });
  return fc.tuple(fc.constantFrom(...texts), changes).map(([text, list]) => {
    let changed = text;
    for (const [at, length, inserted] of list) {
      const from = at % (changed.length + 1);
      changed = changed.slice(0, from) + inserted + changed.slice(from + length);
    }
    return changed;
  });
}

/** Expects ranges of records that are inside the text, in order, apart, and with their keys inside. */
export function expectSoundRanges(text: string, { records, problems }: ParsedPaperFile): void {
  const lines = new LineIndex(text);
  const isPlace = ({ line, character }: Position): boolean =>
    lines.positionAt(lines.offsetOf(line) + character).line === line && lines.offsetOf(line) + character <= text.length;
  const offsets = ({ start, end }: Range): readonly [number, number] => {
    expect([isPlace(start), isPlace(end)]).toEqual([true, true]);
    return [lines.offsetOf(start.line) + start.character, lines.offsetOf(end.line) + end.character];
  };
  let last = 0;
  for (const { title, range, key, keyRange } of records) {
    const [start, end] = offsets(range);
    expect(title).not.toBe('');
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
    if (keyRange === undefined) continue;
    const [from, to] = offsets(keyRange);
    expect(text.slice(from, to)).toBe(key);
    expect([from >= start, to <= end]).toEqual([true, true]);
  }
  for (const { range } of problems) {
    const [start, end] = offsets(range);
    expect(end).toBeGreaterThanOrEqual(start);
  }
}

import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { CitationScan } from '../../../../src/core/citations/citation.ts';
import { growth } from '../../../support/growth.ts';

type Scan = (text: string) => CitationScan;

/**
 * What a scanner finds, one line a cluster: its characters, `=`, then each key as `prefix<key>suffix`, with `-` before a
 * key without its author, `^` before one that stands in the text, `?` before a cross-reference, `*` when it is only listed.
 */
export function found(scan: Scan, text: string): readonly string[] {
  return scan(text).clusters.map(({ kind, listOnly, range, items }) => {
    const keys = items.map(({ keyRange, prefix, suffix, suppressAuthor, crossReference }, index) => {
      const marks = [
        listOnly === true ? '*' : '',
        kind === 'inText' && index === 0 ? '^' : '',
        suppressAuthor ? '-' : '',
        crossReference ? '?' : '',
      ];
      return `${prefix}${marks.join('')}<${text.slice(keyRange.start, keyRange.end)}>${suffix}`;
    });
    return `${text.slice(range.start, range.end)} = ${keys.join(' ')}`;
  });
}

/** The keys in their order. */
export function keysOf(scan: Scan, text: string): readonly string[] {
  return scan(text).clusters.flatMap(({ items }) => items.map(({ key }) => key));
}

/** Each cluster by its place and keys, which nothing after its paragraph may change. */
function places(scan: Scan, text: string): readonly string[] {
  return scan(text).clusters.map(({ range, items }) =>
    [range.start, range.end, ...items.flatMap(({ keyRange, key }) => [keyRange.start, keyRange.end, key])].join(),
  );
}

/**
 * What holds of every scanner and text made of these pieces. `open`: pieces that in Markdown are text, unless something
 * after them closes them, be it paragraphs later.
 */
export function checkProperties(scan: Scan, pieces: readonly string[], open: readonly string[] = []): void {
  const common = [' ', 'word', '\n', '\n\n', '. ', '😀', 'e\u0301', '水', '\uD800', '\uFEFF'];
  const textsOf = (all: readonly string[]): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...all, ...all, ...common), { maxLength: 40 }).map((some) => some.join(''));
  const texts = textsOf([...pieces, ...open]);
  fc.assert(
    fc.property(texts, (text) => checkRanges(scan, text)),
    { numRuns: 1500 },
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(withoutEnds(found(scan, text.replaceAll('\n', '\r\n')))).toEqual(withoutEnds(found(scan, text)));
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(textsOf(pieces), texts, (text, more) => {
      const before = places(scan, `${text}\n\n`);
      expect(places(scan, `${text}\n\n${more}`).slice(0, before.length)).toEqual(before);
    }),
    { numRuns: 1000 },
  );
}

function withoutEnds(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/\s+/g, ' '));
}

function checkRanges(scan: Scan, text: string): void {
  const { clusters, opaque, paragraphs } = scan(text);
  const open: number[] = [];
  let [start, opaqueEnd, paragraphEnd] = [0, 0, 0];
  for (const { range, items, bracket } of clusters) {
    expect(range.start).toBeGreaterThanOrEqual(start);
    start = range.start;
    // Apart from each other, or one inside the other.
    while ((open.at(-1) ?? Infinity) <= range.start) open.pop();
    expect(range.end).toBeLessThanOrEqual(open.at(-1) ?? text.length);
    open.push(range.end);
    expect(items.length).toBeGreaterThan(0);
    let key = range.start;
    for (const item of items) {
      expect(text.slice(item.keyRange.start, item.keyRange.end)).toBe(item.key);
      expect(item.key).toMatch(/^\S+$/u);
      expect(item.keyRange.start).toBeGreaterThanOrEqual(key);
      key = item.keyRange.end;
      expect(item.range.start).toBeLessThanOrEqual(item.keyRange.start);
      expect(item.range.end).toBeGreaterThanOrEqual(item.keyRange.end);
    }
    expect(key).toBeLessThanOrEqual(range.end);
    if (bracket !== undefined) {
      expect(bracket.start).toBeGreaterThanOrEqual(range.start);
      expect(bracket.end).toBeLessThanOrEqual(range.end);
    }
  }
  const keyStarts = clusters.flatMap(({ items }) => items.map(({ keyRange }) => keyRange.start));
  expect(new Set(keyStarts).size).toBe(keyStarts.length);
  for (const one of opaque) {
    expect(one.start).toBeGreaterThanOrEqual(opaqueEnd);
    expect(one.end).toBeGreaterThanOrEqual(one.start);
    opaqueEnd = one.end;
  }
  for (const one of paragraphs) {
    expect(one.start).toBeGreaterThanOrEqual(paragraphEnd);
    paragraphEnd = one.end;
  }
  expect(Math.max(opaqueEnd, paragraphEnd)).toBeLessThanOrEqual(text.length);
}

/** Fails when 16 times as much of `piece` takes far more than 16 times as long: linear is 16, quadratic 256. */
export function checkLinear(scan: Scan, piece: string): void {
  const repeat = (length: number): string => piece.repeat(Math.ceil(length / piece.length));
  // Sixteen times the text: linear is 16, quadratic 256.
  expect(growth(repeat, scan, { small: 20_000, large: 320_000, enough: 100 })).toBeLessThan(100);
}

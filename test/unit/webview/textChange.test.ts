import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { changeBetween, changesBetween, mapOffset } from '../../../src/webview/textChange.ts';

const words = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁', 'é'), maxLength: 30 });
const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text);

const applied = (before: string, after: string): string => {
  let text = before;
  for (const { start, end, text: put } of changesBetween(before, after).toReversed()) {
    text = text.slice(0, start) + put + text.slice(end);
  }
  return text;
};

describe('changeBetween', () => {
  test('finds the smallest replacement', () => {
    expect(changeBetween('one two three', 'one 2 three')).toEqual({ start: 4, end: 7, text: '2' });
    expect(changeBetween('aaa', 'aaaa')).toEqual({ start: 3, end: 3, text: 'a' });
    expect(changeBetween('same', 'same')).toEqual({ start: 4, end: 4, text: '' });
  });

  test('never cuts a surrogate pair', () => {
    expect(changeBetween('a😀b', 'a😁b')).toEqual({ start: 1, end: 3, text: '😁' });
    // U+1F600 and U+1FA00 have the low half in common.
    expect(changeBetween('a\u{1F600}', 'a\u{1FA00}')).toEqual({ start: 1, end: 3, text: '\u{1FA00}' });
  });

  test('applied to the one text gives the other', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const change = changeBetween(before, after);
        expect(before.slice(0, change.start) + change.text + before.slice(change.end)).toBe(after);
        expect(isWellFormed(change.text)).toBe(true);
      }),
    );
  });
});

describe('mapOffset', () => {
  test('keeps the caret at its place in the text', () => {
    const change = changeBetween('one two three', 'one 2 three');
    expect([0, 4, 5, 7, 13].map((offset) => mapOffset(offset, change))).toEqual([0, 4, 5, 5, 11]);
  });
});

describe('changesBetween', () => {
  test('leaves alone what stands between two changed places', () => {
    expect(changesBetween('a\nb\nc\nd\n', 'A\nb\nc\nD\n')).toEqual([
      { start: 0, end: 1, text: 'A' },
      { start: 6, end: 7, text: 'D' },
    ]);
    expect(changesBetween('x\none\n', 'zero\nx\none\ntwo\n')).toEqual([
      { start: 0, end: 0, text: 'zero\n' },
      { start: 6, end: 6, text: 'two\n' },
    ]);
    expect(changesBetween('same', 'same')).toEqual([]);
  });

  test('applied to the one text give the other, apart and ascending', () => {
    const lines = fc
      .array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', '😀\n', '😁\n', 'end'), { maxLength: 14 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        expect(applied(before, after)).toBe(after);
        let last = -1;
        for (const { start, end, text } of changesBetween(before, after)) {
          expect(start).toBeGreaterThan(last);
          expect(isWellFormed(text)).toBe(true);
          last = end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

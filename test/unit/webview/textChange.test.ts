import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { changeBetween, mapOffset } from '../../../src/webview/textChange.ts';

const words = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁', 'é'), maxLength: 30 });
const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text);

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

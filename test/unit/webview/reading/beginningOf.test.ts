import { describe, expect, test } from 'vitest';

import { beginningOf } from '../../../../src/webview/reading/abstractView.ts';

describe('the beginning of an abstract', () => {
  test('is all of it up to 20,000 characters', () => {
    const whole = 'x'.repeat(20_000);
    expect(beginningOf(whole)).toBe(whole);
  });

  test('ends with a word', () => {
    expect(beginningOf('word '.repeat(5000))).toBe(`${'word '.repeat(4000).trimEnd()} …`);
  });

  test('is cut anywhere in a text without spaces', () => {
    expect(beginningOf(`a ${'字'.repeat(30_000)}`)).toBe(`a ${'字'.repeat(19_998)} …`);
  });
});

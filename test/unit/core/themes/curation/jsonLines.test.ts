import { expect, test } from 'vitest';
import { lineBreakAfter } from '../../../../../src/core/themes/curation/jsonLines.ts';

function breakIn(text: string): number | undefined {
  return lineBreakAfter(text, 0, text.length);
}

test('the next line break stands after white space and whole comments only', () => {
  expect(breakIn(' /* a */ \n')).toBe(9);
  expect(breakIn(' // a\n')).toBe(5);
  expect(breakIn(' "a"\n')).toBeUndefined();
});

test('a comment that never ends has no line break after it', () => {
  expect(breakIn('  /* open\n')).toBeUndefined();
});

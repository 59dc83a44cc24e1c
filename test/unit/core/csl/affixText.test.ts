import { expect, test } from 'vitest';
import { affixText } from '../../../../src/core/csl/affixText.ts';

test.each([
  ['see *also* and __not__ _this_', 'see <i>also</i> and <b>not</b> <i>this</i>'],
  ['**a *b* c**', '<b>a <i>b</i> c</b>'],
  [String.raw`\*no\* \[1\]`, '*no* [1]'],
  ['the `x_y_z` and ``a`b``', 'the x_y_z and a`b'],
  ['a -- b --- c... - d', 'a – b — c… - d'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['see\n  this', 'see this'],
  ['<b>', '<b>'],
  ['', ''],
])('%j', (markdown, text) => {
  expect(affixText(markdown)).toBe(text);
});

test('a very long one takes no time', () => {
  const long = '**a '.repeat(50_000);
  expect(affixText(long)).toBe(long);
});

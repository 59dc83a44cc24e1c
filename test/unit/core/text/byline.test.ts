import { expect, test } from 'vitest';
import { byline } from '../../../../src/core/text/byline.ts';

test.each([
  [[], undefined, ''],
  [[], 2023, '2023'],
  [['Grace Hopper'], 1952, 'Hopper, 1952'],
  [['Hopper, Grace', 'Alan M. Turing'], undefined, 'Hopper and Turing'],
  [['A One', 'B Two', 'C Three'], 2024, 'One et al., 2024'],
])('%j %s gives %s', (authors, year, expected) => {
  expect(byline({ authors, year })).toBe(expected);
});

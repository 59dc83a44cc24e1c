import { expect, test } from 'vitest';
import { locatorSuffix } from '../../../../../src/core/citations/write/locatorSuffix.ts';

test.each([
  ['3', 'pandoc', ', p. 3'],
  [' 3-5 ', 'pandoc', ', pp. 3-5'],
  ['3, 7–9', 'pandoc', ', pp. 3, 7-9'],
  ['chap. 2', 'pandoc', ', chap. 2'],
  [', chap. 2', 'pandoc', ', chap. 2'],
  ['3', 'latex', ', p.~3'],
  ['3 - 5', 'latex', ', pp.~3--5'],
  ['3--5', 'typst', ', pp.~3–5'],
  ['  ', 'latex', ''],
])('%j in %s is %j', (typed, syntax, suffix) => {
  expect(locatorSuffix(typed, syntax)).toBe(suffix);
});

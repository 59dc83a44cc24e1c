import { expect, test } from 'vitest';
import { themeCount } from '../../../../src/core/themes/grouping.ts';

test.each([
  [0, 0],
  [1, 0],
  [4, 2],
  [28, 7],
  [300, 13],
  [1_000, 17],
  [10_000, 32],
  [100_000, 40],
])('%i papers are wanted in %i themes', (papers, themes) => {
  expect(themeCount(papers)).toBe(themes);
});

test('more papers are never wanted in fewer themes', () => {
  for (let papers = 1; papers < 3_000; papers += 1) {
    expect(themeCount(papers)).toBeGreaterThanOrEqual(themeCount(papers - 1));
  }
});

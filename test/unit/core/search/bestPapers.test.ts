import { expect, test } from 'vitest';
import { BestPapers } from '../../../../src/core/search/bestPapers.ts';

const byNumber = (a: number, b: number): number => a - b;

test('the best, of equal ones the first', () => {
  const best = new BestPapers(3, byNumber);
  for (const [paper, score] of [
    [5, 1],
    [4, 2],
    [3, 1],
    [2, 0.5],
    [1, 1],
  ] as const) {
    best.add(paper, score);
  }
  expect(best.sorted()).toEqual([
    [4, 2],
    [1, 1],
    [3, 1],
  ]);
});

test('a score that is rounded up to the worst one is not below the threshold', () => {
  const best = new BestPapers(1, byNumber);
  const score = 0.3008306;
  best.add(2, score);
  expect(best.sorted()).toEqual([[2, 0.300831]]);
  expect(score).toBeGreaterThanOrEqual(best.threshold);
  expect(0.3008).toBeLessThan(best.threshold);
  best.add(1, score);
  expect(best.sorted()).toEqual([[1, 0.300831]]);
});

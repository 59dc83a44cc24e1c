import { expect, test } from 'vitest';
import { mean, mrr, percentiles, quantile, recallAtTen, short, spread } from '../../support/statistics.ts';

const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);

test('quantiles are values that occur', () => {
  expect([0, 0.5, 0.95, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([1, 51, 96, 100, 100]);
  expect(quantile([7], 0.5)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

test('the mean', () => {
  expect(mean([1, 2, 6])).toBe(3);
});

test('numbers are printed with the digits that matter', () => {
  expect([0.01234, 0.1234, 1.234, 12.34, 123.4, 1234, Number.NaN].map(short)).toEqual([
    '0.012',
    '0.12',
    '1.2',
    '12.3',
    '123',
    '1234',
    '-',
  ]);
  expect(percentiles(hundred)).toBe('51.0/96.0/100');
  expect(percentiles([])).toBe('-');
  expect(spread([3000, 1000, 2000], 1000)).toBe('2.0 (1.0-3.0)');
  expect(spread([5])).toBe('5.0');
  expect(spread([])).toBe('-');
});

test('a paper that is first counts 1, the second one half, one that is not found nothing', () => {
  expect(mrr([1, 2, 0, 4])).toBe((1 + 0.5 + 0 + 0.25) / 4);
});

test('the tenth place is among the first ten, the eleventh is not', () => {
  expect(recallAtTen([1, 10, 11, 0])).toBe(0.5);
});

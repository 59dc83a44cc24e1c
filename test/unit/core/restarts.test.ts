import { expect, test } from 'vitest';
import { Restarts } from '../../../src/core/restarts.ts';

const minute = 60_000;

test('once, and anew after ten good minutes', () => {
  const restarts = new Restarts();
  expect(restarts.mayRestart(0)).toBe(true);
  expect(restarts.mayRestart(minute)).toBe(false);
  // Ten minutes count from the last failure.
  expect(restarts.mayRestart(10 * minute)).toBe(false);
  expect(restarts.mayRestart(20 * minute)).toBe(true);
  expect(restarts.mayRestart(20 * minute + 1)).toBe(false);
});

test('a start on purpose forgets what was', () => {
  const restarts = new Restarts();
  expect(restarts.mayRestart(5)).toBe(true);
  restarts.reset();
  expect(restarts.mayRestart(6)).toBe(true);
  expect(restarts.mayRestart(7)).toBe(false);
});

import { expect, test } from 'vitest';
import { openedAt, parseOpenedTimes, withOpening, withOtherKey } from '../../../../src/core/reading/openedTimes.ts';

test('what was opened last is last; its older keys leave, and only so many are kept', () => {
  let times = parseOpenedTimes([
    ['a', 1],
    ['old', 2],
    ['c', 3],
  ]);
  times = withOpening(times, { key: 'new', aliases: ['old'] }, { time: 9, most: 3 });
  expect([...times]).toEqual([
    ['a', 1],
    ['c', 3],
    ['new', 9],
  ]);
  expect([...withOpening(times, { key: 'd' }, { time: 10, most: 2 })]).toEqual([
    ['new', 9],
    ['d', 10],
  ]);
});

test('a paper was opened when any of its keys was', () => {
  const times = parseOpenedTimes([
    ['old', 5],
    ['new', 3],
  ]);
  expect(openedAt(times, { key: 'new', aliases: ['old'] })).toBe(5);
  expect(openedAt(times, { key: 'new' })).toBe(3);
  expect(openedAt(times, { key: 'other' })).toBeUndefined();
});

test.each([
  [undefined],
  [{}],
  [['a']],
  [[['a']]],
  [[['a', '1']]],
  [[['a', -1]]],
  [[['a', 1.5]]],
  [[[1, 1]]],
  [[['a', 1, 2]]],
])('%j holds no times', (stored) => {
  expect([...parseOpenedTimes(stored)]).toEqual([]);
});

test('another key of a paper has its time, at its place', () => {
  const times = new Map([
    ['a', 1],
    ['b', 2],
  ]);
  expect([...withOtherKey(times, 'a', 'x')]).toEqual([
    ['x', 1],
    ['b', 2],
  ]);
  expect([...withOtherKey(times, 'z', 'y')]).toEqual([...times]);
});

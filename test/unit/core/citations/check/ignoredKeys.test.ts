import { expect, test } from 'vitest';
import { ignoredKeys } from '../../../../../src/core/citations/check/ignoredKeys.ts';

test.each([
  [['doe2020'], 'doe2020', true],
  [['doe2020'], 'Doe2020', false],
  [['doe2020'], 'doe2020a', false],
  [['todo*'], 'todo', true],
  [['todo*'], 'todo-1', true],
  [['todo*'], 'my-todo', false],
  [['*:x*y'], 'a:x1y', true],
  [['*:x*y'], 'a:xy', true],
  [['*:x*y'], 'a:y', false],
  [['ab*ba'], 'aba', false],
  [['a*'], '', false],
  [['*'], 'anything', true],
  [['a.*'], 'ab', false],
  [[], 'a', false],
])('%j ignore %s: %s', (named, key, isIgnored) => {
  expect(ignoredKeys(named)(key)).toBe(isIgnored);
});

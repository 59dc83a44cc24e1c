import { describe, expect, test } from 'vitest';
import { narrows, parseQuery, withJoinedCompounds } from '../../../../src/core/search/searchQuery.ts';

describe('parseQuery', () => {
  test.each([
    ['Deep learn', ['deep', 'learn'], true],
    ['Deep learn ', ['deep', 'learn'], false],
    ['learn (', ['learn'], false],
    ['attention is all you need', ['attention', 'need'], true],
    ['attention is', ['attention'], false],
    ['the', ['the'], true],
    ['to be or ', ['to', 'be', 'or'], false],
    ['deep deep', ['deep'], true],
    ['强化学', ['强化', '化学'], true],
    ['强', ['强'], true],
  ])('%s', (text, terms, open) => {
    expect(parseQuery(text)).toMatchObject({ terms, open });
  });

  test('the phrase keeps function words', () => {
    expect(parseQuery(' Attention IS all')?.phrase).toBe('attention is all');
  });

  test('long queries are cut', () => {
    expect(parseQuery(Array.from({ length: 40 }, (_, n) => `w${String(n)}`).join(' '))?.terms).toHaveLength(12);
    expect(parseQuery(`${' '.repeat(5)}${'ab '.repeat(500)}`)?.phrase.length).toBeLessThanOrEqual(200);
    expect(parseQuery(' - ')).toBeUndefined();
  });

  test('compounds', () => {
    expect(withJoinedCompounds('pre-training of GPT-4o')?.terms).toEqual(['pretraining', 'gpt4o']);
    expect(withJoinedCompounds('no compound - here')).toBeUndefined();
  });
});

test.each([
  ['dee', 'deep', true],
  ['deep', 'deep l', true],
  ['deep l', 'deep lea', true],
  ['deep ', 'deeper', false],
  ['deep ', 'deep', false],
  ['deep', 'deep ', true],
  ['deep lea', 'deep', false],
  ['deep lea', 'lea', false],
])('after %j, %j looks only there: %s', (earlier, later, expected) => {
  const [a, b] = [parseQuery(earlier), parseQuery(later)];
  expect(a !== undefined && b !== undefined && narrows(b, a)).toBe(expected);
});

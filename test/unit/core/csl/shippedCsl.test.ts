import { expect, test } from 'vitest';
import { isShippedStyle, localeOf } from '../../../../src/core/csl/shippedCsl.ts';

test.each([
  ['de', 'de-DE'],
  ['de-AT', 'de-DE'],
  ['EN_gb', 'en-GB'],
  ['en', 'en-US'],
  ['pt-PT', 'pt-BR'],
  [' fr ', 'fr-FR'],
  ['zh-Hans', 'zh-CN'],
  ['tlh', undefined],
  ['', undefined],
  ['d', undefined],
])('the locale of %j is %s', (language, locale) => {
  expect(localeOf(language)).toBe(locale);
});

test('only names of styles are names of styles', () => {
  expect(isShippedStyle('ieee')).toBe(true);
  expect(isShippedStyle('toString')).toBe(false);
  expect(isShippedStyle('../ieee')).toBe(false);
});

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLocator } from '../../../../src/core/citations/locator.ts';
import type { CslNode } from '../../../../src/core/csl/cslNode.ts';
import { locatorTermsOf, ownLocales } from '../../../../src/core/csl/locatorTerms.ts';
import { readCsl } from '../../../../src/core/csl/readCsl.ts';

const terms = new Map([
  ['p.', 'page'],
  ['pp.', 'page'],
  ['page', 'page'],
  ['pages', 'page'],
  ['chap.', 'chapter'],
  ['chapter', 'chapter'],
  ['sec.', 'section'],
  ['§', 'section'],
  ['sub verbo', 'sub-verbo'],
  ['seite', 'page'],
]);

const locator = (label: string, text: string, rest = '') => ({ locator: { label, text }, rest });
const none = (rest: string) => ({ locator: undefined, rest });

describe('a locator', () => {
  // What pandoc 2.17 makes of the same is compared in test/repo/cslPandoc.test.ts.
  test.each([
    [', p. 3', locator('page', '3')],
    [', pp. 33-35, 38-39 and passim', locator('page', '33-35, 38-39', ' and passim')],
    [', 33', locator('page', '33')],
    ['p.3', locator('page', '3')],
    [', Chapter iv', locator('chapter', 'iv')],
    [', § 3a', locator('section', '3a')],
    [', sub verbo 4', locator('sub-verbo', '4')],
    [', p. (a)(iv)', locator('page', '(a)(iv)')],
    [', 34(1)(i), x', locator('page', '34(1)(i)', ', x')],
    [', 12:33', locator('page', '12:33')],
    [', pages [17]-[18]', locator('page', '[17]-[18]')],
    [', sec. 1.2.3. Then', locator('section', '1.2.3', '. Then')],
    [', p. 3; 4', locator('page', '3; 4')],
    [', Seite 5', locator('page', '5')],
    [',  p.\n 7', locator('page', '7')],
    ['{chap. 4, whatever} more', locator('chapter', '4, whatever', ' more')],
    [', {p. iv {x}, [y]}', locator('page', 'iv {x}, [y]')],
    [', {anything}', locator('page', 'anything')],
    [', {}', none('')],
    [', see', none(', see')],
    [', p. see', none(', p. see')],
    [', iv', none(', iv')],
    [', 3(x', none(', 3(x')],
    [', {p. 4', none(', {p. 4')],
    ['', none('')],
  ])('%j', (suffix, expected) => {
    expect(readLocator(suffix, terms)).toEqual(expected);
  });

  test('is found in any text without a fault, and nothing after it is lost', () => {
    const word = fc.constantFrom(
      'p.',
      'pp',
      ' ',
      ',',
      '3',
      'iv',
      '(',
      ')',
      '{',
      '}',
      '[',
      ']',
      '.',
      'x',
      '-',
      ':',
      '\u00A0',
      'é',
      '😀',
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const suffix = words.join('');
        const read = readLocator(suffix, terms);
        expect(suffix.replace(/\s+/g, ' ').endsWith(read.rest.replace(/\s+/g, ' '))).toBe(true);
      }),
    );
  });

  test('is looked for in linear time', () => {
    expect(readLocator(`, p. ${'('.repeat(100_000)}`, terms).locator).toBeUndefined();
    expect(readLocator(`, ${'p. '.repeat(100_000)}`, terms).locator).toBeUndefined();
    expect(readLocator(`, {${'['.repeat(100_000)}`, terms).locator).toBeUndefined();
    expect(readLocator(`, ${'3, '.repeat(30_000)}`, terms).locator?.text).toHaveLength(89_998);
  });
});

describe('the terms of locators', () => {
  const locale = tree(`<locale><terms>
    <term name="page"><single>Seite</single><multiple>Seiten</multiple></term>
    <term name="page" form="short">S.</term>
    <term name="chapter" form="short">S.</term>
    <term name="editor">Herausgeber</term>
    <term name="line"/>
  </terms></locale>`);

  test('are those of what can be counted, in lower case, the first of equal ones', () => {
    expect([...locatorTermsOf([locale])]).toEqual([
      ['seite', 'page'],
      ['seiten', 'page'],
      ['s.', 'page'],
    ]);
  });

  test('are also those of the style in that language', () => {
    const style = tree(`<style>
      <locale xml:lang="en"><terms><term name="page">pg</term></terms></locale>
      <locale xml:lang="de"><terms><term name="chapter">Kap.</term></terms></locale>
      <locale><terms><term name="verse">V.</term></terms></locale>
    </style>`);
    const keys = (language: string) => [...locatorTermsOf([...ownLocales(style, language), locale]).keys()];
    expect(keys('de-DE')).toEqual(['kap.', 'v.', 'seite', 'seiten', 's.']);
    expect(keys('en-US').slice(0, 2)).toEqual(['pg', 'v.']);
  });
});

function tree(source: string): CslNode {
  const read = readCsl(source);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

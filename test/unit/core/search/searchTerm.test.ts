import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchTerm, type TermField } from '../../../../src/core/search/searchTerm.ts';

describe('a term for a field', () => {
  test.each<[TermField, string, string]>([
    ['author', 'Ada King', 'author:"Ada King"'],
    ['author', 'Jean-Luc  O’Neill, Jr.', 'author:"Jean-Luc O’Neill, Jr."'],
    ['venue', 'Proc. of the 3rd Workshop: A/B', 'venue:"Proc. of the 3rd Workshop: A/B"'],
    ['keyword', '-negated', 'keyword:"-negated"'],
    ['theme', 'Other', 'theme:"Other"'],
    ['year', '2024', 'year:2024'],
    ['author', 'نور الهاشمي', 'author:"نور الهاشمي"'],
  ])('%s %j', (field, value, expected) => {
    expect(searchTerm(field, value)).toBe(expected);
  });

  test.each([
    ['William "Bill" Gates', 'author:"William Bill Gates"'],
    ['x" is:cited author:"y', 'author:"x is:cited author: y"'],
    ['“Curly” „low‟ «angle» ＂wide＂ 〝prime〞', 'author:"Curly low angle wide prime"'],
    ['two\nlines\tand\u0000more', 'author:"two lines and more"'],
    ['back\\" slash', 'author:"back\\ slash"'],
    ['zero\u200Bwidth\u202E', 'author:"zerowidth"'],
  ])('quotes and invisible characters never end it: %j', (value, expected) => {
    expect(searchTerm('author', value)).toBe(expected);
  });

  test('nothing left is no term', () => {
    expect(searchTerm('author', ' "" \n')).toBe('');
    expect(searchTerm('keyword', '')).toBe('');
    expect(searchTerm('year', 'NaN')).toBe('');
    expect(searchTerm('year', '-2015')).toBe('');
  });

  test('a long value is cut at a word, and never within a character', () => {
    const words = 'abcde '.repeat(50).trim();
    expect(searchTerm('venue', words)).toBe(`venue:"${'abcde '.repeat(20).trim()}"`);
    expect(searchTerm('venue', `${'a'.repeat(119)}𝒳${'b'.repeat(9)}`)).toBe(`venue:"${'a'.repeat(119)}"`);
  });

  test('any value gives one closed term of one line', () => {
    const fields = fc.constantFrom<TermField>('author', 'venue', 'keyword', 'theme');
    fc.assert(
      fc.property(fields, fc.string({ unit: 'binary', maxLength: 400 }), (field, value) => {
        const term = searchTerm(field, value);
        if (term === '') return;
        expect(term.startsWith(`${field}:"`)).toBe(true);
        expect(term.indexOf('"', field.length + 2)).toBe(term.length - 1);
        expect(term).not.toMatch(/[\r\n\t]/);
        expect(term.length).toBeLessThanOrEqual(field.length + 123);
      }),
    );
  });
});

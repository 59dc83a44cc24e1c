import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForm } from '../../../../src/core/themes/form.ts';
import { Lexicon } from '../../../../src/core/themes/lexicon.ts';
import { TextWords } from '../../../../src/core/themes/textWords.ts';
import { tokensOf } from '../../../../src/core/themes/tokenise.ts';
import { isUnspaced } from '../../../../src/core/themes/unspaced.ts';

const anyWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-\u2010\u2011]*/gu;

/** The words of a text by the pattern alone, each with whether only white space joins it to the one before. */
function byPattern(text: string): readonly (readonly [surface: string, joined: boolean])[] {
  let end = 0;
  return [...text.matchAll(anyWord)].flatMap(({ 0: written, index }): (readonly [string, boolean])[] => {
    const between = text.slice(end, index);
    const joined = end > 0 && between !== '' && between.trim() === '';
    end = index + written.length;
    const form = readForm(written);
    return form === undefined ? [] : [[form.surface, joined]];
  });
}

const pieces = constantFrom(
  'graph',
  'Few-Shot',
  'LLM’s',
  "can't",
  'naïve',
  'Größe',
  'не',
  '2024',
  '3D',
  'a',
  'e\u0301té',
  '𝒜b',
  'x\u2010y',
  ' ',
  '  ',
  '\n',
  '\u00A0',
  '\u2009',
  '\u3000',
  ' — ',
  '—',
  '–',
  ', ',
  '. ',
  '“',
  '”',
  '’',
  '-',
  "'",
  '\u200B',
  '·',
  '😀',
);

describe('TextWords', () => {
  test('finds the words that the pattern for all scripts finds', () => {
    assert(
      property(array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(tokensOf(text).map(({ surface, joined }) => [surface, joined])).toEqual(byPattern(text));
      }),
      { numRuns: 500 },
    );
  });

  test('a number, a dash and a line break beyond ASCII', () => {
    expect(tokensOf('Zwei—drei\u2028vier 5 fünf').map(({ surface, joined }) => [surface, joined])).toEqual([
      ['Zwei', false],
      ['drei', false],
      ['vier', true],
      ['fünf', true],
    ]);
  });

  test('a text that grows when formulas are left out is read to its end', () => {
    const text = `${'$$'.repeat(6_000)} last`;
    expect(tokensOf(text).map(({ surface }) => surface)).toEqual(['last']);
  });
});

describe('Lexicon', () => {
  test('tells words apart that have the same hash', () => {
    const lexicon = new Lexicon();
    const words = new TextWords();
    // 31 times A and a is 31 times B and B.
    words.read('Aa BB Aa BB AaBB BBAa', lexicon);
    const surfaces = [...words.forms.subarray(0, words.count)].map((form) => lexicon.tokenOf(form, 0)?.surface);
    expect(surfaces).toEqual(['Aa', 'BB', 'Aa', 'BB', 'AaBB', 'BBAa']);
    expect(lexicon.size).toBe(4);
  });

  test('a word has one number, however often and wherever it is met', () => {
    const lexicon = new Lexicon();
    const words = new TextWords();
    const many = Array.from({ length: 5_000 }, (_, at) => `word${String(at)}x`).join(' ');
    const numbers = (): number[] => [...words.forms.subarray(0, words.count)];
    words.read(many.slice(0, 20_000), lexicon);
    const first = numbers();
    words.read(`Other, ${many.slice(0, 19_000)}`, lexicon);
    expect(numbers().slice(1, 1_500)).toEqual(first.slice(0, 1_499));
  });

  test('counts the terms of one paper after the other', () => {
    const lexicon = new Lexicon();
    const words = new TextWords();
    const counted = (text: string): (readonly [string, number])[] => {
      words.read(text, lexicon);
      for (const form of words.forms.subarray(0, words.count)) lexicon.count(form, 2);
      const counts: (readonly [string, number])[] = [];
      lexicon.takeCounts((term, count) => counts.push([lexicon.termOf(term), count]));
      return counts;
    };
    expect(counted('The self-aware model of models')).toEqual([
      ['selfaware', 2],
      ['self', 2],
      ['aware', 2],
      ['model', 4],
    ]);
    expect(counted('aware of it')).toEqual([['aware', 2]]);
  });
});

test('isUnspaced: Thai, Chinese and Burmese are, Russian, Korean and mathematical letters are not', () => {
  expect(['ไทย', '图像', 'မြန်မာ', 'graph 图'].map(isUnspaced)).toEqual([true, true, true, true]);
  expect(['русский', '한국어', '𝒜', 'naïve', ''].map(isUnspaced)).toEqual([false, false, false, false, false]);
});

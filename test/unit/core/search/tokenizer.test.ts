import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { joinedCompounds, tokenize, wordsOf } from '../../../../src/core/search/tokenizer.ts';

describe('tokenize', () => {
  test.each([
    ['Deep Learning, 3D & GPT-4o!', ['deep', 'learning', '3d', 'gpt', '4o']],
    ['C++ and C# (g++)', ['c++', 'and', 'c#', 'g++']],
    ['music# abc++ x#y', ['music', 'abc', 'x', 'y']],
    ['Größe, naïve Zoë, Łódź', ['grosse', 'naive', 'zoe', 'lodz']],
    ['Zoe\u0308 İstanbul', ['zoe', 'istanbul']],
    ['ＦＵＬＬ ﬁne ½', ['full', 'fine', '1', '2']],
    ['深度学习', ['深度', '度学', '学习', '习']],
    ['用BERT做', ['用', 'bert', '做']],
    ['がんばる', ['かん', 'んは', 'はる', 'る']],
    ['обучение йод', ['обучение', 'иод']],
    ['trans\u00ADformer, trans\u200Dformer', ['transformer', 'transformer']],
    ['Ü\u00ADbung', ['ubung']],
    ['می\u200Cخواهم', ['میخواهم']],
    ['كتـــاب الكِتَابُ', ['كتاب', 'الكتاب']],
    ['שָׁלוֹם', ['שלום']],
    ['ΦΙΛΟΣ σοφός', ['φιλοσ', 'σοφοσ']],
    ['किताब की', ['किताब', 'की']],
    ['हिन्दी', ['हिनदी']],
    ['รู้', ['รู']],
    ['学\u200D习 學\uFE00', ['学习', '习', '學']],
    ['ｶﾞﾝ', ['カン', 'ン']],
    ['한국어', ['한국어'.normalize('NFD')]],
    ['Ħal STRAẞE', ['hal', 'strasse']],
    ['__proto__ a_b', ['proto', 'a', 'b']],
    ['🙂 \uD800 \u0000', []],
    ['x'.repeat(50), ['x'.repeat(40)]],
  ])('%s', (text, terms) => {
    expect(tokenize(text)).toEqual(terms);
  });

  test('the fast way for plain text gives what the other gives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        // A letter beyond ASCII sends the text the other way.
        expect(tokenize(`${text} é`)).toEqual([...tokenize(text), 'e']);
      }),
    );
  });

  test('what nobody sees within words does not matter', () => {
    const hidden = fc.constantFrom('\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u200F');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), hidden, (text, sign) => {
        const seen = text.replace(/\p{DI}/gu, '');
        const written = seen.replace(/(?<=[\p{L}\p{N}][\p{M}\uFF9E\uFF9F]*)(?=[\p{L}\p{N}])/gu, sign);
        expect(tokenize(written)).toEqual(tokenize(seen));
        expect(joinedCompounds(written)).toEqual(joinedCompounds(seen));
      }),
    );
  });

  test('words are where they say, in order, and are the terms', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const words = wordsOf(text);
        expect(words.map(({ term }) => term)).toEqual(tokenize(text));
        for (const { start, end, term } of words) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(term).not.toBe('');
        }
      }),
    );
  });

  test('linear: a hundred thousand letters, hyphens or signs', () => {
    for (const unit of ['a', 'a-', '+', 'c++', '学', '\u0301', '-']) {
      expect(tokenize(unit.repeat(100_000)).length).toBeLessThanOrEqual(100_000);
      expect(joinedCompounds(unit.repeat(100_000)).length).toBeLessThanOrEqual(100_000);
    }
  });
});

test('compounds as one word', () => {
  expect(joinedCompounds('Pre-training GPT-4o, a state-of-the-art - model; pre\u0301-entraînement')).toEqual([
    'pretraining',
    'gpt4o',
    'stateoftheart',
    'preentrainement',
  ]);
});

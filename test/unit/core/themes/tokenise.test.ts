import { describe, expect, test } from 'vitest';
import { foldWord } from '../../../../src/core/themes/foldWord.ts';
import { currentLexicon } from '../../../../src/core/themes/lexicon.ts';
import { tokensOf } from '../../../../src/core/themes/tokenise.ts';
import { countTerms } from '../../../../src/core/themes/vocabulary.ts';

function termsOf(text: string): string[] {
  const terms: string[] = [];
  const lexicon = currentLexicon();
  countTerms({ key: 'one', title: '', abstract: text }, lexicon, (term) => terms.push(lexicon.termOf(term)));
  return terms;
}

describe('tokensOf', () => {
  test('keeps what was written beside the folded form', () => {
    expect(tokensOf('Few-Shot LLMs').map(({ term, surface }) => [term, surface])).toEqual([
      ['fewshot', 'Few-Shot'],
      ['llm', 'LLMs'],
    ]);
  });

  test('says where only white space joins two words', () => {
    expect(tokensOf('Model surgery: editing, simply').map(({ joined }) => joined)).toEqual([false, true, false, false]);
  });

  test('leaves addresses, formulas and TeX commands out, and braces that keep case', () => {
    const text = 'A {B}ayesian $x^2$ bound \\emph{holds} at https://example.org/page?x=secret today';
    expect(tokensOf(text).map(({ term }) => term)).toEqual([
      'a',
      'bayesian',
      'bound',
      'holds'.slice(0, -1),
      'at',
      'today',
    ]);
  });

  test('possessives fold, contractions and numbers are no words', () => {
    expect(tokensOf("LLM's can't 2024 3D").map(({ term }) => term)).toEqual(['llm', '3d']);
  });

  test('a text of a megabyte of one letter costs nothing', () => {
    expect(tokensOf('a'.repeat(1_000_000))).toEqual([]);
    expect(tokensOf('$'.repeat(100_000))).toEqual([]);
  });
});

describe('countTerms', () => {
  test('a compound counts as a whole and by its parts', () => {
    expect(termsOf('self-awareness')).toEqual(['selfawareness', 'self', 'awareness']);
  });

  test('function words do not count', () => {
    expect(termsOf('It is always the same with models')).toEqual(['model']);
  });

  test('scripts without spaces are cut into words', () => {
    expect(termsOf('图像分割')).toEqual(['图像', '分割']);
  });
});

describe('foldWord', () => {
  test.each([
    ['models', 'model'],
    ['policies', 'policy'],
    ['classes', 'class'],
    ['approaches', 'approach'],
    ['matrices', 'matrix'],
    ['analysis', 'analysis'],
    ['bias', 'bias'],
    ['robotics', 'robotics'],
    ['series', 'series'],
    ['bayes', 'bayes'],
    ['always', 'always'],
    ['cameras', 'camera'],
    ['behaviours', 'behavior'],
    ['modelling', 'modeling'],
    ['optimisation', 'optimization'],
    ['general', 'general'],
    ['gas', 'gas'],
  ])('%s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });
});

import { describe, expect, test } from 'vitest';
import { backgroundOf, isAdjective, rarityOf } from '../../../../src/core/themes/background.ts';
import { backgroundWords } from '../../../../src/core/themes/backgroundWords.ts';
import { matchThemes } from '../../../../src/core/themes/matchThemes.ts';
import { newThemeId } from '../../../../src/core/themes/themeIds.ts';
import { vectorOf, vectorise } from '../../../../src/core/themes/vectors.ts';
import { wardGroups } from '../../../../src/core/themes/ward.ts';
import { topicPapers } from './topicPapers.ts';

function finish<T>(work: Generator<void, T, void>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

describe('background words', () => {
  test('are 3,000 in rows by frequency, small enough to ship', () => {
    expect(backgroundWords.flatMap((row) => (row === '' ? [] : row.split(' ')))).toHaveLength(3000);
    expect(backgroundWords.join('\n').length).toBeLessThan(40_000);
  });

  test('tell rare from common, nouns from verbs and modifiers', () => {
    expect(rarityOf('model')).toBeLessThan(0.2);
    expect(rarityOf('sycophancy')).toBe(1);
    expect(backgroundOf('develop').use).toBe('verb');
    expect(backgroundOf('deep').use).toBe('modifier');
    expect(backgroundOf('robot').use).toBe('noun');
    expect(backgroundOf('hexapodal').use).toBe('modifier');
    expect(['aware', 'learned', 'separately'].every(isAdjective)).toBe(true);
    expect(['refusal', 'speed', 'robot'].some(isAdjective)).toBe(false);
  });
});

describe('vectors', () => {
  test('are of length one, and a later look at the same paper gives the same direction', () => {
    const papers = topicPapers(30);
    const { vocabulary, vectors } = finish(vectorise(papers));
    const { starts, terms, values, known } = vectors;
    for (const [paper, text] of papers.entries()) {
      const [from, to] = [starts[paper] ?? 0, starts[paper + 1] ?? 0];
      const own = vectorOf(text, vocabulary);
      expect(own.terms).toEqual([...terms.subarray(from, to)]);
      expect(own.values.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1);
      for (const [at, value] of values.subarray(from, to).entries()) expect(own.values[at]).toBeCloseTo(value, 5);
      expect(own.known).toBeCloseTo(known[paper] ?? 0, 5);
    }
  });
});

describe('wardGroups', () => {
  const points = { count: 6, size: 4, starts: Uint32Array.of(0, 1, 2, 3, 4, 5, 6) };
  const terms = Uint32Array.of(0, 1, 0, 1, 2, 0);
  const vectors = { ...points, terms, values: new Float32Array(6).fill(1), known: new Float32Array(6).fill(1) };
  const all = Uint32Array.of(0, 1, 2, 3, 4, 5);

  test('puts equal papers together, numbered by first appearance', () => {
    expect([...finish(wardGroups(vectors, all, 3))]).toEqual([0, 1, 0, 1, 2, 0]);
  });

  test('never cuts between equal papers, however many groups are wanted', () => {
    expect([...finish(wardGroups(vectors, all, 6))]).toEqual([0, 1, 0, 1, 2, 0]);
  });

  test('one group holds all', () => {
    expect([...finish(wardGroups(vectors, all, 1))]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('matchThemes', () => {
  test('a theme carries on the one it shares most papers with, each old one once', () => {
    const pairs: [number, number][] = [
      [0, 1],
      [0, 1],
      [0, 0],
      [1, 0],
      [1, 0],
      [-1, 2],
    ];
    expect(matchThemes(pairs, 3)).toEqual([1, 0, undefined]);
  });

  test('a few papers of an old theme are not enough', () => {
    const scattered = Array.from({ length: 10 }, (_, at): [number, number] => [0, at < 3 ? 0 : -1]);
    expect(matchThemes(scattered, 1)).toEqual([undefined]);
    expect(matchThemes([...scattered, [0, 0], [0, 0]], 1)).toEqual([0]);
  });
});

describe('newThemeId', () => {
  test('is a slug, unique, and never the id of Other', () => {
    expect(newThemeId('Refusal and Harmfulness', new Set())).toBe('refusal-and-harmfulness');
    expect(newThemeId('SLAM', new Set(['slam', 'slam-2']))).toBe('slam-3');
    expect(newThemeId('Other', new Set())).toBe('other-2');
    expect(newThemeId('__proto__', new Set())).toBe('proto');
    expect(newThemeId('图像 · 分割', new Set())).toBe('图像-分割');
    expect(newThemeId('…', new Set())).toBe('theme');
  });
});

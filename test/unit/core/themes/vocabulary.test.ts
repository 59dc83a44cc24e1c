import { expect, test } from 'vitest';
import type { Paper } from '../../../../src/core/paper.ts';
import { vectorise } from '../../../../src/core/themes/vectors.ts';
import { emphasisOf, rarityAmong } from '../../../../src/core/themes/vocabulary.ts';
import { themePaper } from '../../../support/themeCorpus.ts';

function vectorsOf(
  papers: readonly Paper[],
): ReturnType<typeof vectorise> extends Generator<void, infer T> ? T : never {
  const work = vectorise(papers);
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

function letter(number: number): string {
  return String.fromCharCode(97 + (number % 26));
}

function word(number: number): string {
  return [1, 26, 26 ** 2, 26 ** 3].map((place) => letter(Math.floor(number / place))).join('');
}

/** Two thousand words that no other paper has. */
function rare(paper: number): string {
  return Array.from({ length: 2_000 }, (_, at) => `q${word(paper * 2_000 + at)}x`).join(' ');
}

test('more different words than are remembered: those that papers share are still known', () => {
  const papers = Array.from({ length: 40 }, (_, at) => themePaper(String(at), 'Coral reef', `${rare(at)} polyp`));
  const { vocabulary, vectors } = vectorsOf(papers);
  expect([...vocabulary.numbers.keys()]).toEqual(['coral', 'reef', 'polyp']);
  expect([...vectors.terms]).toEqual(papers.flatMap(() => [0, 1, 2]));
});

test('what papers are about counts twice what they do', () => {
  expect(['robot', 'deep', 'develop', 'reportedly'].map(emphasisOf)).toEqual([1, 1, 0.5, 0.5]);
  const papers = ['one', 'two'].map((key) => themePaper(key, 'develop robot'));
  const { vocabulary, vectors } = vectorsOf([...papers, themePaper('three', 'glacier')]);
  const valueOf = (term: string): number => {
    const number = vocabulary.numbers.get(term);
    const at = [...vectors.terms.subarray(0, vectors.starts[1])].indexOf(number ?? -1);
    return vectors.values[at] ?? 0;
  };
  expect(valueOf('robot') / valueOf('develop')).toBeCloseTo(2);
});

test('rarity counts less among few papers', () => {
  expect(rarityAmong(1, 49)).toBeCloseTo(Math.sqrt(Math.log(50)));
  expect(rarityAmong(1, 50)).toBeCloseTo(Math.log(51) ** 0.75);
  expect(rarityAmong(7, 300)).toBeGreaterThan(rarityAmong(70, 300));
});

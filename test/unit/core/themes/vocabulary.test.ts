import { expect, test } from 'vitest';
import { vectorise } from '../../../../src/core/themes/vectors.ts';
import { emphasisOf, rarityAmong } from '../../../../src/core/themes/vocabulary.ts';
import { themePaper } from '../../../support/themeCorpus.ts';

test('what papers are about counts twice what they do', () => {
  expect(['robot', 'deep', 'develop', 'reportedly'].map(emphasisOf)).toEqual([1, 1, 0.5, 0.5]);
  const papers = ['one', 'two'].map((key) => themePaper(key, 'develop robot'));
  const work = vectorise([...papers, themePaper('three', 'glacier')]);
  let step = work.next();
  while (step.done !== true) step = work.next();
  const { vocabulary, vectors } = step.value;
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

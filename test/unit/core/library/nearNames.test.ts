import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NearNames, type Named } from '../../../../src/core/library/nearNames.ts';

function namesOf(...papers: readonly (readonly [string, ...string[]])[]): NearNames<Named> {
  const names = new NearNames<Named>();
  const all = papers.map(([key, ...aliases]) => ({ key, aliases }));
  for (const _ of names.add(all));
  return names;
}

function near(names: NearNames<Named>, asked: string, limit = 5): readonly string[] {
  return names.near(asked, limit).map(({ name }) => name);
}

describe('names near an unknown key', () => {
  test('that differ in case, accents and signs alone come first, then one slip, then what goes on, then more slips', () => {
    const names = namesOf(['smith2020deep'], ['smiht2020'], ['Smith_2020'], ['smoth20200'], ['jones2020']);
    expect(near(names, 'smith2020')).toEqual(['Smith_2020', 'smiht2020', 'smith2020deep', 'smoth20200']);
    expect(near(namesOf(['Müller:2019']), 'muller2019')).toEqual(['Müller:2019']);
  });

  test('with the same digits come before those with others', () => {
    expect(near(namesOf(['smith2019'], ['smyth2020']), 'smith2020')).toEqual(['smyth2020', 'smith2019']);
  });

  test('may be aliases; a paper is named once, by the nearest of its names', () => {
    const names = namesOf(['otters-hold-hands-7k2qd', 'lee2018'], ['lee2018a', 'lee2018b']);
    expect(near(names, 'lee2018c')).toEqual(['lee2018', 'lee2018a']);
  });

  test('are also the beginning of what was asked for, unless that says hardly more than a word', () => {
    expect(near(namesOf(['smith2020'], ['smi']), 'smith2020deepLearning')).toEqual(['smith2020']);
    expect(near(namesOf(['deep']), 'deepLearningForEverything')).toEqual([]);
  });

  test('of short keys and of others in other scripts', () => {
    expect(near(namesOf(['ab'], ['ac']), 'ad')).toEqual([]);
    expect(near(namesOf(['田中2020深層'], ['鈴木2020']), '田中2020深眉')).toEqual(['田中2020深層']);
  });

  test('none for a key without letters and digits, and never more than asked for', () => {
    const names = namesOf(['alpha1'], ['alpha2'], ['alpha3'], ['---']);
    expect([near(names, '---'), near(names, 'alpha4', 2), near(names, 'alpha4', 0), near(names, 'alpha4', -1)]).toEqual(
      [[], ['alpha1', 'alpha2'], [], []],
    );
  });

  test('any key with one letter left out, doubled or swapped is found', () => {
    const key = fc.stringMatching(/^[a-z]{4,10}[0-9]{4}$/);
    const slip = fc.constantFrom('out', 'double', 'swap');
    fc.assert(
      fc.property(key, fc.nat(5), slip, (written, at, how) => {
        const [before, here, next, rest] = [
          written.slice(0, at),
          written.charAt(at),
          written.charAt(at + 1),
          written.slice(at + 2),
        ];
        const slips = {
          out: before + next + rest,
          double: before + here + here + next + rest,
          swap: before + next + here + rest,
        };
        expect(near(namesOf(['other-thing-x7'], [written]), slips[how], 1)).toEqual([written]);
      }),
    );
  });

  test('hostile keys are answered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 400 })),
        fc.string({ unit: 'binary' }),
        (keys, asked) => {
          const names = namesOf(...keys.map((key) => [key] as const));
          expect(names.near(asked, 3).length).toBeLessThanOrEqual(3);
        },
      ),
    );
  });
});

import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { withinEdits } from '../../../../../src/core/search/editDistance.ts';
import { eachSimilarTerm } from '../../../../../src/core/search/frozen/similarTerms.ts';
import { sharedBeginnings } from '../../../../../src/core/search/frozen/vocabulary.ts';

interface Asked {
  readonly max: number;
  readonly open?: boolean;
  readonly sameStart?: boolean;
}

function similar(
  words: readonly string[],
  asked: string,
  { max, open = false, sameStart = false }: Asked,
): Map<string, number> {
  const terms = [...new Set(words)].sort();
  const work = sharedBeginnings(terms);
  let step = work.next();
  while (step.done !== true) step = work.next();
  const found = new Map<string, number>();
  eachSimilarTerm({ terms, shared: step.value }, asked, { max, open, sameStart }, (term, distance) => {
    found.set(terms[term] ?? '', distance);
  });
  return found;
}

function expected(
  words: readonly string[],
  asked: string,
  { max, open = false, sameStart = false }: Asked,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const word of [...new Set(words)].sort()) {
    if (sameStart && word[0] !== asked[0]) continue;
    const forms = open ? Array.from({ length: word.length }, (_, at) => word.slice(0, at + 1)) : [word];
    const least = [0, 1, 2].find((edits) => edits <= max && forms.some((form) => withinEdits(asked, form, edits)));
    if (least !== undefined) found.set(word, least);
  }
  return found;
}

describe('terms that are like a word', () => {
  const words = ['sheep', 'sheeps', 'ship', 'shape', 'heap', 'sheer', 'seep', 'hseep', 'sheepdog', 'steep', 'sleep'];

  test('one edit: changed, missing, further and swapped letters', () => {
    expect(similar(words, 'sheep', { max: 1 })).toEqual(
      new Map([
        ['hseep', 1],
        ['seep', 1],
        ['sheep', 0],
        ['sheeps', 1],
        ['sheer', 1],
        ['sleep', 1],
        ['steep', 1],
      ]),
    );
  });

  test('of a word that goes on', () => {
    expect(similar(['transformers', 'transport'], 'transfromer', { max: 2, open: true })).toEqual(
      new Map([['transformers', 1]]),
    );
  });

  test('equal to comparing with every word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 7 });
    const options = fc.record({ max: fc.constantFrom(1, 2), open: fc.boolean(), sameStart: fc.boolean() });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), word, options, (all, asked, how) => {
        expect(similar(all, asked, how)).toEqual(expected(all, asked, how));
      }),
      { numRuns: 2000 },
    );
  });
});

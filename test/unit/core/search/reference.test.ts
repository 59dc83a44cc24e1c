import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import { paperOf, searchOver, shelf } from './papers.ts';
import { referenceSearch } from './reference.ts';

const words = [
  'deep',
  'deeper',
  'sheep',
  'sheeep',
  'learning',
  'learnt',
  'learn',
  'the',
  'of',
  'graph',
  'graphs',
  'he',
];
const text = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words), { maxLength }).map((all) => all.join(' '));
const paper = fc.record({
  key: fc.constantFrom('aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg', 'hh'),
  title: text(5),
  // One word: the boost of phrases in abstracts has tests of its own.
  abstract: text(1),
  authors: fc.array(text(2), { maxLength: 2 }),
  year: fc.constantFrom(2019, 2020),
});
const library = fc
  .uniqueArray(paper, { selector: ({ key }) => key, minLength: 1, maxLength: 8 })
  .map((papers) => papers.map(paperOf));
const query = fc
  .tuple(
    fc.array(fc.constantFrom(...words, 'shep', 'laerning', 'grpah', 'keep', '2019'), { minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([all, open]) => `${all.join(' ')}${open ? '' : ' '}`)
  // A few letters at the end are looked for in heads first.
  .filter((asked) => !/(?:^|\s)\S{1,3}$/.test(asked));

test.each([0, 3, 128])(
  'what is found, and its scores, are those of the plainest search there is (%d)',
  (maxChanges) => {
    let found = 0;
    fc.assert(
      fc.property(library, query, (papers, asked) => {
        const expected = referenceSearch(papers, asked);
        // Where nothing has all words the search goes on with any of them.
        if (expected.length === 0) return;
        found += 1;
        const hits = searchOver(papers, maxChanges).search(asked, 20);
        expect(hits.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
        for (const [at, { score }] of hits.entries()) expect(score).toBeCloseTo(expected[at]?.score ?? 0, 4);
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(50);
  },
);

test('the shelf, too', () => {
  for (const asked of ['sheep counting', 'vaswani', 'memory safety ', 'tired', 'reconstuction', 'byron 2017']) {
    const expected = referenceSearch(shelf, asked);
    expect(expected.length, asked).toBeGreaterThan(0);
    const hits = searchOver(shelf).search(asked, 20);
    expect(
      hits.map(({ key }) => key),
      asked,
    ).toEqual(expected.map(({ key }) => key));
  }
});

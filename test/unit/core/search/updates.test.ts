import { expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { LibraryDiff } from '../../../../src/core/library/libraryDiff.ts';
import type { Paper } from '../../../../src/core/paper.ts';
import type { PaperIndex } from '../../../../src/core/search/paperIndex.ts';
import type { SearchFacts } from '../../../../src/core/search/paperSearch.ts';
import { readFrozen, writeFrozen } from '../../../../src/core/search/frozen/frozenImage.ts';
import { createPaperSearch } from '../../../../src/core/search/paperIndex.ts';
import { paperOf, searchOver } from './papers.ts';

const words = [
  'deep',
  'deeper',
  'sheep',
  'learning',
  'the',
  'of',
  'graph',
  'graphs',
  '学习',
  '3d',
  'c++',
  'pre-training',
];
const text = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...words), { maxLength }).map((all) => all.join(' '));
const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'constructor', '__proto__'];
const paper = fc
  .record({
    key: fc.constantFrom(...keys),
    aliases: fc.subarray(['old-name', 'deep-7k2qd'], { maxLength: 1 }),
    title: text(4),
    abstract: text(8),
    authors: fc.array(fc.constantFrom('Ada Byron', 'Zoë Müller', 'Bo He'), { maxLength: 2 }),
    year: fc.constantFrom(undefined, 2019, 2020),
    doi: fc.constantFrom(undefined, '10.1000/x', '10.1000/y'),
    arxiv: fc.constantFrom(undefined, '1706.03762'),
    keywords: fc.array(fc.constantFrom('graph', 'deep learning'), { maxLength: 1 }),
  })
  .map(paperOf);

interface Step {
  readonly diff: LibraryDiff;
  readonly more: boolean;
  /** Steps after which the update is given up; it is done again then. */
  readonly abandonedAfter: number | undefined;
}

/** Lists as no library makes them: keys twice, removed ones that nobody knows. */
const step: fc.Arbitrary<Step> = fc.record({
  diff: fc.record({
    added: fc.array(paper, { maxLength: 4 }),
    changed: fc.array(paper, { maxLength: 3 }),
    removed: fc.array(paper, { maxLength: 3 }),
  }),
  more: fc.boolean(),
  abandonedAfter: fc.option(fc.nat({ max: 12 }), { nil: undefined, freq: 3 }),
});

const queries = [
  'deep',
  'de',
  'd',
  'deep learning',
  'deep learning ',
  'dep lerning',
  'edep',
  'sheep graph',
  '"deep learning"',
  '"the sheep"',
  '-deep sheep',
  'sheep -"of the"',
  'year:2019',
  'graph year:2020-',
  'author:byron',
  'author:mül',
  '-author:byron deep',
  'has:doi',
  '-has:abstract',
  'has:note',
  'is:cited',
  'key:old',
  'key:c',
  'theme:x',
  'pretraining',
  'pre-training',
  '10.1000/x',
  '10.1000',
  '1706.03762',
  'old-name',
  'constructor',
  '__proto__',
  '学',
  '学习',
  'c++',
  'c',
  '3d',
  'the',
  'sheep zeppelin graphs',
  'he 2019',
];
const facts: SearchFacts = {
  cited: new Set(['a', 'constructor']),
  recent: new Set(['b']),
  noted: new Set(['a', '__proto__']),
  inTheme: () => new Set(['a', 'b', 'c']),
};

/** Follows a step; asked at each breath it names only papers that there were. */
function follow(index: PaperIndex, { diff, more, abandonedAfter }: Step, known: ReadonlySet<string>): void {
  if (abandonedAfter !== undefined) {
    const abandoned = index.update(diff, { more });
    for (let steps = 0; steps < abandonedAfter && abandoned.next().done !== true; steps += 1) askAll(index, known);
  }
  const work = index.update(diff, { more });
  while (work.next().done !== true) askAll(index, known);
}

function askAll(index: PaperIndex, known: ReadonlySet<string>): void {
  for (const query of ['deep', 's', '"deep learning"', 'key:c', '10.1000/x', 'dep lerning']) {
    for (const { key } of index.search(query, 20, facts)) expect(known).toContain(key);
  }
}

function change(papers: Map<string, Paper>, { removed, changed, added }: LibraryDiff): void {
  for (const { key } of removed) papers.delete(key);
  for (const one of [...changed, ...added]) papers.set(one.key, one);
}

/** An index of an earlier session, as it comes from the disk. */
function restored(papers: readonly Paper[], maxChanges: number): PaperIndex {
  const bytes = new Uint8Array(Buffer.concat(writeFrozen(searchOver(papers, 0).frozen) ?? []));
  const frozen = readFrozen(bytes.buffer);
  const index = createPaperSearch(maxChanges);
  if (frozen !== undefined) index.restore(frozen);
  expect(index.size).toBe(new Set(papers.map(({ key }) => key)).size);
  return index;
}

const nothing: LibraryDiff = { added: [], changed: [], removed: [] };

test.each([0, 3, 128])(
  'whatever came, in parts, twice or given up, the end is a new index over the papers that are left (%d)',
  (maxChanges) => {
    fc.assert(
      fc.property(fc.array(paper, { maxLength: 8 }), fc.array(step, { maxLength: 6 }), (earlier, steps) => {
        const index = restored(earlier, maxChanges);
        const known = new Set(earlier.map(({ key }) => key));
        const papers = new Map<string, Paper>();
        for (const one of steps) {
          for (const { key } of [...one.diff.added, ...one.diff.changed]) known.add(key);
          follow(index, one, known);
          change(papers, one.diff);
        }
        follow(index, { diff: nothing, more: false, abandonedAfter: undefined }, known);
        const fresh = searchOver([...papers.values()], 0);
        expect(index.size).toBe(papers.size);
        for (const query of queries) {
          for (const limit of [1, 3, 20]) {
            expect(index.search(query, limit, facts), query).toEqual(fresh.search(query, limit, facts));
          }
        }
        const written = 'deep sheep learning graphs';
        expect(index.papersFor(written, 20)).toEqual(fresh.papersFor(written, 20));
      }),
      { numRuns: 60 },
    );
  },
);

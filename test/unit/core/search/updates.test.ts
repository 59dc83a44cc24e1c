import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { LibraryDiff } from '../../../../src/core/library/libraryDiff.ts';
import type { Paper } from '../../../../src/core/paper.ts';
import type { PaperIndex } from '../../../../src/core/search/paperIndex.ts';
import type { SearchFacts } from '../../../../src/core/search/paperSearch.ts';
import { readFrozen, writeFrozen } from '../../../../src/core/search/frozen/frozenImage.ts';
import { createPaperSearch } from '../../../../src/core/search/paperIndex.ts';
import { apply, keysFor, paperOf, searchOver, shelf } from './papers.ts';

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
  reading: new Set(['b']),
  read: new Set(['__proto__']),
  selected: new Set(['__proto__']),
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

const search = searchOver(shelf);

describe('following the library', () => {
  test('until the last step it answers with what it had', () => {
    const papers = Array.from({ length: 200 }, (_, n) =>
      paperOf({ key: `k${String(n)}`, title: `Zebra ${String(n)}` }),
    );
    const growing = searchOver(papers.slice(0, 100));
    let steps = 0;
    const work = growing.update({ added: papers.slice(100), changed: [], removed: papers.slice(0, 10) });
    while (work.next().done !== true) {
      steps += 1;
      expect(growing.search('zebra', 500)).toHaveLength(100);
    }
    expect(growing.search('zebra', 500)).toHaveLength(190);
    expect(steps).toBeGreaterThan(10);
  });

  test('few changes are taken in beside the frozen index, many not in one step', () => {
    const papers = Array.from({ length: 500 }, (_, n) =>
      paperOf({ key: `k${String(n)}`, title: `Zebra ${String(n)}` }),
    );
    const following = searchOver(papers);
    const { frozen } = following;
    const changedOnes = (count: number): readonly Paper[] =>
      papers.slice(0, count).map(({ key }) => paperOf({ key, title: `Okapi ${String(count)}` }));
    apply(following, { changed: changedOnes(40) });
    expect(following.frozen).toBe(frozen);
    expect(keysFor(following, 'okapi', 500)).toHaveLength(40);
    apply(following, { changed: changedOnes(60) });
    expect(following.frozen).not.toBe(frozen);
    expect(keysFor(following, 'okapi', 500)).toHaveLength(60);
  });

  test('to take out many papers is done in steps', () => {
    const papers = Array.from({ length: 2_000 }, (_, n) => paperOf({ key: `k${String(n)}`, title: 'Zebra' }));
    const emptied = searchOver(papers);
    const work = emptied.update({ added: [], changed: [], removed: papers });
    let steps = 0;
    while (work.next().done !== true) steps += 1;
    expect(steps).toBeGreaterThan(30);
    expect([emptied.size, emptied.search('zebra', 10)]).toEqual([0, []]);
  });

  test('a removed paper is gone, a changed one is found by its new words only', () => {
    const changing = searchOver(shelf);
    apply(changing, { removed: shelf.filter(({ key }) => key === 'old') });
    expect(keysFor(changing, 'antiquity')).toEqual([]);
    expect(keysFor(changing, 'cs/0309040')).toEqual([]);
    apply(changing, { changed: [paperOf({ key: 'three', title: 'Painting of Granaries', doi: '10.1234/g' })] });
    expect(keysFor(changing, 'granaries')).toEqual(['three']);
    expect(keysFor(changing, '10.1234/g')).toEqual(['three']);
    expect(keysFor(changing, 'reconstruction')).toEqual([]);
  });

  test('a paper that only moved is found as before', () => {
    const moving = searchOver(shelf);
    const range = { start: { line: 99, character: 0 }, end: { line: 99, character: 1 } };
    const moved = shelf.map((one): Paper => ({ ...one, sources: [{ uri: 'file:///b', range }] }));
    apply(moving, { changed: moved });
    expect(keysFor(moving, 'sheep')).toEqual(keysFor(search, 'sheep'));
  });

  test('everything goes, everything new comes', () => {
    const other = searchOver(shelf);
    apply(other, { removed: shelf, added: [paperOf({ key: 'only', title: 'Only Sheep' })] });
    expect(keysFor(other, 'sheep')).toEqual(['only']);
    apply(other, { removed: [paperOf({ key: 'only', title: 'Only Sheep' })] });
    expect(keysFor(other, 'sheep')).toEqual([]);
    expect(keysFor(other, 's')).toEqual([]);
  });

  test('unknown removals and added papers that are there already do no harm', () => {
    const odd = searchOver(shelf);
    apply(odd, { removed: [paperOf({ key: 'nobody', title: 'Nobody' })], added: shelf });
    expect(keysFor(odd, 'sheep')).toEqual(keysFor(search, 'sheep'));
  });

  test('of equal ones the first key comes first, wherever it is kept, also in an answer of one', () => {
    const names = ['b', 'c', 'd', 'e', 'f'];
    const index = createPaperSearch(3);
    apply(index, { added: names.map((key) => paperOf({ key, title: 'Qu Quokka' })) });
    apply(index, { added: [paperOf({ key: 'a', title: 'Qu Quokka' })] });
    const all = new Set([...names, 'a']);
    const liked: SearchFacts = {
      cited: all,
      recent: all,
      noted: all,
      reading: all,
      read: all,
      selected: all,
      inTheme: () => all,
    };
    for (const query of ['q', 'qu', 'quo', 'quokka', 'qukka']) {
      expect(
        index.search(query, 1, liked).map(({ key }) => key),
        query,
      ).toEqual(['a']);
    }
  });
});

import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { Paper } from '../../../../src/core/paper.ts';
import { createPaperSearch } from '../../../../src/core/search/paperIndex.ts';
import { apply, keysFor, paperOf, searchOver, shelf } from './papers.ts';

const search = searchOver(shelf);

describe('finding', () => {
  test.each([
    ['dormant', 'sleep'],
    ['dorm', 'sleep'],
    ['sheep tired', 'sleep'],
    ['tired sheep', 'sleep'],
    ['byron 2017', 'attention'],
    ['2017 vaswani', 'attention'],
    ['vaswani 2021', 'attention-later'],
    ['muller', 'sleep'],
    ['MÜLLER', 'sleep'],
    ['zoe mül', 'sleep'],
    ['pastoral comp', 'sleep'],
    ['C++', 'cpp'],
    ['c# safety', 'csharp'],
    ['GPT-4o', 'gpt'],
    ['gpt4o', 'gpt'],
    ['gpt 4o', 'gpt'],
    ['3D', 'three'],
    ['3d scenes', 'gpt'],
    ['强化学习', 'zh'],
    ['强化学', 'zh'],
    ['机器人 控制', 'zh'],
    ['画像', 'ja'],
    ['ラーニング', 'ja'],
    ['เรียนรู้', 'th'],
    ['pre-training collies', 'pretraining'],
    ['pré-training', 'pretraining'],
    ['shep\u00ADherds tired', 'sleep'],
    ['attention is all', 'attention'],
  ])('%s: %s first', (query, key) => {
    expect(keysFor(search, query)[0]).toBe(key);
  });

  test.each([
    ['dormnat', 'sleep'],
    ['dromant shepp', 'sleep'],
    ['vaswni 2017', 'attention'],
    ['antiqiuty', 'old'],
    ['reconstuction', 'three'],
  ])('a typo: %s', (query, key) => {
    expect(keysFor(search, query)[0]).toBe(key);
  });

  test('all words must match where any paper has them all; typos are for when none has', () => {
    expect(keysFor(search, 'memory safety pointers')).toEqual(['cpp']);
    expect(keysFor(search, 'sheep')).not.toContain('cpp');
  });

  test('with typos in several words all of them must still match', () => {
    expect(keysFor(search, 'atention shephrds')).toEqual(['attention']);
  });

  test('function words are looked for in titles, not in abstracts', () => {
    expect(keysFor(search, 'that ')).toEqual([]);
    expect(keysFor(search, 'is ')).toEqual(expect.arrayContaining(['attention']));
    expect(keysFor(search, 'we show that counting')).toEqual(['sleep']);
  });

  test('a title that holds the words side by side comes first', () => {
    const words = ['graph neural', 'neural graph', 'neural deep graph'];
    const papers = words.map((title, n) => paperOf({ key: `k${String(n)}`, title: `Big ${title}` }));
    expect(keysFor(searchOver(papers), 'neural graph')[0]).toBe('k1');
    expect(keysFor(searchOver(papers.toReversed()), 'neural graph')[0]).toBe('k1');
    expect(keysFor(searchOver(papers), 'graph neural')[0]).toBe('k0');
  });

  test('as a last resort papers with some of the words, those with more first', () => {
    expect(keysFor(search, 'sheep counting zeppelin')[0]).toBe('sleep');
    expect(keysFor(search, 'sheep counting zeppelin')).toContain('attention');
  });

  test('two of the words beat one that is rarer', () => {
    const common = Array.from({ length: 30 }, (_, n) =>
      paperOf({ key: `c${String(n)}`, title: `Common ${String(n)}`, abstract: 'usual' }),
    );
    const both = paperOf({ key: 'both', title: 'Nothing', abstract: `common usual ${'filler '.repeat(200)}` });
    const rare = paperOf({ key: 'rare', title: 'Xylophone' });
    const found = keysFor(searchOver([...common, rare, both]), 'common usual xylophone', 50);
    expect(found.indexOf('both')).toBeLessThan(found.indexOf('rare'));
  });

  test('a word that ends with a space is whole', () => {
    expect(keysFor(search, 'transform')).toEqual(expect.arrayContaining(['attention', 'sleep']));
    expect(keysFor(search, 'transformer ')).toEqual(['attention']);
  });

  test.each(['', '   ', '🙂', '!?', 'zzzzqqqqxx', '\u0000'])('nothing for %j', (query) => {
    expect(search.search(query, 20)).toEqual([]);
  });

  test.each([0, -1, Number.NaN])('no more than asked: %d', (limit) => {
    expect(search.search('sheep', limit)).toEqual([]);
    expect(search.search('sheep', 1)).toHaveLength(1);
  });

  test('a longer answer begins with the shorter one, scores never rise', () => {
    for (const query of ['s', 'sh', 'she', 'shee', 'a', 'memory', 'sheep counting zeppelin']) {
      const all = search.search(query, 100);
      for (let limit = 1; limit < all.length; limit += 1) {
        expect(search.search(query, limit).map(({ key }) => key)).toEqual(all.slice(0, limit).map(({ key }) => key));
      }
      expect(all.map(({ score }) => score)).toEqual(all.map(({ score }) => score).toSorted((a, b) => b - a));
    }
  });

  test('one or two characters: titles that start so before titles that hold it before names', () => {
    const papers = [
      paperOf({ key: 'in-abstract', title: 'Zebra', abstract: 'Quokka habits.' }),
      paperOf({ key: 'author', title: 'Yak', authors: ['Quentin Z'] }),
      paperOf({ key: 'inside', title: 'The Quokka' }),
      paperOf({ key: 'start', title: 'Quokkas' }),
    ];
    expect(keysFor(searchOver(papers), 'qu')).toEqual(['start', 'inside', 'author', 'in-abstract']);
    expect(keysFor(searchOver(papers), 'q')).toEqual(['start', 'inside', 'author', 'in-abstract']);
    const begun = [paperOf({ key: 'inside', title: 'Let It Go' }), paperOf({ key: 'start', title: 'Gorillas Count' })];
    expect(keysFor(searchOver(begun), 'go')).toEqual(['start', 'inside']);
  });
});

describe('identifiers', () => {
  test.each([
    ['10.1000/pastoral.2019.17', 'sleep'],
    ['https://doi.org/10.1000/PASTORAL.2019.17', 'sleep'],
    ['doi:10.1000/pastoral.2019.17.', 'sleep'],
    ['https://publisher.example/doi/10.1000/pastoral.2019.17/pdf', 'sleep'],
    ['10.1000/past', 'sleep'],
    ['1706.03762', 'attention'],
    ['arXiv:1706.03762v7', 'attention'],
    ['https://arxiv.org/pdf/1706.03762v2.pdf', 'attention'],
    ['https://huggingface.co/papers/1706.03762', 'attention'],
    ['https://doi.org/10.48550/arXiv.1706.03762', 'attention'],
    ['10.48550/arxiv.1706.03762v2', 'attention'],
    ['1706.037', 'attention'],
    ['cs/0309040', 'old'],
    ['https://arxiv.org/abs/cs/0309040', 'old'],
    ['http://www.example.org/papers/attention', 'attention'],
    ['@cpp', 'cpp'],
    ['[@cpp]', 'cpp'],
    ['cpp', 'cpp'],
  ])('%s', (query, key) => {
    expect(keysFor(search, query)).toEqual([key]);
  });

  test('a DOI in a pasted reference comes first, what the words find after it', () => {
    const found = keysFor(search, 'Attention shepherds 10.1000/pastoral.2019.17');
    expect(found[0]).toBe('sleep');
  });

  test.each(['10.1000/unknown', 'https://arxiv.org/abs/2999.99999', 'https://example.org/none'])(
    'one that nobody has finds nothing: %s',
    (query) => {
      expect(keysFor(search, query)).toEqual([]);
    },
  );
});

describe('hostile input', () => {
  test('hostile keys and words', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '../../x', '<script>', '$(trash)'];
    const hostile = searchOver(
      names.map((key) => paperOf({ key, title: `${key} __proto__ constructor`, abstract: `valueOf ${key}`, doi: key })),
    );
    for (const key of names) expect(keysFor(hostile, key)).toContain(key);
    expect(hostile.search('constructor', 20)).toHaveLength(names.length);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('endless queries and words are cut, not refused', () => {
    const long = 'supercalifragilistic'.repeat(20);
    const one = searchOver([paperOf({ key: 'long', title: long, abstract: 'word '.repeat(5000) })]);
    expect(keysFor(one, long)).toEqual(['long']);
    expect(() => one.search('word '.repeat(10_000), 20)).not.toThrow();
    expect(() => one.search('\uD800'.repeat(300), 20)).not.toThrow();
  });
});

describe('order', () => {
  const words = ['deep', 'deeper', 'sheep', 'learning', 'learn', 'the', 'of', 'graph', 'graphs', '学习', '3d', 'c++'];
  const text = (maxLength: number): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...words), { maxLength }).map((all) => all.join(' '));
  const paper = fc
    .record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
      title: text(4),
      abstract: text(8),
      year: fc.constantFrom(2019, 2020),
    })
    .map(paperOf);
  const library = fc.uniqueArray(paper, { selector: ({ key }) => key, maxLength: 8 });
  /** Nothing, little and everything is kept outside of the frozen index. */
  const limits = fc.constantFrom(0, 3, 128);
  const query = text(3).chain((all) => fc.constantFrom(all, `${all} `, all.slice(0, -1), all.slice(0, 3)));

  test('what was there before never matters: following edits equals building anew, in any order', () => {
    fc.assert(
      fc.property(fc.array(library, { minLength: 2, maxLength: 4 }), query, limits, (states, asked, maxChanges) => {
        const followed = createPaperSearch(maxChanges);
        let current: readonly Paper[] = [];
        for (const next of states) {
          const known = new Set(current.map(({ key }) => key));
          const kept = new Set(next.map(({ key }) => key));
          apply(followed, {
            added: next.filter(({ key }) => !known.has(key)),
            changed: next.filter(({ key }) => known.has(key)),
            removed: current.filter(({ key }) => !kept.has(key)),
          });
          current = next;
          // Asked on the way too: nothing of the old answers may stay.
          const now = searchOver(current.toReversed(), maxChanges === 0 ? 128 : 0);
          expect(followed.search(asked, 20)).toEqual(now.search(asked, 20));
          expect(followed.search(asked.slice(0, 1), 20)).toEqual(now.search(asked.slice(0, 1), 20));
        }
      }),
    );
  });

  test('what was asked before never matters: typing a query equals asking it at once', () => {
    fc.assert(
      fc.property(library, query, (papers, asked) => {
        const typed = searchOver(papers);
        for (let end = 1; end <= asked.length; end += 1) {
          const now = asked.slice(0, end);
          expect(typed.search(now, 20)).toEqual(searchOver(papers).search(now, 20));
        }
      }),
      { numRuns: 60 },
    );
  });
});

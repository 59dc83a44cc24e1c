import { describe, expect, test } from 'vitest';
import type { SearchFacts } from '../../../../src/core/search/paperSearch.ts';
import { searchHelp } from '../../../../src/core/search/searchHelp.ts';
import { keysFor, paperOf, searchOver, shelf } from './papers.ts';

const facts: SearchFacts = {
  cited: new Set(['cpp', 'sleep']),
  recent: new Set(['three']),
  noted: new Set(['csharp']),
  reading: new Set(['cpp']),
  read: new Set(['csharp', 'sleep']),
  selected: new Set(['sleep']),
  inTheme: (name) => new Set(name === 'animals' ? ['sleep', 'attention', 'pretraining'] : []),
};

/** The same papers, once in the frozen index, once outside of it. */
describe.each([
  ['frozen', 0],
  ['changing', 128],
])('%s', (_, maxChanges) => {
  const search = searchOver(shelf, maxChanges);

  function found(query: string): readonly string[] {
    return search.search(query, 20, facts).map(({ key }) => key);
  }

  test.each([
    ['author:byron', ['attention', 'sleep']],
    ['author:sheep', []],
    ['author:"Ada Byron"', ['attention', 'sleep']],
    ['author:"Byron Ada"', []],
    ['author:vas year:2021', ['attention-later']],
    ['title:sheep', ['sleep']],
    ['abstract:sheep', ['attention', 'sleep']],
    ['venue:pastoral', ['sleep']],
    ['keyword:counting', ['sleep']],
    ['keyword:memory', []],
    ['year:2017', ['attention']],
    ['year:2018-', ['attention-later', 'sleep']],
    ['year:-2017', ['attention']],
    ['memory year:2017', []],
    ['key:att', ['attention', 'attention-later']],
    ['theme:animals', ['attention', 'pretraining', 'sleep']],
    ['theme:nothing', []],
    ['theme:animals dogs', ['pretraining']],
    ['has:note', ['csharp']],
    ['memory -has:note', ['cpp']],
    ['has:doi', ['sleep']],
    ['memory has:abstract', ['cpp', 'csharp']],
    ['is:cited', ['cpp', 'sleep']],
    ['is:recent', ['three']],
    ['memory is:cited', ['cpp']],
    ['is:reading', ['cpp']],
    ['is:read', ['csharp', 'sleep']],
    ['is:selected', ['sleep']],
    ['memory -is:selected', ['cpp', 'csharp']],
    ['is:unread memory', []],
    ['is:unread sheep', ['attention']],
    ['memory -is:unread', ['cpp', 'csharp']],
    ['memory -is:read', ['cpp']],
    ['memory -pointers', ['csharp']],
    ['memory -point', ['cpp', 'csharp']],
    ['sheep -author:müller', ['attention']],
    ['"counting sheep"', []],
    ['"count sheep"', ['sleep']],
    ['"count sheep at night"', ['sleep']],
    ['"sheep count"', []],
    ['"count sheep in night"', []],
    ['"attention is all"', ['attention']],
    ['"attention all"', []],
    ['-"memory safety" programs', []],
    ['sheep -"tired shepherds"', ['attention']],
    ['sheep -"show that counting"', ['attention']],
    ['sheep -"show this counting"', ['attention', 'sleep']],
    ['attention -"is all"', ['attention-later']],
    ['author:vaswani -author:"grace vaswani"', ['attention-later']],
    ['key:SLEEP', ['sleep']],
    ['"count sheep at nig', ['sleep']],
  ])('%s', (query, keys) => {
    expect(found(query).toSorted()).toEqual([...keys].sort());
  });

  test('filters alone: the newest first', () => {
    expect(found('year:1990-')).toEqual(['attention-later', 'sleep', 'attention']);
  });

  test('filters hold whatever the words need to be found: compounds, slips, any of them', () => {
    expect(found('pre-training year:2017')).toEqual([]);
    expect(found('atention year:2021')).toEqual(['attention-later']);
    expect(found('sheep zeppelin -author:müller')).toEqual(['attention']);
  });

  test('each example of the help is understood', () => {
    for (const { example } of searchHelp) expect(() => found(example)).not.toThrow();
  });
});

describe('what the writer works with', () => {
  const twins = ['a', 'b', 'c', 'd'].map((key) => paperOf({ key, title: 'Twins of Sheep', year: 2020 }));
  const working = { ...facts, cited: new Set(['d']), recent: new Set(['c']), noted: new Set(['b']) };

  test.each(['twins', 'tw', 'twins of', 'twinns', 'year:2020', 'zeppelin twins'])(
    '%s: decides amongst equals',
    (query) => {
      expect(
        searchOver(twins)
          .search(query, 20, working)
          .map(({ key }) => key),
      ).toEqual(['d', 'c', 'b', 'a']);
    },
  );

  test('never before a better answer', () => {
    const better = paperOf({ key: 'z', title: 'Twins' });
    const search = searchOver([...twins, better]);
    expect(search.search('twins', 1, { ...working, cited: new Set(['a']) })).toMatchObject([{ key: 'z' }]);
  });
});

test('a word of one or two letters behind others: heads before abstracts', () => {
  const search = searchOver([
    paperOf({ key: 'a', title: 'Learning Ropes', abstract: 'Big words.' }),
    paperOf({ key: 'b', title: 'Learning Big Ropes' }),
  ]);
  expect(keysFor(search, 'learning b')).toEqual(['b', 'a']);
  expect(keysFor(search, 'learning b', 1)).toEqual(['b']);
});

test('a short name of an author counts although it is a function word', () => {
  const others = Array.from({ length: 30 }, (_, n) => paperOf({ key: `o${String(n)}`, title: 'Other', year: 2017 }));
  const search = searchOver([
    ...others,
    paperOf({ key: 'he', title: 'Residuals', authors: ['Kaiming He'], year: 2017 }),
  ]);
  expect(keysFor(search, 'He 2017')[0]).toBe('he');
});

test('the first author counts for more', () => {
  const search = searchOver([
    paperOf({ key: 'a', title: 'One', authors: ['Bo First', 'Al Vaswani'], year: 2017 }),
    paperOf({ key: 'b', title: 'Two', authors: ['Al Vaswani', 'Bo First'], year: 2017 }),
  ]);
  expect(keysFor(search, 'vaswani 2017')).toEqual(['b', 'a']);
});

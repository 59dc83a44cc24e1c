import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notePaper } from '../../../../src/core/search/notes/notePapers.ts';
import { createNoteSearch, type PaperIndex } from '../../../../src/core/search/paperIndex.ts';
import { apply, keysFor, paperOf, searchOver, shelf } from './papers.ts';

const noteTexts: Readonly<Record<string, string>> = {
  'file:///notes/sleep.md': 'Quarrelsome claims; I disagree with the lambs of figure 3.',
  'file:///notes/cpp.md': 'Read it twice. The notes on borrowing are the best part.',
  'file:///notes/stranger.md': 'Quarrelsome, too.',
};
const owners: Readonly<Record<string, string>> = {
  'file:///notes/sleep.md': 'sleep',
  'file:///notes/cpp.md': 'cpp',
  'file:///notes/stranger.md': 'nobody',
};

function notesOf(texts: Readonly<Record<string, string>>, maxChanges?: number): PaperIndex {
  const index = createNoteSearch(maxChanges);
  apply(index, { added: Object.entries(texts).map(([uri, text]) => notePaper(uri, text)) });
  return index;
}

function shelfWithNotes(maxChanges: number): { readonly search: PaperIndex; readonly index: PaperIndex } {
  const search = searchOver(shelf, maxChanges);
  const index = notesOf(noteTexts, maxChanges);
  search.besideNotes({ index, revision: 1, ownerOf: (uri) => owners[uri] });
  return { search, index };
}

/** Papers and notes once in frozen indexes, once outside of them. */
describe.each([
  ['frozen', 0],
  ['changing', 128],
])('%s', (_, maxChanges) => {
  const { search } = shelfWithNotes(maxChanges);

  test.each([
    ['quarrelsome', ['sleep']],
    ['quarrels', ['sleep']],
    ['quarelsome', ['sleep']],
    ['sheep quarrelsome', ['sleep']],
    ['memory borrowing', ['cpp']],
    ['memory -borrowing', ['csharp']],
    ['note:disagree', ['sleep']],
    ['note:sheep', []],
    ['note:"the notes on borrowing"', ['cpp']],
    ['note:"on the notes"', []],
    ['"best part"', ['cpp']],
    ['title:quarrelsome', []],
    ['abstract:quarrelsome', []],
    ['borrowing year:2017', []],
    ['memory -"best part"', ['csharp']],
    ['file', []],
  ])('%s', (query, expected) => {
    expect(keysFor(search, query)).toEqual(expected);
  });

  test('a word of a title counts for more than one of a note', () => {
    const papers = [paperOf({ key: 'a', title: 'On Gardens' }), paperOf({ key: 'b', title: 'Weather Reports' })];
    const both = searchOver([...papers, ...shelf], maxChanges);
    const index = notesOf({ n: 'gardens gardens gardens', m: 'rain' }, maxChanges);
    both.besideNotes({ index, revision: 1, ownerOf: (uri) => (uri === 'n' ? 'b' : 'a') });
    expect(keysFor(both, 'gardens')).toEqual(['a', 'b']);
  });

  test('papers for a text are those that speak of it, whatever notes say', () => {
    expect(search.papersFor('quarrelsome borrowing', 5)).toEqual([]);
  });
});

test('without notes every answer is what it was', () => {
  const plain = searchOver(shelf);
  const beside = searchOver(shelf);
  beside.besideNotes({ index: notesOf({}), revision: 1, ownerOf: () => undefined });
  const word = fc.constantFrom(
    'sheep',
    'memory',
    'attention',
    'transf',
    'a',
    'vas',
    'shepard',
    '-sheep',
    '"in c"',
    'year:2017',
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const query = words.join(' ');
      expect(beside.search(query, 20)).toEqual(plain.search(query, 20));
    }),
  );
});

test('what a note says now counts, whose note it is now, and what is gone does not', () => {
  const { search, index } = shelfWithNotes(0);
  apply(index, { changed: [notePaper('file:///notes/cpp.md', 'Quarrelsome at last.')] });
  expect(keysFor(search, 'borrowing')).toEqual([]);
  expect(keysFor(search, 'quarrelsome')).toEqual(['cpp', 'sleep']);
  search.besideNotes({ index, revision: 2, ownerOf: () => 'gpt' });
  expect(keysFor(search, 'quarrelsome')).toEqual(['gpt']);
  const gone = shelf.find(({ key }) => key === 'gpt');
  if (gone !== undefined) apply(search, { removed: [gone] });
  expect(keysFor(search, 'quarrelsome')).toEqual([]);
  search.besideNotes({ index, revision: 3, ownerOf: (uri) => owners[uri] });
  apply(index, { removed: [notePaper('file:///notes/sleep.md', '')] });
  expect(keysFor(search, 'quarrelsome')).toEqual(['cpp']);
});

import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { allFields, maskOf } from '../../../../../src/core/search/searchFields.ts';
import { searchHelp } from '../../../../../src/core/search/searchHelp.ts';
import {
  hasCompound,
  optionalWords,
  parseQuery,
  requiredWords,
} from '../../../../../src/core/search/query/searchQuery.ts';

function wordsOf(text: string): readonly string[] {
  return (parseQuery(text)?.words ?? []).map(({ term, open }) => (open ? `${term}…` : term));
}

describe('words', () => {
  test.each([
    ['Deep learn', ['deep', 'learn…']],
    ['Deep learn ', ['deep', 'learn']],
    ['learn (', ['learn']],
    ['attention is all you need', ['attention', 'need…']],
    ['attention is', ['attention']],
    ['the', ['the…']],
    ['to be or ', ['to', 'be', 'or']],
    ['deep deep', ['deep']],
    ['强化学', ['强化', '化学…']],
    ['强', ['强…']],
    ['C++ GPT-4o', ['c++', 'gpt', '4o…']],
    ['-', []],
    [' - -- ', []],
    ['"', []],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test('the words in a row keep function words', () => {
    expect(parseQuery(' Attention IS all')?.plain).toEqual(['attention', 'is', 'all']);
  });

  test('function words that are typed to the end may count, the one being typed does not', () => {
    const query = parseQuery('He and the 2017 of');
    expect(query === undefined ? [] : optionalWords(query).map(({ term }) => term)).toEqual(['he', 'and', 'the']);
  });

  test('what is asked again and again is asked once, and no more than can be answered at once', () => {
    const repeated = parseQuery('"a b" -c -"d e" year:2020 -is:cited '.repeat(9));
    expect(repeated?.phrases).toHaveLength(1);
    expect(repeated?.conditions).toEqual([{ kind: 'year', from: 2020, to: 2020 }]);
    expect(repeated?.without.words.map(({ term }) => term)).toEqual(['c']);
    expect(repeated?.without.phrases).toHaveLength(1);
    expect(repeated?.without.conditions).toEqual([{ kind: 'is', what: 'cited' }]);
    const numbers = Array.from({ length: 30 }, (_, n) => String(n + 10));
    expect(parseQuery(numbers.map((n) => `"x${n} y"`).join(' '))?.phrases).toHaveLength(16);
    expect(parseQuery(numbers.map((n) => `-x${n}`).join(' '))?.without.words).toHaveLength(16);
    expect(parseQuery(numbers.map((n) => `-year:19${n}`).join(' '))?.without.conditions).toHaveLength(16);
  });

  test('long queries are cut', () => {
    expect(parseQuery(Array.from({ length: 40 }, (_, n) => `w${String(n)}`).join(' '))?.words).toHaveLength(16);
    expect(parseQuery(`${' '.repeat(5)}${'ab '.repeat(5000)}`)?.plain.length).toBeLessThan(200);
  });

  test('compounds as one word, but not the signs of filters', () => {
    expect(hasCompound('pre-training')).toBe(true);
    expect(hasCompound('no compound - here')).toBe(false);
    const joined = parseQuery('pre-training -dogs year:2020-2024', { joined: true });
    expect(joined?.words.map(({ term }) => term)).toEqual(['pretraining']);
    expect(joined?.without.words.map(({ term }) => term)).toEqual(['dogs']);
    expect(joined?.conditions).toEqual([{ kind: 'year', from: 2020, to: 2024 }]);
  });
});

describe('filters', () => {
  test('words of a field', () => {
    expect(parseQuery('author:Zettlemoyer deep')?.words).toEqual([
      { term: 'zettlemoyer', open: true, mask: maskOf('authors', 'lead') },
      { term: 'deep', open: true, mask: allFields },
    ]);
    expect(parseQuery('AUTHOR:zet')?.words).toEqual([{ term: 'zet', open: true, mask: maskOf('authors', 'lead') }]);
  });

  test.each([
    ['year:2024', 2024, 2024],
    ['year:2022-2024', 2022, 2024],
    ['year:2022\u20132024', 2022, 2024],
    ['year:2022-', 2022, 9999],
    ['year:-2015', 0, 2015],
    ['year:20', 2000, 2099],
    ['year:202', 2020, 2029],
    ['year:2022-20', 2022, 2099],
  ])('%s', (text, from, to) => {
    expect(parseQuery(text)?.conditions).toEqual([{ kind: 'year', from, to }]);
  });

  test.each([
    ['key:@Vaswani_2017', { kind: 'key', beginning: 'vaswani2017' }],
    ['theme:"animal behaviour"', { kind: 'theme', name: 'animal behaviour' }],
    ['has:note', { kind: 'has', what: 'note' }],
    ['has:DOI ', { kind: 'has', what: 'doi' }],
    ['is:cited', { kind: 'is', what: 'cited' }],
    ['is:Unread', { kind: 'is', what: 'unread' }],
    ['is:read', { kind: 'is', what: 'read' }],
  ])('%s', (text, condition) => {
    expect(parseQuery(text)?.conditions).toEqual([condition]);
    expect(parseQuery(`-${text}`)?.without.conditions).toEqual([condition]);
    expect(parseQuery(`-${text}`)?.conditions).toEqual([]);
  });

  test.each(['has:', 'has:no', 'is:c', 'is:unr', 'is:readi', 'author:', 'deep author: '])(
    '%s asks for nothing yet',
    (text) => {
      expect(parseQuery(text)?.conditions ?? []).toEqual([]);
      expect(wordsOf(text).filter((word) => !word.startsWith('deep'))).toEqual([]);
    },
  );

  test.each([
    ['year:soon', ['year', 'soon…']],
    ['has:wings ', ['has', 'wings']],
    ['colour:red', ['colour', 'red…']],
    ['std::vector', ['std', 'vector…']],
  ])('%s is words', (text, expected) => {
    expect(parseQuery(text)?.plain).toEqual(expected.map((word) => word.replace('…', '')));
    expect(parseQuery(text)?.conditions).toEqual([]);
  });

  test('excluded words and phrases', () => {
    const query = parseQuery('sheep -dogs -title:wolf -"black sheep" state-of-the-art');
    expect(query?.without.words).toEqual([
      { term: 'dogs', open: false, mask: allFields },
      { term: 'wolf', open: false, mask: maskOf('title', 'forms') },
    ]);
    expect(query?.without.phrases.map(({ terms }) => terms)).toEqual([['black', 'sheep']]);
    expect(query?.plain).toEqual(['sheep', 'state', 'of', 'the', 'art']);
  });

  test.each([
    ['"deep learning"', false],
    ['"deep learning', true],
    ['\u201Cdeep learning\u201D', false],
    ['"deep learning" ', false],
  ])('%s', (text, open) => {
    expect(parseQuery(text)?.phrases).toEqual([{ terms: ['deep', 'learning'], open, mask: allFields }]);
    const query = parseQuery(text);
    expect(query === undefined ? [] : requiredWords(query).map(({ term }) => term)).toEqual(['deep', 'learning']);
  });

  test('a phrase of a field', () => {
    const mask = maskOf('authors', 'lead');
    expect(parseQuery('author:"van der berg"')?.phrases).toEqual([
      { terms: ['van', 'der', 'berg'], open: false, mask },
    ]);
  });

  test('each example of the help is a filter', () => {
    for (const { example } of searchHelp) {
      const query = parseQuery(example);
      expect(query?.plain, example).toEqual([]);
    }
  });
});

test('anything is read in no time and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const query = parseQuery(text);
      if (query !== undefined) expect(requiredWords(query).length).toBeLessThanOrEqual(32);
    }),
  );
  for (const piece of ['"', '-', '-"', 'author:"', ':', 'year:', '-has:', '\u201C', '(a+)+', '\u202E']) {
    expect(() => parseQuery(piece.repeat(5000))).not.toThrow();
  }
});

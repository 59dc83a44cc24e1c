import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReadingLists, withOtherKey, withState, type ReadingLists } from '../../../src/core/readingLists.ts';

const lists: ReadingLists = { reading: ['a', 'b'], read: ['c'] };

describe('withState', () => {
  test('a paper is in one list at most', () => {
    expect(withState(lists, [{ key: 'a' }], 'read')).toEqual({ reading: ['b'], read: ['c', 'a'] });
    expect(withState(lists, [{ key: 'c' }], 'reading')).toEqual({ reading: ['a', 'b', 'c'], read: [] });
    expect(withState(lists, [{ key: 'b' }, { key: 'c' }, { key: 'x' }], 'unread')).toEqual({
      reading: ['a'],
      read: [],
    });
  });

  test('older keys of a paper go, so that none of them contradicts it later', () => {
    expect(withState(lists, [{ key: 'new', aliases: ['a', 'c'] }], 'read')).toEqual({ reading: ['b'], read: ['new'] });
    expect(withState(lists, [{ key: 'new', aliases: ['a', 'c'] }], 'unread')).toEqual({ reading: ['b'], read: [] });
  });

  test('the same paper twice is one', () => {
    expect(withState(lists, [{ key: 'x' }, { key: 'x' }], 'read').read).toEqual(['c', 'x']);
  });

  test('whatever is marked: each key once, in one list, and the last word counts', () => {
    const key = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor');
    const step = fc.tuple(fc.array(key, { maxLength: 3 }), fc.constantFrom('unread', 'reading', 'read'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let now: ReadingLists = { reading: [], read: [] };
        const expected = new Map<string, string>();
        for (const [keys, state] of steps) {
          const papers = keys.map((one) => ({ key: one }));
          now = withState(now, papers, state === 'read' || state === 'reading' ? state : 'unread');
          for (const one of keys) expected.set(one, state);
        }
        const of = (state: string): string[] => [...expected].filter(([, at]) => at === state).map(([one]) => one);
        expect(now.reading.toSorted()).toEqual(of('reading').sort());
        expect(now.read.toSorted()).toEqual(of('read').sort());
      }),
    );
  });
});

describe('parseReadingLists', () => {
  test('what was stored comes back', () => {
    expect(parseReadingLists(structuredClone(lists))).toEqual(lists);
  });

  test.each([undefined, null, 7, 'read', [], { read: 'a', reading: { 0: 'b' } }])('%j is nothing', (value) => {
    expect(parseReadingLists(value)).toEqual({ reading: [], read: [] });
  });

  test('what is no key is left out, and what was read is not begun', () => {
    const stored = { reading: ['a', 3, 'b', 'a'], read: ['b', null, 'b'] };
    expect(parseReadingLists(stored)).toEqual({ reading: ['a'], read: ['b'] });
  });
});

test('another key of a paper takes its place, once, and what was read stays read', () => {
  expect(withOtherKey(lists, 'a', 'x')).toEqual({ reading: ['x', 'b'], read: ['c'] });
  expect(withOtherKey(lists, 'a', 'b')).toEqual({ reading: ['b'], read: ['c'] });
  expect(withOtherKey(lists, 'c', 'b')).toEqual({ reading: ['a'], read: ['b'] });
  expect(withOtherKey(lists, 'z', 'y')).toEqual(lists);
});

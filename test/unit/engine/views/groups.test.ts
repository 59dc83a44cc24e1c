import { describe, expect, test } from 'vitest';
import type { PaperSource } from '../../../../src/core/paper.ts';
import { by, keysOf, labelled, viewsOver, type Library } from './support.ts';

describe('groups of years and states', () => {
  const library: Library = {
    papers: [by([], 'A', { year: 2020 }), by([], 'B'), by([], 'C', { year: 2024 }), by([], 'D', { year: 2020 })],
  };

  test('years latest first, papers without one last', () => {
    const views = viewsOver(library);
    expect(labelled(views.groups({ by: 'year' }))).toEqual(['2024: 1', '2020: 2', 'No Year: 1']);
    expect(views.groups({ by: 'year' })[1]).toEqual({
      id: '2020',
      label: '2020',
      terms: [],
      examples: [],
      count: 2,
      own: 2,
      divided: false,
      parts: [],
      pinned: false,
    });
    expect(keysOf(views, { by: 'year' }, '2020')).toEqual(['A', 'D']);
    expect(keysOf(views, { by: 'year' }, '1999')).toEqual([]);
  });

  test('a group in stretches, by the first and the last paper of each', () => {
    const views = viewsOver({ papers: ['A', 'B', 'C', 'D', 'E'].map((title) => by([], title)) });
    const stretches = views.stretches({ by: 'year' }, 'none', 2);
    expect(stretches.map(({ from, to, first, last }) => [from, to, first.key, last.key])).toEqual([
      [0, 2, 'A', 'B'],
      [2, 4, 'C', 'D'],
      [4, 5, 'E', 'E'],
    ]);
    expect(views.stretches({ by: 'year' }, '1999', 2)).toEqual([]);
  });

  test('states always in the same order, also without papers; filtered only those with some', () => {
    const states = { A: 'read', C: 'reading' } as const;
    const views = viewsOver({ ...library, states, found: { x: ['C', 'A'] } });
    expect(labelled(views.groups({ by: 'state' }))).toEqual(['Unread: 2', 'Reading: 1', 'Read: 1']);
    expect(labelled(viewsOver(library).groups({ by: 'state' }))).toEqual(['Unread: 4', 'Reading: 0', 'Read: 0']);
    expect(viewsOver({ papers: [] }).groups({ by: 'state' })).toEqual([]);
    expect(labelled(views.groups({ by: 'state', filter: 'x' }))).toEqual(['Reading: 1', 'Read: 1']);
  });

  test('what is told later is seen', () => {
    const changing = { ...library };
    const views = viewsOver(changing);
    expect(keysOf(views, { by: 'state' }, 'read')).toEqual([]);
    changing.states = { B: 'read' };
    expect(keysOf(views, { by: 'state' }, 'read')).toEqual(['B']);
    changing.papers = [...changing.papers, by([], 'E', { year: 2025 })];
    expect(labelled(views.groups({ by: 'year' }))[0]).toBe('2025: 1');
  });
});

describe('themes', () => {
  const library: Library = {
    papers: ['A', 'B', 'C', 'D', 'E'].map((title) => by([], title)),
    themes: [
      {
        id: 't',
        label: 'Sleep',
        terms: ['nap'],
        keys: ['C', 'A', 'B', 'E'],
        parts: [
          { id: 't/1', label: 'Of Sheep', terms: [], keys: ['B', 'A'] },
          { id: 't/2', label: 'Of Owls', terms: [], keys: ['A'] },
        ],
        pinned: true,
      },
      { id: 'o', label: 'Other', terms: [], keys: ['D', 'C', 'gone'] },
    ],
    found: { x: ['D', 'B', 'C'] },
  };
  const views = viewsOver(library);

  test('have their parts, their own papers beside them, and say what they are about', () => {
    const [sleep, other] = views.groups({ by: 'theme' });
    expect(sleep).toMatchObject({
      id: 't',
      terms: ['nap'],
      examples: ['C', 'A', 'B'],
      count: 4,
      own: 2,
      divided: true,
    });
    expect(sleep?.pinned).toBe(true);
    expect(labelled(sleep?.parts ?? [])).toEqual(['Of Sheep: 2', 'Of Owls: 1']);
    expect(views.groups({ by: 'theme' }, 't')).toEqual(sleep?.parts);
    expect(other).toMatchObject({ label: 'Other', count: 2, own: 2, divided: false, parts: [], pinned: false });
    expect(keysOf(views, { by: 'theme' }, 't')).toEqual(['C', 'E']);
    expect(keysOf(views, { by: 'theme' }, 't/1')).toEqual(['B', 'A']);
    expect(views.groupKeys({ by: 'theme' }, 't')).toEqual(['C', 'A', 'B', 'E']);
    expect(views.groupKeys({ by: 'theme', filter: 'x' }, 't')).toEqual(['B', 'C']);
    expect(views.groupKeys({ by: 'theme' }, 'nothing')).toEqual([]);
  });

  test('filtered: only what is found, the best first, and no empty part', () => {
    const view = { by: 'theme', filter: 'x' } as const;
    const [sleep, other] = views.groups(view);
    expect(sleep).toMatchObject({ count: 2, own: 1 });
    expect(labelled(sleep?.parts ?? [])).toEqual(['Of Sheep: 1']);
    expect(other?.count).toBe(2);
    expect(keysOf(views, view, 'o')).toEqual(['D', 'C']);
    expect(views.count(view)).toBe(3);
    expect(views.count({ by: 'theme' })).toBe(5);
  });

  test('a paper is to be found in the part that has it', () => {
    expect(views.placeOf({ by: 'theme' }, 'A')).toEqual({ path: ['t', 't/1'], index: 1 });
    expect(views.placeOf({ by: 'theme' }, 'E')).toEqual({ path: ['t'], index: 1 });
    expect(views.placeOf({ by: 'theme', filter: 'x' }, 'A')).toBeUndefined();
    expect(views.placeOf({ by: 'theme', filter: 'x' }, 'C')).toEqual({ path: ['t'], index: 0 });
    expect(views.placeOf({ by: 'theme' }, 'nobody')).toBeUndefined();
  });
});

function at(line: number, uri = 'file:///b.bib'): PaperSource {
  return { uri, range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } } };
}

describe('paper files', () => {
  test('each with its place in the file, in the order of the file', () => {
    const papers = [
      by([], 'A', { sources: [at(0, 'file:///a.bib'), at(9)] }),
      by([], 'B', { sources: [at(2)] }),
      by([], 'C', { sources: [at(5), at(7)] }),
    ];
    const views = viewsOver({ papers, files: new Set(['file:///b.bib', 'file:///a.bib', 'file:///0.bib']) });
    expect(labelled(views.groups({ by: 'source' }))).toEqual([
      'file:///0.bib: 0',
      'file:///a.bib: 1',
      'file:///b.bib: 3',
    ]);
    const rows = views.groupPapers({ by: 'source' }, 'file:///b.bib');
    expect(rows.map(({ key, source }) => [key, source.range.start.line])).toEqual([
      ['B', 2],
      ['C', 5],
      ['A', 9],
    ]);
    expect(views.placeOf({ by: 'source' }, 'A')).toEqual({ path: ['file:///a.bib'], index: 0 });
  });
});

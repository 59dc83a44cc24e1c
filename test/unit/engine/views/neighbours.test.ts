import { describe, expect, test } from 'vitest';
import type { GroupView, ViewRow } from '../../../../src/engine/paperEngine.ts';
import type { LibraryViews } from '../../../../src/engine/views/libraryViews.ts';
import { by, viewsOver } from './support.ts';

const moss = by(['Ada Stone'], 'Moss', { year: 2001 });
const lichen = by(['Ben Ash', 'Ada Stone'], 'Lichen', { year: 2020 });
const fern = by(['Ben Ash'], 'Fern', { year: 2010 });
const papers = [moss, lichen, fern];

/** Keys in the order in which "next" leads through a view from its first row, and back again. */
function walk(views: LibraryViews, view: GroupView, first: ViewRow): readonly string[] {
  const keys: string[] = [];
  let row: ViewRow | undefined = first;
  let last = first;
  for (; row !== undefined && keys.length < 20; row = views.neighbours(view, row.key, row.group)?.next) {
    keys.push(`${row.group}/${row.key}`);
    last = row;
  }
  const back: string[] = [];
  for (row = last; row !== undefined && back.length < 20; row = views.neighbours(view, row.key, row.group)?.previous) {
    back.push(`${row.group}/${row.key}`);
  }
  expect(back.toReversed()).toEqual(keys);
  return keys;
}

describe('neighbours of a paper', () => {
  test('are those of the rows, over the ends of groups, with a paper that has several rows in each of them', () => {
    const views = viewsOver({ papers });
    expect(walk(views, { by: 'author' }, { key: 'Lichen', group: 'author:ash|ben' })).toEqual([
      'author:ash|ben/Lichen',
      'author:ash|ben/Fern',
      'author:stone|ada/Lichen',
      'author:stone|ada/Moss',
    ]);
  });

  test('without a group the strongest row is meant, and so where the paper is not in the group any more', () => {
    const views = viewsOver({ papers });
    const expected = { key: 'Lichen', group: 'author:ash|ben', previous: undefined };
    const next = { key: 'Fern', group: 'author:ash|ben' };
    expect(views.neighbours({ by: 'author' }, 'Lichen')).toEqual({ ...expected, next });
    expect(views.neighbours({ by: 'author' }, 'Lichen', 'author:gone')).toEqual({ ...expected, next });
  });

  test('follow order and filter; a paper that the filter hides has none, nor has an unknown one', () => {
    const views = viewsOver({ papers, found: { x: ['Moss', 'Fern'] } });
    const view = { by: 'source', sort: 'year', filter: 'x' } as const;
    const [uri = ''] = moss.sources.map((source) => source.uri);
    expect(walk(views, view, { key: 'Fern', group: uri })).toEqual([`${uri}/Fern`, `${uri}/Moss`]);
    expect(views.neighbours(view, 'Lichen')).toBeUndefined();
    expect(views.neighbours(view, 'Nobody')).toBeUndefined();
  });

  test('the papers of the parts of a group come before its own; groups without papers of their own are passed over', () => {
    const part = { id: 'a/1', label: 'Part', terms: [], keys: ['Moss'] };
    const whole = { id: 'b/1', label: 'All of it', terms: [], keys: ['Fern'] };
    const themes = [
      { id: 'a', label: 'A', terms: [], keys: ['Lichen', 'Moss'], parts: [part] },
      { id: 'b', label: 'B', terms: [], keys: ['Fern'], parts: [whole] },
    ];
    const views = viewsOver({ papers, themes });
    expect(walk(views, { by: 'theme' }, { key: 'Moss', group: 'a/1' })).toEqual(['a/1/Moss', 'a/Lichen', 'b/1/Fern']);
  });
});

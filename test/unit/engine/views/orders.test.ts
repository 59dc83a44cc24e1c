import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../../src/core/paper.ts';
import type { SortBy } from '../../../../src/engine/paperEngine.ts';
import { by, keysOf, viewsOver, type Library } from './support.ts';

const titles = ['The Zebra', 'Élan vital', 'elder trees', '10 Rules', '2 Rules', '“Ant” Trails', 'A Bee', 'Über Alles'];

function order(library: Library, sort: SortBy, filter?: string): readonly string[] {
  return keysOf(viewsOver(library), { by: 'state', sort, filter }, 'unread');
}

function added(title: string, field: string, value: string): Paper {
  const details = {
    other: [
      ['note', 'x'],
      [field, value],
    ] as const,
  };
  return by([], title, { details });
}

describe('the order of the papers of a group', () => {
  test('titles: accents, case, quotation marks and articles aside, numbers by their value', () => {
    const papers = titles.map((title) => by([], title, { key: title }));
    const sorted = [
      '2 Rules',
      '10 Rules',
      '“Ant” Trails',
      'A Bee',
      'Élan vital',
      'elder trees',
      'Über Alles',
      'The Zebra',
    ];
    expect(order({ papers }, 'title')).toEqual(sorted);
    expect(order({ papers: papers.toReversed() }, 'title')).toEqual(sorted);
  });

  test('titles after an edit are in the order of all', () => {
    const library: Library = { papers: titles.map((title) => by([], title, { key: title })) };
    const views = viewsOver(library);
    const view = { by: 'year', sort: 'title' } as const;
    keysOf(views, view, 'none');
    library.papers = [by([], 'Bat', { key: 'bat' }), ...library.papers.slice(1)];
    expect(keysOf(views, view, 'none')).toEqual([
      '2 Rules',
      '10 Rules',
      '“Ant” Trails',
      'bat',
      'A Bee',
      'Élan vital',
      'elder trees',
      'Über Alles',
    ]);
  });

  test('years latest first, those without last, equal ones by relevance', () => {
    const papers = [by([], 'A', { year: 2001 }), by([], 'B'), by([], 'C', { year: 2020 }), by([], 'D', { year: 2001 })];
    expect(order({ papers }, 'year')).toEqual(['C', 'A', 'D', 'B']);
    expect(order({ papers, found: { x: ['D', 'B', 'A'] } }, 'year', 'x')).toEqual(['D', 'A', 'B']);
    expect(order({ papers, found: { x: ['D', 'B', 'A'] } }, 'relevance', 'x')).toEqual(['D', 'B', 'A']);
  });

  test('recently added: what came later first, then what its file says, then what stands further down', () => {
    const papers = [
      by([], 'A'),
      added('B', 'date-added', '2024-05-01 10:00:00 +0200'),
      added('C', 'timestamp', '2024.05.02'),
      added('D', 'creationdate', 'yesterday'),
      added('E', 'submittedOnDailyAt', '2023-01-01T00:00:00.000Z'),
      by([], 'F'),
    ];
    expect(order({ papers, seen: { F: 3, A: 1 } }, 'added')).toEqual(['F', 'A', 'C', 'B', 'E', 'D']);
  });

  test('cited here: in the order of the document, then the others', () => {
    const papers = ['A', 'B', 'C', 'D'].map((title) => by([], title));
    expect(order({ papers, cited: new Set(['D', 'nobody', 'B']) }, 'cited')).toEqual(['D', 'B', 'A', 'C']);
    expect(order({ papers }, 'cited')).toEqual(['A', 'B', 'C', 'D']);
    const changing: Library = { papers, cited: new Set(['D']) };
    const views = viewsOver(changing);
    const view = { by: 'year', sort: 'cited' } as const;
    expect(keysOf(views, view, 'none')[0]).toBe('D');
    changing.cited = new Set(['C']);
    expect(keysOf(views, view, 'none')[0]).toBe('C');
  });
});

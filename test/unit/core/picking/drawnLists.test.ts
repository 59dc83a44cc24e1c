import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DrawnLists } from '../../../../src/core/picking/drawnLists.ts';

interface Row {
  readonly name: string;
}

function rowsOf(...labels: readonly string[]): readonly Row[] {
  return labels.map((name) => ({ name }));
}

/** Hands a list over with its first row under the cursor. */
function hand(lists: DrawnLists<Row>, question: string, rows: readonly Row[], ticked: readonly Row[] = []): () => void {
  return lists.hand({ question, rows, ticked, active: rows[0] });
}

function names(rows: readonly Row[]): readonly string[] {
  return rows.map(({ name }) => name);
}

describe('the row under the cursor', () => {
  const old = rowsOf('attention', 'graphs', 'walls');
  const next = rowsOf('graphs', 'attention', 'walls');

  test('is the first one of a list on its way to the screen, whatever is said of the one before', () => {
    const lists = new DrawnLists<Row>();
    hand(lists, '', old)();
    hand(lists, 'gr', next);
    lists.activeIs([next[2] ?? { name: '' }]);
    expect(lists.activeFor('gr')).toBe(next[0]);
    expect(lists.activeFor('')).toBe(old[2]);
    expect(lists.activeFor('other')).toBeUndefined();
  });

  test('is the one on screen when that answers the same question in another order', () => {
    const lists = new DrawnLists<Row>();
    hand(lists, 'a', old)();
    const drawn = hand(lists, 'a', next);
    // The screen, which still shows the old list, says "the first one"; it comes as the first one of the new list.
    lists.activeIs([next[0] ?? { name: '' }]);
    expect(lists.activeFor('a')).toBe(old[0]);
    drawn();
    expect(lists.activeFor('a')).toBe(next[0]);
    lists.activeIs([next[1] ?? { name: '' }]);
    expect(lists.activeFor('a')).toBe(next[1]);
    lists.activeIs([]);
    expect(lists.activeFor('a')).toBeUndefined();
  });

  test('is the one of the next list when the place on screen is beyond its end', () => {
    const lists = new DrawnLists<Row>();
    hand(lists, 'a', old)();
    const short = rowsOf('attention');
    hand(lists, 'a', short);
    lists.activeIs([]);
    expect(lists.activeFor('a')).toBe(short[0]);
  });

  test('confirmations that come late or twice change nothing', () => {
    const lists = new DrawnLists<Row>();
    const first = hand(lists, 'a', old);
    const second = hand(lists, 'b', next);
    second();
    first();
    second();
    expect(lists.isShown).toBe(true);
    expect(lists.answers('b')).toBe(true);
    expect(lists.answers('a')).toBe(false);
    expect(lists.activeFor('b')).toBe(next[0]);
  });
});

test('a button pressed in the list on screen is for its row', () => {
  const lists = new DrawnLists<Row>();
  const old = rowsOf('attention', 'graphs');
  const next = rowsOf('walls', 'towers', 'roofs');
  hand(lists, 'a', old)();
  const drawn = hand(lists, 'b', next);
  expect(lists.meant(next[1] ?? { name: '' })).toBe(old[1]);
  expect(lists.meant(next[2] ?? { name: '' })).toBeUndefined();
  drawn();
  expect(lists.meant(next[1] ?? { name: '' })).toBe(next[1]);
});

test('ticks made while a list is on its way are for the rows on screen; what the new list begins with is no tick', () => {
  const lists = new DrawnLists<Row>();
  const old = rowsOf('attention', 'graphs', 'walls');
  const [attention] = old;
  if (attention === undefined) throw new Error('no row');
  hand(lists, 'a', old)();
  const next = [attention, ...rowsOf('towers', 'roofs')];
  hand(lists, 'b', next, [attention]);
  expect(names(lists.tickedMeanwhile(next.slice(0, 1)))).toEqual([]);
  expect(names(lists.tickedMeanwhile([attention, ...next.slice(2)]))).toEqual(['attention', 'walls']);
  expect(names(lists.tickedMeanwhile([]))).toEqual([]);
});

/** A screen in another process: it names rows by place, and what it is told and says takes its time. */
class Screen {
  readonly lists = new DrawnLists<Row>();
  readonly told: { readonly rows: readonly Row[]; readonly question: string; readonly confirm: () => void }[] = [];
  readonly said: (() => void)[] = [];
  #handed: readonly Row[] = [];
  shown: { readonly rows: readonly Row[]; readonly question: string; place: number } | undefined;

  hand(question: string, rows: readonly Row[]): void {
    this.#handed = rows;
    this.told.push({ rows, question, confirm: hand(this.lists, question, rows) });
  }

  /** It takes in what it was told next: draws it, says where the cursor is, and answers that it is done. */
  draw(): void {
    const next = this.told.shift();
    if (next === undefined) return;
    this.shown = { rows: next.rows, question: next.question, place: 0 };
    this.#sayCursor([]);
    this.#sayCursor([0]);
    this.said.push(next.confirm);
  }

  press(place: number): void {
    if (this.shown === undefined) return;
    this.shown.place = place % this.shown.rows.length;
    this.#sayCursor([this.shown.place]);
  }

  #sayCursor(places: readonly number[]): void {
    this.said.push(() => this.lists.activeIs(places.flatMap((place) => this.#handed[place] ?? [])));
  }
}

test('Enter means the row under the cursor on screen, however late everything comes', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('hand' as const), question: fc.constantFrom('a', 'b'), turn: fc.nat(4) }),
    fc.record({ do: fc.constant('draw' as const) }),
    fc.record({ do: fc.constant('press' as const), place: fc.nat(4) }),
    fc.record({ do: fc.constant('hear' as const), count: fc.nat(4) }),
    fc.record({ do: fc.constant('enter' as const), question: fc.constantFrom('a', 'b') }),
  );
  const papers = rowsOf('one', 'two', 'three', 'four', 'five');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const screen = new Screen();
      for (const next of steps) {
        if (next.do === 'hand') screen.hand(next.question, [...papers.slice(next.turn), ...papers.slice(0, next.turn)]);
        if (next.do === 'draw') screen.draw();
        if (next.do === 'press') screen.press(next.place);
        if (next.do === 'hear') for (const event of screen.said.splice(0, next.count)) event();
        if (next.do !== 'enter') continue;
        const { shown } = screen;
        // Enter comes behind all that the screen has said.
        for (const event of screen.said.splice(0)) event();
        if (!screen.lists.answers(next.question)) continue;
        const meant = screen.lists.activeFor(next.question);
        const expected = shown?.question === next.question ? shown.rows[shown.place] : undefined;
        // The list for the question is not on screen yet: its first row.
        expect(meant).toBe(expected ?? screen.told.at(-1)?.rows[0]);
      }
    }),
    { numRuns: 1_000 },
  );
});

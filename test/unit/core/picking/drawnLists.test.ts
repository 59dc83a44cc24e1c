import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DrawnLists } from '../../../../src/core/picking/drawnLists.ts';

interface Row {
  readonly name: string;
}

function rowsOf(...labels: readonly string[]): readonly Row[] {
  return labels.map((name) => ({ name }));
}

function underTest(): DrawnLists<Row> {
  return new DrawnLists<Row>(() => ({ name: '' }));
}

/** A screen in another process: it names items by place, and what it is told and says takes its time. */
class Screen {
  readonly lists = underTest();
  readonly #told: { readonly items: readonly Row[]; readonly question: string; readonly active: Row | undefined }[] =
    [];
  #said: (() => void)[] = [];
  #handed: readonly Row[] = [];
  shown: { readonly items: readonly Row[]; readonly question: string; active: Row | undefined } | undefined;

  hand(question: string, rows: readonly Row[], ticked: readonly Row[] = []): void {
    const [active] = rows;
    this.#handed = this.lists.hand({ question, rows, ticked, active });
    this.#told.push({ items: this.#handed, question, active });
  }

  /** It takes in what it was told next: draws it, and says where the cursor is. */
  draw(): void {
    const next = this.#told.shift();
    if (next === undefined) return;
    this.shown = { ...next };
    this.#say((items) => this.lists.activeIs(items), []);
    this.#say((items) => this.lists.activeIs(items), [next.active]);
  }

  /** The row with this number gets the cursor. */
  press(number: number): void {
    const row = this.#row(number);
    if (this.shown === undefined || row === undefined) return;
    this.shown.active = row;
    this.#say((items) => this.lists.activeIs(items), [row]);
  }

  /** These are ticked now. */
  tick(numbers: readonly number[], listener: (items: readonly Row[]) => void): void {
    this.#say(
      listener,
      numbers.map((number) => this.#row(number)),
    );
  }

  /** We hear of what it said first. */
  hear(count = Infinity): void {
    for (const event of this.#said.splice(0, count)) event();
  }

  get next(): Row | undefined {
    return this.#told.at(-1)?.active;
  }

  #row(number: number): Row | undefined {
    const rows = this.shown?.items.filter(({ name }) => name !== '') ?? [];
    return rows[number % rows.length];
  }

  #say(listener: (items: readonly Row[]) => void, rows: readonly (Row | undefined)[]): void {
    const places = rows.map((row) => this.shown?.items.findIndex((item) => item === row) ?? -1);
    // Looked up when it is heard, as VS Code does: in the list that was handed over last.
    this.#said.push(() => listener(places.flatMap((place) => this.#handed[place] ?? [])));
  }
}

const names = ['attention', 'graphs', 'walls'];

describe('the row under the cursor', () => {
  test('is the first one of a list on its way to the screen, whatever is said of the one before', () => {
    const screen = new Screen();
    screen.hand('', rowsOf(...names));
    screen.draw();
    screen.hand('gr', rowsOf('graphs', 'walls', 'attention'));
    screen.press(2);
    screen.hear();
    expect(screen.lists.activeFor('gr')?.name).toBe('graphs');
    expect(screen.lists.activeFor('')?.name).toBe('walls');
    expect(screen.lists.activeFor('other')).toBeUndefined();
  });

  test('is the one on screen when that answers the same question in another order, or with more rows', () => {
    const screen = new Screen();
    screen.hand('a', rowsOf(...names));
    screen.draw();
    screen.hand('a', rowsOf('walls'));
    screen.press(1);
    screen.hear();
    expect(screen.lists.activeFor('a')?.name).toBe('graphs');
    screen.draw();
    screen.hear();
    expect(screen.lists.activeFor('a')?.name).toBe('walls');
  });

  test('there is none when the screen says so of its only list', () => {
    const lists = underTest();
    const rows = rowsOf(...names);
    const items = lists.hand({ question: 'a', rows, ticked: [], active: rows[0] });
    expect(lists.activeFor('a')).toBe(rows[0]);
    lists.activeIs([]);
    expect(lists.activeFor('a')).toBe(rows[0]);
    lists.activeIs(items.slice(2, 3));
    expect(lists.activeFor('a')).toBe(rows[1]);
    lists.activeIs([]);
    expect(lists.activeFor('a')).toBeUndefined();
  });
});

test('only the last list is the answer; before the first one there is none', () => {
  const lists = underTest();
  expect(lists.answers(undefined)).toBe(false);
  const rows = rowsOf(...names);
  lists.hand({ question: 'a', rows, ticked: [], active: rows[0] });
  lists.hand({ question: 'b', rows: [...rows], ticked: [], active: rows[0] });
  expect([lists.answers('a'), lists.answers('b'), lists.answers(undefined)]).toEqual([false, true, false]);
});

test('places are used again: lists that are drawn one after the other take no more than two of them', () => {
  const screen = new Screen();
  for (let turn = 0; turn < 10; turn += 1) {
    screen.hand('a', rowsOf(...names));
    screen.draw();
    screen.hear();
    expect(screen.shown?.items.length).toBeLessThanOrEqual(1 + 2 * names.length);
  }
});

test('a button pressed in the list on screen is for its row; blank items are no rows', () => {
  const lists = underTest();
  const old = rowsOf('attention', 'graphs');
  const first = lists.hand({ question: 'a', rows: old, ticked: [], active: old[0] });
  expect(first.map(({ name }) => name)).toEqual(['', 'attention', 'graphs']);
  expect(lists.meant(first[2] ?? { name: '' })).toBe(old[1]);
  const next = rowsOf('towers', 'roofs', 'walls');
  const items = lists.hand({ question: 'b', rows: next, ticked: [], active: next[0] });
  expect(items.map(({ name }) => name)).toEqual(['', '', '', 'towers', 'roofs', 'walls']);
  expect(lists.meant(items[0] ?? { name: '' })).toBeUndefined();
  expect(lists.meant(items[2] ?? { name: '' })).toBe(old[1]);
  expect(lists.meant(items[5] ?? { name: '' })).toBe(next[2]);
  // Now that one is on screen: the old one does not come back.
  expect(lists.meant(items[2] ?? { name: '' })).toBeUndefined();
  expect(lists.meant({ name: 'strange' })).toBeUndefined();
});

test('ticks made while a list is on its way are for the rows on screen; what it was handed itself is none', () => {
  const screen = new Screen();
  const heard: (readonly [names: string, isLast: boolean] | undefined)[] = [];
  function listen(items: readonly Row[]): void {
    const said = screen.lists.ticked(items);
    heard.push(said === undefined ? undefined : [said.rows.map(({ name }) => name).join(), said.isLast]);
  }
  const old = rowsOf(...names);
  screen.hand('a', old, old.slice(0, 1));
  screen.draw();
  screen.tick([0], listen);
  screen.hear();
  screen.hand('b', rowsOf('attention', 'towers', 'roofs'));
  screen.tick([0, 2], listen);
  screen.tick([], listen);
  screen.hear();
  screen.draw();
  screen.hear();
  screen.tick([1], listen);
  screen.tick([], listen);
  screen.hear();
  expect(heard).toEqual([undefined, ['attention,walls', false], undefined, ['towers', true], ['', true]]);
});

test('Enter means the row under the cursor on screen, however late everything comes', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('hand' as const), question: fc.constantFrom('a', 'b'), turn: fc.nat(4) }),
    fc.record({ do: fc.constant('draw' as const) }),
    fc.record({ do: fc.constant('press' as const), row: fc.nat(4) }),
    fc.record({ do: fc.constant('hear' as const), count: fc.nat(4) }),
    fc.record({ do: fc.constant('enter' as const), question: fc.constantFrom('a', 'b') }),
  );
  const papers = rowsOf('one', 'two', 'three', 'four', 'five');
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const screen = new Screen();
      for (const next of steps) {
        if (next.do === 'hand')
          screen.hand(next.question, [...papers.slice(next.turn), ...papers.slice(0, next.turn % 3)]);
        if (next.do === 'draw') screen.draw();
        if (next.do === 'press') screen.press(next.row);
        if (next.do === 'hear') screen.hear(next.count);
        if (next.do !== 'enter') continue;
        // Enter comes behind all that the screen has said.
        screen.hear();
        if (!screen.lists.answers(next.question)) continue;
        const { shown } = screen;
        const expected = shown?.question === next.question ? shown.active : undefined;
        // The list for the question is not on screen yet: its first row.
        expect(screen.lists.activeFor(next.question)).toBe(expected ?? screen.next);
      }
    }),
    { numRuns: 1_000 },
  );
});

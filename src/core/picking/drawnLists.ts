/** A list of rows on its way to the screen, or there. */
interface DrawnList<Row> {
  /** What its rows answer. */
  readonly question: string | undefined;
  readonly rows: readonly Row[];
  /** Place of the first row among the items. */
  readonly from: number;
  /** As it was handed over, until the screen says something else. */
  active: Row | undefined;
  ticked: readonly Row[] | undefined;
}

/** What is to be drawn. */
export interface HandedList<Row> {
  readonly question: string | undefined;
  readonly rows: readonly Row[];
  /** Some of `rows`. */
  readonly ticked: readonly Row[];
  /** Under the cursor; one of `rows`. */
  readonly active: Row | undefined;
}

/**
 * Finds out which row is meant by a screen in another process that names items by their place. What it says is about the
 * list that it shows, but reaches us as the item at that place of the list that it was handed last, which may still be
 * on its way. So no two lists that may be on screen have rows at the same places: blank items, which are not drawn, fill
 * the places of the others. Thus each item tells which row of which list is meant.
 */
export class DrawnLists<Row> {
  readonly #blank: () => Row;
  /** The first one is on screen (before any is, an empty one), the last one was handed over last. */
  #lists: readonly DrawnList<Row>[] = [
    { question: undefined, rows: [], from: 0, active: undefined, ticked: undefined },
  ];
  #items: readonly Row[] = [];

  /** `blank` makes an item that is not drawn. */
  constructor(blank: () => Row) {
    this.#blank = blank;
  }

  /** The items to hand to the screen for a list: its rows, and blank ones. */
  hand({ question, rows, ticked, active }: HandedList<Row>): readonly Row[] {
    const from = this.#freePlace(rows.length);
    const end = Math.max(from + rows.length, ...this.#lists.map(endOf));
    this.#lists = [...this.#lists, { question, rows, from, active, ticked }];
    this.#items = Array.from({ length: end }, (_, place) => rows[place - from] ?? this.#blank());
    return this.#items;
  }

  /** The first place from which on `count` rows share none with lists that may be on screen. */
  #freePlace(count: number): number {
    // VS Code draws a line over a row behind a heading, also a blank one: over the first row of all lists, or of none.
    let place = 1;
    for (const list of [...this.#lists].sort((a, b) => a.from - b.from)) {
      if (place + count > list.from) place = Math.max(place, endOf(list));
    }
    return place;
  }

  /** Whether the list that was handed over last answers `question`. */
  answers(question: string | undefined): boolean {
    return this.#items.length > 0 && this.#lists.at(-1)?.question === question;
  }

  /** The row that the screen means; `undefined` when it is of no list that may be there. */
  meant(item: Row): Row | undefined {
    return this.#find(item)?.row;
  }

  /** The list of which it speaks is on screen: those before will not come back. */
  #find(item: Row): { readonly list: DrawnList<Row>; readonly row: Row } | undefined {
    const place = this.#items.indexOf(item);
    const index = this.#lists.findIndex((list) => place >= list.from && place < endOf(list));
    const list = this.#lists[index];
    const row = list?.rows[place - list.from];
    if (list === undefined || row === undefined) return undefined;
    this.#lists = this.#lists.slice(index);
    return { list, row };
  }

  /** The screen says what is under the cursor: one item, or none. */
  activeIs([item]: readonly Row[]): void {
    const [shown, next] = this.#lists;
    // None, while a list is on its way: the screen begins to draw it, and says more when it has.
    if (item === undefined && next === undefined && shown !== undefined) shown.active = undefined;
    const found = item === undefined ? undefined : this.#find(item);
    if (found !== undefined) found.list.active = found.row;
  }

  /** The row under the cursor of the list for `question`: of the one on screen if it answers that, else of the next. */
  activeFor(question: string | undefined): Row | undefined {
    const [shown] = this.#lists;
    const last = this.#lists.at(-1);
    if (shown === undefined || last === undefined) return undefined;
    if (shown.question === question && (shown.active !== undefined || shown === last)) return shown.active;
    return last.question === question ? last.active : undefined;
  }

  /**
   * The screen says which items are ticked. `undefined` when that tells nothing new: it repeats what it was handed.
   * `isLast` is false when a list with other ticks is on its way.
   */
  ticked(items: readonly Row[]): { readonly rows: readonly Row[]; readonly isLast: boolean } | undefined {
    const [first] = items;
    if (first === undefined) return this.#lists.length === 1 ? { rows: [], isLast: true } : undefined;
    const list = this.#find(first)?.list;
    if (list === undefined) return undefined;
    const rows = items.flatMap((item) => this.meant(item) ?? []);
    const handed = list.ticked;
    list.ticked = undefined;
    const isEcho = handed?.length === rows.length && rows.every((row) => handed.includes(row));
    return isEcho ? undefined : { rows, isLast: list === this.#lists.at(-1) };
  }
}

/** Behind the place of the last row. */
function endOf({ from, rows }: DrawnList<unknown>): number {
  return from + rows.length;
}

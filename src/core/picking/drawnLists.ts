/** A list of rows on its way to the screen, or there. */
interface DrawnList<Row> {
  /** What its rows answer. */
  readonly question: string | undefined;
  readonly rows: readonly Row[];
  /** Places of the rows that were ticked when it was handed over. */
  readonly ticked: readonly number[];
  active: Row | undefined;
}

/** What is handed to the screen. */
export interface HandedList<Row> {
  readonly question: string | undefined;
  readonly rows: readonly Row[];
  readonly ticked: readonly Row[];
  /** Under the cursor; one of `rows`. */
  readonly active: Row | undefined;
}

/**
 * Finds out which row is meant by a screen that is in another process and names rows by their place. What it says is
 * about the list that it shows, but reaches us as the row at that place of the list that it was handed last, which may
 * still be on its way. So every list is confirmed once it is shown, and until then places are looked up in the one before.
 */
export class DrawnLists<Row> {
  /** The first one is on screen (before any is, an empty one), the last one was handed over last. */
  #lists: readonly DrawnList<Row>[] = [];

  /** A list is handed over. To be called once what the screen says is about this list or a later one: the result. */
  hand({ question, rows, ticked, active }: HandedList<Row>): () => void {
    const list = { question, rows, ticked: ticked.map((row) => rows.indexOf(row)), active };
    const before = this.#lists.length === 0 ? [{ question, rows: [], ticked: [], active: undefined }] : this.#lists;
    this.#lists = [...before, list];
    return () => {
      const place = this.#lists.indexOf(list);
      if (place > 0) this.#lists = this.#lists.slice(place);
    };
  }

  /** Whether the list that was handed over last answers `question`. */
  answers(question: string | undefined): boolean {
    const last = this.#lists.at(-1);
    return last !== undefined && last.question === question;
  }

  /** The row on screen that is meant; `undefined` when it cannot be known. */
  meant(row: Row): Row | undefined {
    const place = this.#lists.at(-1)?.rows.indexOf(row) ?? -1;
    return place < 0 ? undefined : this.#lists[0]?.rows[place];
  }

  /** The screen says which rows are under the cursor: one, or none. */
  activeIs([row]: readonly Row[]): void {
    const [shown] = this.#lists;
    if (shown !== undefined) shown.active = row === undefined ? undefined : this.meant(row);
  }

  /** The row under the cursor of the list for `question`; of the one on screen if that answers it, too. */
  activeFor(question: string | undefined): Row | undefined {
    const [shown] = this.#lists;
    const last = this.#lists.at(-1);
    if (shown === undefined || last === undefined) return undefined;
    if (shown.question === question && (shown.active !== undefined || shown === last)) return shown.active;
    return last.question === question ? last.active : undefined;
  }

  /** The last list is on screen: what is said is about it. */
  get isShown(): boolean {
    return this.#lists.length <= 1;
  }

  /**
   * The screen says which rows are ticked, while a list is on its way: those of the list on screen that are meant. Empty
   * for what it says of a list that it just draws, with the ticks that we have set ourselves.
   */
  tickedMeanwhile(rows: readonly Row[]): readonly Row[] {
    const last = this.#lists.at(-1);
    const places = rows.map((row) => last?.rows.indexOf(row) ?? -1);
    const isEcho = this.#lists.slice(1).some(({ ticked }) => isSameSet(ticked, places));
    return isEcho ? [] : rows.flatMap((row) => this.meant(row) ?? []);
  }
}

function isSameSet(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((place) => others.includes(place));
}

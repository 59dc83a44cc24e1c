/** A row of a tree, known by its id. Whoever shows the tree knows it by its object. */
export interface TreeRow {
  readonly id: string;
  /** The row it stands under; `undefined` of an outermost one. */
  readonly parent: TreeRow | undefined;
}

interface Delivered<Row> {
  readonly row: Row;
  readonly print: string;
  isClosed: boolean;
}

/**
 * What somebody who shows a tree was last given under which row, so that he is told of those rows only that have something
 * else under them. What stands under a row is compared by a print of it, a text.
 */
export class DeliveredRows<Row extends TreeRow> {
  #outermost: ReadonlyMap<string, string> | undefined;
  readonly #under = new Map<string, Delivered<Row>>();

  /** The outermost rows were given, each with a print of itself, in this order. */
  deliverOutermost(rows: Iterable<readonly [row: Row, print: string]>): void {
    this.#outermost = printsOf(rows);
  }

  /** What stands under a row was given. */
  deliver(row: Row, print: string): void {
    this.#under.set(row.id, { row, print, isClosed: false });
  }

  /** What is under a closed row is kept by who shows it, and shown again when the row is opened. */
  opened(row: Row, isOpen: boolean): void {
    const known = this.#under.get(row.id);
    if (known !== undefined) known.isClosed = !isOpen;
  }

  /** Forgets all: the tree is asked for anew. */
  clear(): void {
    this.#outermost = undefined;
    this.#under.clear();
  }

  /**
   * The rows to tell of now, outermost ones only; `undefined` when the whole tree is to be asked for anew, because its
   * outermost rows are others. `printUnder` gives a print of what stands under a row now. Closed rows are told of without
   * being looked at, once. Rejects as `printUnder` does; then the next answer tells of the same.
   */
  async changed(
    outermost: readonly (readonly [row: Row, print: string])[],
    printUnder: (row: Row) => Promise<string>,
  ): Promise<readonly Row[] | undefined> {
    const before = this.#outermost;
    const prints = printsOf(outermost);
    if (before === undefined || [...before.keys()].join('\n') !== [...prints.keys()].join('\n')) return undefined;
    const changed = new Map<string, Row>();
    for (const [row, print] of outermost) if (before.get(row.id) !== print) changed.set(row.id, row);
    for (const [id, { row, print, isClosed }] of this.#under) {
      if (isWithin(row, changed)) continue;
      if (!isClosed && (await printUnder(row)) === print) continue;
      // What was given meanwhile is as new as what was looked at.
      if (!isClosed && this.#under.get(id)?.print !== print) continue;
      changed.set(id, row);
    }
    for (const [id, { isClosed }] of this.#under) if (isClosed && changed.has(id)) this.#under.delete(id);
    this.#outermost = prints;
    return [...changed.values()].filter(({ parent }) => parent === undefined || !isWithin(parent, changed));
  }
}

function printsOf(rows: Iterable<readonly [row: TreeRow, print: string]>): ReadonlyMap<string, string> {
  const prints = new Map<string, string>();
  for (const [{ id }, print] of rows) prints.set(id, print);
  return prints;
}

function isWithin(row: TreeRow, rows: ReadonlyMap<string, TreeRow>): boolean {
  for (let at: TreeRow | undefined = row; at !== undefined; at = at.parent) if (rows.has(at.id)) return true;
  return false;
}

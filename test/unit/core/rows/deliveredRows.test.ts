import { describe, expect, test } from 'vitest';
import { DeliveredRows, type TreeRow } from '../../../../src/core/rows/deliveredRows.ts';

/** A tree that a test changes: what stands under each row, by the ids of rows. */
class Tree {
  readonly rows: Readonly<Record<string, TreeRow>>;
  under: Record<string, string> = {};
  outermost: [string, string][];
  asked: string[] = [];
  readonly delivered = new DeliveredRows<TreeRow>();

  constructor() {
    const [owls, bees] = ['owls', 'bees'].map((id) => ({ id, parent: undefined }));
    const barn = { id: 'barn', parent: owls };
    this.rows = { owls: owls ?? barn, bees: bees ?? barn, barn };
    this.outermost = [
      ['owls', '2'],
      ['bees', '1'],
    ];
    this.under = { owls: 'barn, a', barn: 'b', bees: 'c' };
  }

  row(id: string): TreeRow {
    return this.rows[id] ?? { id, parent: undefined };
  }

  get printed(): (readonly [TreeRow, string])[] {
    return this.outermost.map(([id, print]) => [this.row(id), print]);
  }

  /** As somebody who draws the tree and opens these rows. */
  draw(...open: readonly string[]): void {
    this.delivered.deliverOutermost(this.printed);
    for (const id of open) this.delivered.deliver(this.row(id), this.under[id] ?? '');
  }

  async changed(): Promise<readonly string[] | undefined> {
    this.asked = [];
    const rows = await this.delivered.changed(this.printed, async ({ id }) => {
      this.asked.push(id);
      return this.under[id] ?? '';
    });
    return rows?.map(({ id }) => id);
  }
}

describe('the rows to tell of', () => {
  test('none while nothing changed; what was never opened is not looked at', async () => {
    const tree = new Tree();
    tree.draw('owls');
    expect(await tree.changed()).toEqual([]);
    expect(tree.asked).toEqual(['owls']);
  });

  test('the row under which something changed, and no other', async () => {
    const tree = new Tree();
    tree.draw('owls', 'barn', 'bees');
    tree.under['barn'] = 'b, and more';
    expect(await tree.changed()).toEqual(['barn']);
    // As long as it was not drawn anew.
    expect(await tree.changed()).toEqual(['barn']);
    tree.delivered.deliver(tree.row('barn'), 'b, and more');
    expect(await tree.changed()).toEqual([]);
  });

  test('a row that looks otherwise itself stands for what is under it', async () => {
    const tree = new Tree();
    tree.draw('owls', 'barn', 'bees');
    tree.outermost[0] = ['owls', '3'];
    Object.assign(tree.under, { owls: 'barn, a, d', barn: 'x' });
    expect(await tree.changed()).toEqual(['owls']);
    expect(tree.asked).toEqual(['bees']);
    expect(await tree.changed()).toEqual(['owls']);
  });

  test('the outer one of two', async () => {
    const tree = new Tree();
    tree.draw('barn', 'owls');
    Object.assign(tree.under, { owls: 'x', barn: 'y' });
    expect(await tree.changed()).toEqual(['owls']);
  });

  test('closed ones without a look, once', async () => {
    const tree = new Tree();
    tree.draw('owls', 'bees');
    tree.delivered.opened(tree.row('bees'), false);
    expect(await tree.changed()).toEqual(['bees']);
    expect(tree.asked).toEqual(['owls']);
    expect(await tree.changed()).toEqual([]);
    tree.delivered.deliver(tree.row('bees'), 'c');
    tree.delivered.opened(tree.row('bees'), false);
    tree.delivered.opened(tree.row('bees'), true);
    expect(await tree.changed()).toEqual([]);
  });

  test.each([
    [
      'another one',
      [
        ['owls', '2'],
        ['wasps', '1'],
      ],
    ],
    [
      'another order',
      [
        ['bees', '1'],
        ['owls', '2'],
      ],
    ],
    ['one less', [['owls', '2']]],
  ] as [string, [string, string][]][])('all when the outermost rows are others: %s', async (_, outermost) => {
    const tree = new Tree();
    tree.draw('owls');
    tree.outermost = outermost;
    expect(await tree.changed()).toBeUndefined();
    expect(await new Tree().changed()).toBeUndefined();
    tree.draw();
    tree.delivered.clear();
    expect(await tree.changed()).toBeUndefined();
  });

  test('what is drawn anew during the look is not told of again', async () => {
    const tree = new Tree();
    tree.draw('owls');
    const rows = await tree.delivered.changed(tree.printed, async (row) => {
      tree.delivered.deliver(row, 'new');
      return 'new';
    });
    expect(rows).toEqual([]);
  });

  test('after a look that failed the same is told of by the next', async () => {
    const tree = new Tree();
    tree.draw('bees');
    tree.outermost[0] = ['owls', '3'];
    const failed = tree.delivered.changed(tree.printed, () => Promise.reject(new Error('stopped')));
    await expect(failed).rejects.toThrow('stopped');
    expect(await tree.changed()).toEqual(['owls']);
  });
});

import type { GroupNode, StretchNode, TreeNode } from './treeNodes.ts';
import { printOf, type TreeContents } from './treeContents.ts';

interface Delivered {
  readonly node: GroupNode | StretchNode;
  readonly print: string;
  isClosed: boolean;
}

/** What VS Code was last given under which row, so that it is told of those only that have something else under them. */
export class DeliveredRows {
  #root: ReadonlyMap<string, string> | undefined;
  readonly #under = new Map<string, Delivered>();

  /** VS Code has the outermost rows. */
  deliverRoot(groups: readonly GroupNode[]): void {
    this.#root = printsOf(groups);
  }

  /** VS Code has what stands under a row. */
  deliver(node: GroupNode | StretchNode, contents: TreeContents): void {
    this.#under.set(node.id, { node, print: printOf(contents), isClosed: false });
  }

  /** VS Code draws what is under a closed row from its memory when the row is opened again. */
  opened(node: GroupNode | StretchNode, isOpen: boolean): void {
    const known = this.#under.get(node.id);
    if (known !== undefined) known.isClosed = !isOpen;
  }

  /** Forgets all: the tree is asked for anew. */
  clear(): void {
    this.#root = undefined;
    this.#under.clear();
  }

  /**
   * The rows to tell VS Code of, outermost ones only, now that `groups` are the groups and `read` gives what stands under
   * a row; `undefined` for the whole tree. What is closed is told of without being read, once.
   */
  async changed(
    groups: readonly GroupNode[],
    read: (node: GroupNode | StretchNode) => Promise<TreeContents>,
  ): Promise<readonly TreeNode[] | undefined> {
    const before = this.#root;
    const prints = printsOf(groups);
    if (before === undefined || [...before.keys()].join('\n') !== [...prints.keys()].join('\n')) return undefined;
    const changed = new Set<TreeNode>(groups.filter(({ id }) => before.get(id) !== prints.get(id)));
    for (const [id, { node, print, isClosed }] of this.#under) {
      if (isWithin(node, changed)) continue;
      if (isClosed) this.#under.delete(id);
      else if (printOf(await read(node)) === print) continue;
      changed.add(node);
    }
    this.#root = prints;
    return [...changed].filter((node) => node.parent === undefined || !isWithin(node.parent, changed));
  }
}

/** What groups look like, by the ids of their rows, in their order. */
function printsOf(groups: readonly GroupNode[]): ReadonlyMap<string, string> {
  return new Map(groups.map(({ id, group }) => [id, JSON.stringify(group)]));
}

function isWithin(node: TreeNode, rows: ReadonlySet<TreeNode>): boolean {
  for (let at: TreeNode | undefined = node; at !== undefined; at = at.parent) if (rows.has(at)) return true;
  return false;
}

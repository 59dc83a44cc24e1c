import type { GroupRow, GroupView, PaperRow, Stretch } from '../../../engine/paperEngine.ts';

/** A group of papers: a theme, a year, a paper file … */
export interface GroupNode {
  readonly kind: 'group';
  /** Of the row in the tree: keeps selection and expansion. */
  readonly id: string;
  readonly view: GroupView;
  /** As it is now. */
  group: GroupRow;
  /** The group that it is a part of. */
  readonly parent: GroupNode | undefined;
  /** Shown with its papers: a filter left few. */
  readonly open: boolean;
  /** Of a paper file, for the commands of the context menu. */
  readonly uri: string | undefined;
}

/** A stretch of a large group: thousands of rows at once would hold up VS Code. */
export interface StretchNode {
  readonly kind: 'stretch';
  readonly id: string;
  readonly parent: GroupNode;
  readonly from: number;
  readonly to: number;
  /** As it is now. */
  stretch: Stretch;
}

export interface PaperNode {
  readonly kind: 'paper';
  readonly id: string;
  /** For the commands of the context menu: of several places the one in this file is meant. */
  readonly key: string;
  readonly source: string;
  /** As it is now. */
  row: PaperRow;
  readonly parent: GroupNode | StretchNode;
}

/** A row of the tree. */
export type TreeNode = GroupNode | StretchNode | PaperNode;

/** A row that has others under it; `undefined` is the tree itself. */
export type Container = GroupNode | StretchNode | undefined;

/**
 * The nodes of the rows that there are, each made once: VS Code knows a row by its object, and by its id when it is drawn
 * anew. Nodes of the same id are of the same view until `clear`.
 */
export class TreeNodes {
  readonly #groups = new Map<string, GroupNode>();
  readonly #stretches = new Map<string, StretchNode>();
  readonly #papers = new Map<string, PaperNode>();

  /**
   * VS Code takes the state of a row only when its id comes into the tree: filtered groups have ids of their own, so that
   * they open where few papers are left, and what was open before the filter is so again after it. So have empty ones, as
   * all are while papers are being read.
   */
  group(view: GroupView, group: GroupRow, parent: GroupNode | undefined, open: boolean): GroupNode {
    const state = group.count === 0 ? 'empty:' : view.filter !== undefined ? (open ? 'few:' : 'filtered:') : '';
    const id = `${state}${view.by}:${group.id}`;
    const known = this.#groups.get(id);
    if (known !== undefined && known.parent === parent) return Object.assign(known, { group });
    const uri = view.by === 'source' ? group.id : undefined;
    const node: GroupNode = { kind: 'group', id, view, group, parent, open, uri };
    this.#groups.set(id, node);
    return node;
  }

  stretch(parent: GroupNode, stretch: Stretch): StretchNode {
    const { from, to } = stretch;
    const id = `${parent.id}#${String(from)}`;
    const known = this.#stretches.get(id);
    if (known !== undefined && known.parent === parent && known.to === to) return Object.assign(known, { stretch });
    const node: StretchNode = { kind: 'stretch', id, parent, from, to, stretch };
    this.#stretches.set(id, node);
    return node;
  }

  paper(parent: GroupNode | StretchNode, row: PaperRow): PaperNode {
    const group = parent.kind === 'group' ? parent : parent.parent;
    const id = `paper:${group.id}/${row.key}`;
    const known = this.#papers.get(id);
    const source = row.source.uri;
    if (known !== undefined && known.parent === parent && known.source === source) return Object.assign(known, { row });
    const node: PaperNode = { kind: 'paper', id, key: row.key, source, row, parent };
    this.#papers.set(id, node);
    return node;
  }

  /** Forgets all: the tree is made anew. */
  clear(): void {
    this.#groups.clear();
    this.#stretches.clear();
    this.#papers.clear();
  }
}

import type { GroupRow, GroupView, PaperRow } from '../../../engine/paperEngine.ts';

/** A theme or a paper file. */
export interface GroupNode {
  readonly kind: 'group';
  readonly view: GroupView;
  readonly group: GroupRow;
  /** Shown with its papers: a filter left few. */
  readonly open: boolean;
  /** Of a paper file, for the commands of the context menu. */
  readonly uri: string | undefined;
}

/** A stretch of a large group: thousands of rows at once would hold up VS Code. */
export interface StretchNode {
  readonly kind: 'stretch';
  readonly parent: GroupNode;
  readonly from: number;
  readonly to: number;
}

export interface PaperNode {
  readonly kind: 'paper';
  /** For the commands of the context menu: of several places the one in this file is meant. */
  readonly key: string;
  readonly source: string;
  readonly row: PaperRow;
  readonly parent: GroupNode | StretchNode;
}

/** A row of the tree. */
export type TreeNode = GroupNode | StretchNode | PaperNode;

/** A group of more papers is shown in stretches. */
const mostAtOnce = 500;
const stretchLength = 200;

/** The stretches of a large group; empty for a group that is shown as a whole. */
export function stretchesOf(parent: GroupNode): readonly StretchNode[] {
  const { count } = parent.group;
  if (count <= mostAtOnce) return [];
  return Array.from({ length: Math.ceil(count / stretchLength) }, (_, index) => {
    const from = index * stretchLength;
    return { kind: 'stretch', parent, from, to: Math.min(from + stretchLength, count) };
  });
}

import { keysOfArguments } from '../commands.ts';
import type { GroupView, RowSlice } from '../../engine/paperEngine.ts';
import type { Services } from '../services.ts';

/** A row of the tree that holds papers, as far as commands know it. */
interface GroupRowNode {
  readonly view: GroupView;
  readonly group: { readonly id: string };
}

/** A stretch of a large group. */
interface StretchRowNode {
  readonly parent: GroupRowNode;
  readonly from: number;
  readonly to: number;
}

/** Which rows a command is about, when it is called on several. */
export type AskedRows =
  /** The one that was clicked. */
  | 'clicked'
  /** All selected papers; selected groups are passed over. */
  | 'papers'
  /** All selected papers, and those of the selected groups. */
  | 'papers and groups';

/**
 * Keys of the papers that a command was called on, each once, in the order of the rows: by a menu (the clicked row, then
 * all selected ones), by a key binding (`{ selectedIn: view }`), by anybody (`{ key }`, `{ keys }`). `[]` for anything else.
 */
export async function keysOfRows(
  services: Services,
  args: readonly unknown[],
  rows: AskedRows,
): Promise<readonly string[]> {
  const items = rowsOf(services, args, rows);
  const keys = new Set<string>();
  for (const item of items) {
    const group = rows === 'papers and groups' ? groupOf(item) : undefined;
    const found = group === undefined ? keysOfArguments([item]) : await keysIn(services, group);
    for (const key of found) keys.add(key);
  }
  return [...keys];
}

function rowsOf(
  { rowSelection }: Services,
  [first, selected]: readonly unknown[],
  rows: AskedRows,
): readonly unknown[] {
  if (isOfView(first)) return rowSelection.in(first.selectedIn);
  if (rows === 'clicked' || !Array.isArray(selected) || selected.length === 0) return [first];
  return selected;
}

/** Whether a command was called by a key in a view: what is selected there is meant, be it nothing. */
export function isOfView(value: unknown): value is { readonly selectedIn: string } {
  if (typeof value !== 'object' || value === null || !('selectedIn' in value)) return false;
  return typeof value.selectedIn === 'string';
}

interface GroupPart {
  readonly node: GroupRowNode;
  readonly slice: RowSlice | undefined;
}

function groupOf(value: unknown): GroupPart | undefined {
  if (isGroup(value)) return { node: value, slice: undefined };
  return isStretch(value) ? { node: value.parent, slice: { from: value.from, to: value.to } } : undefined;
}

/** Keys of a group of the tree with the groups in it, or of a stretch of one. */
async function keysIn({ library: { engine } }: Services, { node, slice }: GroupPart): Promise<readonly string[]> {
  if (slice === undefined) return engine.groupKeys(node.view, node.group.id);
  return (await engine.groupPapers(node.view, node.group.id, slice)).map(({ key }) => key);
}

function isGroup(value: unknown): value is GroupRowNode {
  return typeof value === 'object' && value !== null && 'view' in value && 'group' in value;
}

function isStretch(value: unknown): value is StretchRowNode {
  if (typeof value !== 'object' || value === null || !('parent' in value)) return false;
  return isGroup(value.parent) && 'from' in value && 'to' in value;
}

import type { GroupRow, GroupView, PaperEngine, PaperRow, Stretch } from '../../../engine/paperEngine.ts';
import type { Container } from './treeNodes.ts';

/** Papers of a group beyond these are shown in stretches. */
const mostAtOnce = 500;
const stretchLength = 200;

/** What stands under a row, in this order. */
export interface TreeContents {
  readonly groups: readonly GroupRow[];
  readonly stretches: readonly Stretch[];
  readonly papers: readonly PaperRow[];
}

/** Asks the engine what stands under a row; never for more rows than VS Code draws without a pause. */
export async function contentsOf(engine: PaperEngine, view: GroupView, node: Container): Promise<TreeContents> {
  if (node === undefined) return { groups: await engine.groups(view), stretches: [], papers: [] };
  if (node.kind === 'stretch') {
    const { parent, from, to } = node;
    return { groups: [], stretches: [], papers: await engine.groupPapers(view, parent.group.id, { from, to }) };
  }
  const { id, divided, own } = node.group;
  const groups = divided ? await engine.groups(view, id) : [];
  if (own <= mostAtOnce) {
    return { groups, stretches: [], papers: own === 0 ? [] : await engine.groupPapers(view, id, { from: 0, to: own }) };
  }
  return { groups, stretches: await engine.stretches(view, id, stretchLength), papers: [] };
}

/** The place of a paper in a group that is shown in stretches: the first row of its stretch; else `undefined`. */
export function stretchStart({ own }: GroupRow, index: number): number | undefined {
  return own <= mostAtOnce ? undefined : index - (index % stretchLength);
}

/** Equal for contents that look the same. Marks are drawn by themselves, and lines of a file are not shown. */
export function printOf({ groups, stretches, papers }: TreeContents): string {
  const ends = stretches.map(({ from, to, first, last }) => [from, to, shownOf(first), shownOf(last)]);
  return JSON.stringify([groups, ends, papers.map(shownOf)]);
}

function shownOf({ key, aliases, title, authors, year, source }: PaperRow): readonly unknown[] {
  return [key, aliases, title, authors, year, source.uri];
}

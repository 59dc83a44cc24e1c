import type { Paper } from '../../core/paper.ts';
import type { PaperNeighbours, ViewRow } from '../paperEngine.ts';
import type { ShownGroups } from './shownGroups.ts';

/** The rows above and below that of a paper, over the ends of groups; `undefined` when the groups do not show it. */
export function neighboursOf(
  groups: ShownGroups,
  paper: Paper,
  within: string | undefined,
): PaperNeighbours | undefined {
  const row = (within === undefined ? undefined : rowIn(groups, paper, within)) ?? strongestRow(groups, paper);
  if (row === undefined) return undefined;
  const { group, index } = row;
  const papers = groups.papers(group);
  const at = groups.order.indexOf(group);
  return {
    key: paper.key,
    group,
    previous: rowAt(papers, index - 1, group) ?? lastOf(groups, groups.order.slice(0, at).toReversed()),
    next: rowAt(papers, index + 1, group) ?? firstOf(groups, groups.order.slice(at + 1)),
  };
}

interface Row {
  readonly group: string;
  readonly index: number;
}

function rowIn(groups: ShownGroups, paper: Paper, group: string): Row | undefined {
  const index = groups.papers(group).findIndex(({ key }) => key === paper.key);
  return index < 0 ? undefined : { group, index };
}

function strongestRow(groups: ShownGroups, paper: Paper): Row | undefined {
  const place = groups.placeOf(paper);
  const group = place?.path.at(-1);
  return place === undefined || group === undefined ? undefined : { group, index: place.index };
}

function rowAt(papers: readonly Paper[], index: number, group: string): ViewRow | undefined {
  const paper = papers[index];
  return paper === undefined ? undefined : { key: paper.key, group };
}

/** Groups without papers of their own are passed over. */
function firstOf(groups: ShownGroups, ids: readonly string[]): ViewRow | undefined {
  const group = ids.find((id) => groups.papers(id).length > 0);
  return group === undefined ? undefined : rowAt(groups.papers(group), 0, group);
}

function lastOf(groups: ShownGroups, ids: readonly string[]): ViewRow | undefined {
  const group = ids.find((id) => groups.papers(id).length > 0);
  return group === undefined ? undefined : rowAt(groups.papers(group), groups.papers(group).length - 1, group);
}

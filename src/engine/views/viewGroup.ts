import type { Paper } from '../../core/paper.ts';

/** A group of papers as the views work with it: with its papers, where a row has but their number. */
export interface ViewGroup {
  /** Unique among all groups of its grouping, parts included. */
  readonly id: string;
  /** `''` for a paper file. */
  readonly label: string;
  readonly terms: readonly string[];
  readonly pinned: boolean;
  /** All its papers, each once, those of its parts included, in the order that suits the group. */
  readonly members: readonly Paper[];
  /** Those in none of its parts. */
  readonly own: readonly Paper[];
  readonly parts: readonly ViewGroup[];
  /** The parts are few: the row of the group has theirs. */
  readonly showsParts: boolean;
}

/** The library in groups of one kind. Every paper is in at least one. */
export interface Grouping {
  /** In the order to show them. */
  readonly groups: readonly ViewGroup[];
  /** Ids of the groups without parts, or of which it is in no part, that a paper stands in; the one it belongs to most first. */
  idsOf(paper: Paper): readonly string[];
}

/** A group without parts that is no theme. */
export function plainGroup(id: string, label: string, members: readonly Paper[]): ViewGroup {
  return { id, label, terms: [], pinned: false, members, own: members, parts: [], showsParts: false };
}

/** A group that is nothing but its parts. */
export function groupOfParts(id: string, label: string, parts: readonly ViewGroup[]): ViewGroup {
  const members = [...new Set(parts.flatMap((part) => part.members))];
  return { id, label, terms: [], pinned: false, members, own: [], parts, showsParts: false };
}

/** Papers by the ids that each has, in the order in which ids and papers come. */
export function gather(
  papers: readonly Paper[],
  idsOf: (paper: Paper) => Iterable<string>,
): ReadonlyMap<string, readonly Paper[]> {
  const groups = new Map<string, Paper[]>();
  for (const paper of papers) {
    for (const id of new Set(idsOf(paper))) {
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [paper]);
      else group.push(paper);
    }
  }
  return groups;
}

/** Latest first, those without a year last; else as they are. */
export function latestFirst(papers: readonly Paper[]): readonly Paper[] {
  return papers.toSorted((a, b) => yearOf(b) - yearOf(a));
}

function yearOf({ year }: Paper): number {
  return year ?? Number.MIN_SAFE_INTEGER;
}

import type { Paper } from '../paper.ts';
import type { Theme } from './theme.ts';
import { shorten, singleLine } from '../text/plainText.ts';
import { foldName } from './foldName.ts';
import { groupIdPrefix } from './themeIds.ts';

const maxLabel = 80;
/** More groups than this nobody browses: the papers of the smallest ones are grouped by what they say. */
const mostGroups = 40;
/** A group that holds a greater share of a library of so many papers tells nothing: "References". */
const greatestShare = 0.8;
const leastPapers = 12;

/** The groups that files put papers in. */
export interface FileGroups {
  /** The largest first, among equals the one that comes first in the library. */
  readonly groups: readonly Theme[];
  /** Ids of the groups of the papers that have some, in the order of their files. */
  readonly groupsOf: ReadonlyMap<string, readonly string[]>;
}

interface Group {
  readonly keys: Set<string>;
  /** How its name is written, with how often. */
  readonly names: Map<string, number>;
}

/**
 * Headings of reading lists and groups of reference managers, folded: names that differ in case, number, hyphens or the
 * order of words are one, and so are a name and its acronym, where a name gives it ("Language Models (LM)").
 */
export function fileGroupsOf(papers: readonly Paper[]): FileGroups {
  const groups = new Map<string, Group>();
  const acronyms = new Map<string, string>();
  const foldsOf = new Map<string, readonly string[]>();
  for (const { key: paper, groups: names = [] } of papers) {
    const folds: string[] = [];
    for (const written of names) {
      const name = shorten(singleLine(written), maxLabel);
      if (name === '') continue;
      const { key, acronym } = foldName(name);
      folds.push(key);
      const group = groups.get(key) ?? { keys: new Set<string>(), names: new Map<string, number>() };
      groups.set(key, group);
      group.keys.add(paper);
      group.names.set(name, (group.names.get(name) ?? 0) + 1);
      if (acronym !== undefined && acronym !== key && !acronyms.has(acronym)) acronyms.set(acronym, key);
    }
    if (folds.length > 0) foldsOf.set(paper, folds);
  }
  for (const [acronym, key] of acronyms) join(groups, acronym, key);
  const shown = shownOf(groups, papers.length);
  const groupsOf = new Map<string, readonly string[]>();
  for (const [paper, folds] of foldsOf) {
    const own = folds.flatMap((fold) => shown.get(fold)?.id ?? shown.get(acronyms.get(fold) ?? '')?.id ?? []);
    if (own.length > 0) groupsOf.set(paper, [...new Set(own)]);
  }
  return { groups: [...shown.values()], groupsOf };
}

/** The papers of the short name come to the long one. */
function join(groups: Map<string, Group>, from: string, to: string): void {
  const short = groups.get(from);
  const long = groups.get(to);
  if (short === undefined || long === undefined) return;
  for (const key of short.keys) long.keys.add(key);
  groups.delete(from);
}

function tells(size: number, papers: number): boolean {
  return papers < leastPapers || size <= papers * greatestShare;
}

/** The groups to show, by what their names fold to, the largest first. */
function shownOf(groups: ReadonlyMap<string, Group>, papers: number): ReadonlyMap<string, Theme> {
  const largest = [...groups]
    .filter(([, { keys }]) => tells(keys.size, papers))
    .sort(([, a], [, b]) => b.keys.size - a.keys.size)
    .slice(0, mostGroups);
  return new Map(
    largest.map(([fold, { keys, names }]): [string, Theme] => {
      const label = usual(names);
      const id = groupIdPrefix + label.normalize('NFKC').toLowerCase();
      return [fold, { id, label, terms: [], keys: [...keys] }];
    }),
  );
}

/** The name that is written most often, the first one of equals. */
function usual(names: ReadonlyMap<string, number>): string {
  let best = '';
  for (const [name, count] of names) if (count > (names.get(best) ?? 0)) best = name;
  return best;
}

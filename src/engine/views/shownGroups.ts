import type { Paper } from '../../core/paper.ts';
import type { GroupRow, PaperPlace } from '../paperEngine.ts';
import type { Grouping, ViewGroup } from './viewGroup.ts';

/** Titles that say what a theme is about. */
const mostExamples = 3;

/** How the groups of a library are to be shown. */
export interface ShownOptions {
  readonly grouping: Grouping;
  /** Only these, with their place in the answer that found them; all when undefined. */
  readonly found: ReadonlyMap<string, number> | undefined;
  /** In the order asked for. */
  sort(papers: readonly Paper[]): readonly Paper[];
  /** Groups have examples. */
  readonly withExamples: boolean;
}

/** A library in groups, filtered and in order, at one state of it. What was worked out is kept. */
export class ShownGroups {
  readonly #options: ShownOptions;
  readonly #sorted = new Map<string, readonly Paper[]>();
  #order: readonly string[] | undefined;
  #paths: ReadonlyMap<string, { readonly group: ViewGroup; readonly path: readonly string[] }> | undefined;

  constructor(options: ShownOptions) {
    this.#options = options;
  }

  /** Rows of the groups, or of the parts of one; filtered only those that have papers left. */
  rows(within?: string): readonly GroupRow[] {
    const groups = within === undefined ? this.#options.grouping.groups : (this.#group(within)?.parts ?? []);
    return this.#rowsOf(groups);
  }

  #rowsOf(groups: readonly ViewGroup[]): readonly GroupRow[] {
    const rows = groups.map((group) => this.#rowOf(group));
    return this.#options.found === undefined ? rows : rows.filter(({ count }) => count > 0);
  }

  #rowOf(group: ViewGroup): GroupRow {
    const { id, label, terms, pinned, parts, members, own } = group;
    const examples = this.#options.withExamples ? members.slice(0, mostExamples).map(({ title }) => title) : [];
    const count = this.#count(members);
    return {
      id,
      label,
      terms,
      examples,
      count,
      own: members === own ? count : this.#count(own),
      divided: parts.length > 0,
      parts: group.showsParts ? this.#rowsOf(parts) : [],
      pinned,
    };
  }

  #count(papers: readonly Paper[]): number {
    const { found } = this.#options;
    if (found === undefined) return papers.length;
    let count = 0;
    for (const { key } of papers) if (found.has(key)) count += 1;
    return count;
  }

  /** The papers that stand in a group itself, in none of its parts; none for an unknown id. */
  papers(id: string): readonly Paper[] {
    const known = this.#sorted.get(id);
    if (known !== undefined) return known;
    const group = this.#group(id);
    if (group === undefined) return [];
    const sorted = this.#options.sort(this.#found(group.own));
    this.#sorted.set(id, sorted);
    return sorted;
  }

  /** Keys of all papers of a group, those of its parts included; none for an unknown id. */
  keys(id: string): readonly string[] {
    return this.#found(this.#group(id)?.members ?? []).map(({ key }) => key);
  }

  /** The best of the answer first. */
  #found(papers: readonly Paper[]): readonly Paper[] {
    const { found } = this.#options;
    if (found === undefined) return papers;
    const placeOf = ({ key }: Paper): number => found.get(key) ?? 0;
    return papers.filter(({ key }) => found.has(key)).sort((a, b) => placeOf(a) - placeOf(b));
  }

  /** Where a paper stands; `within` names a group in which it is wanted. `undefined` when it is not shown. */
  placeOf(paper: Paper): PaperPlace | undefined {
    for (const id of this.#options.grouping.idsOf(paper)) {
      const index = this.papers(id).findIndex(({ key }) => key === paper.key);
      const path = this.#byId().get(id)?.path;
      if (index >= 0 && path !== undefined) return { path, index };
    }
    return undefined;
  }

  /** Ids of all groups in the order of their papers' rows: those of the parts of a group come before its own. */
  get order(): readonly string[] {
    this.#order ??= rowOrder(this.#options.grouping.groups);
    return this.#order;
  }

  #group(id: string): ViewGroup | undefined {
    return this.#byId().get(id)?.group;
  }

  #byId(): ReadonlyMap<string, { readonly group: ViewGroup; readonly path: readonly string[] }> {
    if (this.#paths !== undefined) return this.#paths;
    const paths = new Map<string, { group: ViewGroup; path: readonly string[] }>();
    const note = (groups: readonly ViewGroup[], above: readonly string[]): void => {
      for (const group of groups) {
        const path = [...above, group.id];
        paths.set(group.id, { group, path });
        note(group.parts, path);
      }
    };
    note(this.#options.grouping.groups, []);
    this.#paths = paths;
    return paths;
  }
}

function rowOrder(groups: readonly ViewGroup[]): readonly string[] {
  return groups.flatMap(({ id, parts }) => [...rowOrder(parts), id]);
}

import type { Paper, PaperSource } from '../../core/paper.ts';
import type { Theme } from '../../core/themes/theme.ts';
import type { GroupRow, GroupView, PaperPlace, PaperRow, RowSlice } from '../paperEngine.ts';
import { papersOfSource, sourceRows } from './sourceGroups.ts';
import { themeRows } from './themeGroups.ts';

/** What the views need of the engine around them. */
export interface ViewPorts {
  get(key: string): Paper | undefined;
  papers(): readonly Paper[];
  /** URIs of the paper files. */
  files(): ReadonlySet<string>;
  themes(): readonly Theme[];
  row(paper: Paper, source?: PaperSource): PaperRow;
  /** Keys of the papers that a filter finds, with their place in its answer; `undefined` without a filter. */
  filtered(filter: string | undefined): ReadonlyMap<string, number> | undefined;
}

/** A paper in a group, and the place of it that the group shows. */
interface Member {
  readonly paper: Paper;
  readonly source?: PaperSource | undefined;
}

/** The library in groups, as the tree shows it. */
export class LibraryViews {
  readonly #ports: ViewPorts;

  constructor(ports: ViewPorts) {
    this.#ports = ports;
  }

  groups({ by, filter }: GroupView): readonly GroupRow[] {
    const found = this.#ports.filtered(filter);
    if (by === 'theme') return themeRows(this.#ports.themes(), (key) => this.#ports.get(key)?.title, found);
    const papers = this.#ports.papers();
    if (found === undefined) return sourceRows(this.#ports.files(), papers);
    const shown = papers.filter(({ key }) => found.has(key));
    return sourceRows(new Set(shown.flatMap(({ sources }) => sources.map(({ uri }) => uri))), shown);
  }

  groupPapers(view: GroupView, id: string, slice?: RowSlice): readonly PaperRow[] {
    return this.#members(view, id)
      .slice(slice?.from, slice?.to)
      .map(({ paper, source }) => this.#ports.row(paper, source));
  }

  placeOf(view: GroupView, key: string): PaperPlace | undefined {
    const paper = this.#ports.get(key);
    if (paper === undefined) return undefined;
    for (const id of this.#groupsOf(view, paper)) {
      const index = this.#members(view, id).findIndex((member) => member.paper.key === paper.key);
      if (index >= 0) return { path: [id], index };
    }
    return undefined;
  }

  #groupsOf({ by }: GroupView, paper: Paper): readonly string[] {
    return by === 'theme' ? this.#ports.row(paper).themes : paper.sources.map(({ uri }) => uri);
  }

  #members({ by, filter }: GroupView, id: string): readonly Member[] {
    return inOrder(this.#allMembers(by, id), this.#ports.filtered(filter));
  }

  #allMembers(by: GroupView['by'], id: string): readonly Member[] {
    if (by !== 'theme') return papersOfSource(id, this.#ports.papers());
    const themes = this.#ports.themes();
    const theme =
      themes.find((one) => one.id === id) ?? themes.flatMap(({ parts }) => parts ?? []).find((one) => one.id === id);
    return (theme?.keys ?? [])
      .map((key) => this.#ports.get(key))
      .filter((paper) => paper !== undefined)
      .map((paper) => ({ paper }));
  }
}

/** What is found, best first; everything as it was when nothing is filtered. */
function inOrder(members: readonly Member[], found: ReadonlyMap<string, number> | undefined): readonly Member[] {
  if (found === undefined) return members;
  return members
    .filter(({ paper }) => found.has(paper.key))
    .toSorted((a, b) => (found.get(a.paper.key) ?? 0) - (found.get(b.paper.key) ?? 0));
}

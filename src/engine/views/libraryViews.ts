import type { Paper, PaperSource } from '../../core/paper.ts';
import type { ReadingState } from '../../core/readingLists.ts';
import type { Theme } from '../../core/themes/theme.ts';
import type {
  GroupBy,
  GroupRow,
  GroupView,
  PaperNeighbours,
  PaperPlace,
  PaperRow,
  RowSlice,
  SortBy,
  Stretch,
} from '../paperEngine.ts';
import type { OrderFacts } from './paperOrder.ts';
import type { VenueNames } from './venueGroups.ts';
import type { Grouping } from './viewGroup.ts';
import { AuthorNames } from './authorName.ts';
import { groupByAuthor } from './authorGroups.ts';
import { neighboursOf } from './neighbours.ts';
import { PaperOrders } from './paperOrder.ts';
import { Remembered, RememberedFew } from '../../core/remembered.ts';
import { ShownGroups } from './shownGroups.ts';
import { groupBySource, sourceIn } from './sourceGroups.ts';
import { groupByState } from './stateGroups.ts';
import { groupByTheme } from './themeGroups.ts';
import { groupByVenue } from './venueGroups.ts';
import { groupByYear } from './yearGroups.ts';

/** What the views need of the engine around them. */
export interface ViewPorts extends OrderFacts {
  get(key: string): Paper | undefined;
  /** Another list whenever a paper is another one. */
  papers(): readonly Paper[];
  /** URIs of the paper files. */
  files(): ReadonlySet<string>;
  /** Another list whenever a theme is another one. */
  themes(): readonly Theme[];
  row(paper: Paper, source?: PaperSource): PaperRow;
  themesOf(key: string): readonly string[];
  stateOf(key: string): ReadingState;
  /** Another value whenever `stateOf` or `cited` may answer otherwise. */
  facts(): unknown;
  /**
   * Keys of the papers that a filter finds, with their place in its answer; `undefined` without a filter. The same map
   * as long as it holds.
   */
  filtered(filter: string | undefined): ReadonlyMap<string, number> | undefined;
}

/** Views that are kept: with another order, another filter. */
const mostViews = 4;

/** The library in groups, as the tree shows it. What is worked out is kept as long as it holds. */
export class LibraryViews {
  readonly #ports: ViewPorts;
  readonly #orders: PaperOrders;
  readonly #names = new AuthorNames();
  readonly #venues: VenueNames = new Map();
  readonly #groupings = new Map<GroupBy, Remembered<Grouping>>();
  readonly #shown = new RememberedFew<ShownGroups>(mostViews);

  constructor(ports: ViewPorts) {
    this.#ports = ports;
    this.#orders = new PaperOrders(ports);
  }

  groups(view: GroupView, within?: string): readonly GroupRow[] {
    return this.#show(view).rows(within);
  }

  groupPapers(view: GroupView, id: string, slice?: RowSlice): readonly PaperRow[] {
    return this.#show(view)
      .papers(id)
      .slice(slice?.from, slice?.to)
      .map((paper) => this.#row(view, id, paper));
  }

  stretches(view: GroupView, id: string, length: number): readonly Stretch[] {
    const papers = this.#show(view).papers(id);
    const size = Math.max(1, Math.trunc(length));
    const stretches: Stretch[] = [];
    for (let from = 0; from < papers.length; from += size) {
      const to = Math.min(from + size, papers.length);
      const [first, last] = [papers[from], papers[to - 1]];
      if (first === undefined || last === undefined) continue;
      stretches.push({ from, to, first: this.#row(view, id, first), last: this.#row(view, id, last) });
    }
    return stretches;
  }

  groupKeys(view: GroupView, id: string): readonly string[] {
    return this.#show(view).keys(id);
  }

  #row({ by }: GroupView, id: string, paper: Paper): PaperRow {
    return this.#ports.row(paper, by === 'source' ? sourceIn(id, paper) : undefined);
  }

  placeOf(view: GroupView, key: string): PaperPlace | undefined {
    const paper = this.#ports.get(key);
    return paper === undefined ? undefined : this.#show(view).placeOf(paper);
  }

  neighbours(view: GroupView, key: string, within?: string): PaperNeighbours | undefined {
    const paper = this.#ports.get(key);
    return paper === undefined ? undefined : neighboursOf(this.#show(view), paper, within);
  }

  /** How many papers a view shows, each counted once. */
  count(view: GroupView): number {
    const found = this.#ports.filtered(view.filter);
    if (found === undefined) return this.#ports.papers().length;
    return this.#ports.papers().reduce((count, { key }) => (found.has(key) ? count + 1 : count), 0);
  }

  #show(view: GroupView): ShownGroups {
    const { by, sort = 'relevance' } = view;
    const grouping = this.#grouping(by);
    const found = this.#ports.filtered(view.filter);
    const papers = this.#ports.papers();
    return this.#shown.get([grouping, sort, found, papers, this.#sortedBy(sort)], () => {
      const withExamples = by === 'theme';
      return new ShownGroups({ grouping, found, withExamples, sort: (some) => this.#orders.sort(some, sort, papers) });
    });
  }

  /** What an order goes by besides the papers. */
  #sortedBy(sort: SortBy): unknown {
    return sort === 'cited' ? this.#ports.facts() : undefined;
  }

  #grouping(by: GroupBy): Grouping {
    const known = this.#groupings.get(by) ?? new Remembered<Grouping>();
    this.#groupings.set(by, known);
    const papers = this.#ports.papers();
    return known.get([papers, ...this.#groupedBy(by)], () => this.#group(by, papers));
  }

  /** What groups are made of besides papers. */
  #groupedBy(by: GroupBy): readonly unknown[] {
    if (by === 'theme') return [this.#ports.themes()];
    if (by === 'source') return [[...this.#ports.files()].sort().join('\n')];
    return by === 'state' ? [this.#ports.facts()] : [];
  }

  #group(by: GroupBy, papers: readonly Paper[]): Grouping {
    const ports = this.#ports;
    switch (by) {
      case 'theme':
        return groupByTheme(ports.themes(), {
          get: (key) => ports.get(key),
          themesOf: ({ key }) => ports.themesOf(key),
        });
      case 'source':
        return groupBySource(ports.files(), papers);
      case 'year':
        return groupByYear(papers);
      case 'author':
        return groupByAuthor(papers, this.#names);
      case 'venue':
        return groupByVenue(papers, this.#venues);
      case 'state':
        return groupByState(papers, (key) => ports.stateOf(key));
    }
  }
}

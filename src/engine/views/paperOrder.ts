import type { Paper } from '../../core/paper.ts';
import type { SortBy } from '../paperEngine.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';
import { Remembered } from '../../core/remembered.ts';
import { latestFirst } from './viewGroup.ts';

/** What the orders go by besides the papers. */
export interface OrderFacts {
  /** Keys cited in the document, in its order. */
  cited(): ReadonlySet<string>;
  /** When a paper came: greater is later. */
  seenAt(key: string): number;
}

/** The same everywhere, whatever language VS Code or the machine speaks; `2` before `10`. */
const collator = new Intl.Collator('en', { numeric: true, ignorePunctuation: true });
const article = /^(?:the|an?)\s+(?=\S)/i;

/** Orders of papers; those of a whole library that are slow to find are kept while it stays. */
export class PaperOrders {
  readonly #facts: OrderFacts;
  #byTitle: readonly Paper[] = [];
  readonly #ranks = new Remembered<ReadonlyMap<Paper, number>>();
  readonly #places = new Remembered<ReadonlyMap<Paper, number>>();

  constructor(facts: OrderFacts) {
    this.#facts = facts;
  }

  /** Some papers of the library in an order; equal ones stay as they are. */
  sort(papers: readonly Paper[], by: SortBy, library: readonly Paper[]): readonly Paper[] {
    if (by === 'relevance' || papers.length < 2) return papers;
    if (by === 'year') return latestFirst(papers);
    if (by === 'title') return this.#sortByTitle(papers, library);
    return by === 'added' ? this.#lastAddedFirst(papers, library) : this.#citedFirst(papers);
  }

  #sortByTitle(papers: readonly Paper[], library: readonly Paper[]): readonly Paper[] {
    const ranks = this.#ranks.get([library], () => this.#titleRanks(library));
    return papers.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
  }

  /** Of equal titles the same rank. */
  #titleRanks(library: readonly Paper[]): ReadonlyMap<Paper, number> {
    const present = new Set(library);
    // What was in order stays so: the sort has little to do after an edit.
    const known = this.#byTitle.filter((paper) => present.delete(paper));
    const titles = new Map(library.map((paper) => [paper, paper.title.replace(article, '')]));
    const titleOf = (paper: Paper): string => titles.get(paper) ?? '';
    this.#byTitle = [...known, ...present].sort((a, b) => collator.compare(titleOf(a), titleOf(b)));
    const ranks = new Map<Paper, number>();
    let rank = 0;
    let before: string | undefined;
    for (const paper of this.#byTitle) {
      if (before === undefined || collator.compare(before, titleOf(paper)) !== 0) rank += 1;
      before = titleOf(paper);
      ranks.set(paper, rank);
    }
    return ranks;
  }

  /** Of those that came together the one that its file says was added later, then the one that stands further down. */
  #lastAddedFirst(papers: readonly Paper[], library: readonly Paper[]): readonly Paper[] {
    const places = this.#places.get([library], () => new Map(library.map((paper, place) => [paper, place])));
    return papers
      .map((paper) => ({
        paper,
        seen: this.#facts.seenAt(paper.key),
        date: addedDate(paper),
        place: places.get(paper) ?? 0,
      }))
      .sort((a, b) => b.seen - a.seen || compareTexts(b.date, a.date) || b.place - a.place)
      .map(({ paper }) => paper);
  }

  #citedFirst(papers: readonly Paper[]): readonly Paper[] {
    const places = new Map([...this.#facts.cited()].map((key, place) => [key, place]));
    const placeOf = ({ key }: Paper): number => places.get(key) ?? places.size;
    return papers.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

/** Fields in which Zotero, JabRef, CSL exports and lists of daily papers say when an entry was made. */
const addedFields = new Set(['date-added', 'timestamp', 'creationdate', 'dateadded', 'submittedondailyat']);

/** ISO 8601, or `''` when the file does not say it. */
function addedDate({ details }: Paper): string {
  for (const [name, value] of details?.other ?? []) {
    if (!addedFields.has(name.toLowerCase())) continue;
    const date = value.trim().replaceAll('.', '-');
    if (/^\d{4}-\d\d-\d\d/.test(date)) return date;
  }
  return '';
}

import MiniSearch from 'minisearch';
import type { Paper } from '../paper.ts';
import { stopWords } from './stopWords.ts';
import { joinedCompounds, tokenize } from './tokenizer.ts';

/** Scores by paper number. */
export type Hits = ReadonlyMap<number, number>;

/** How a term is to be read. */
export interface TermOptions {
  /** It may be the beginning of a word. */
  readonly prefix: boolean;
  /** It may be misspelt: one edit from 4 letters on, two from 8 on, or two neighbours swapped. */
  readonly fuzzy: boolean;
  /** Only these papers; all when `undefined`. */
  readonly within: { has(id: number): boolean } | undefined;
}

/** What MiniSearch indexes of a paper. Every field is always there: averages of field lengths depend on it. */
interface IndexedPaper {
  readonly id: number;
  readonly title: string;
  readonly authors: string;
  readonly keywords: string;
  readonly year: string;
  readonly venue: string;
  readonly key: string;
  readonly abstract: string;
}

const fields = ['title', 'authors', 'keywords', 'year', 'venue', 'key', 'abstract'] as const;
const boost = { title: 4, authors: 3, keywords: 2, year: 2, venue: 1.5, key: 1.5 };

/**
 * The words of all papers, answering for one term at a time. MiniSearch makes an object for every posting it touches;
 * asking term by term, each within the papers that the last one left, keeps these few.
 */
export class TermIndex {
  readonly #engine = new MiniSearch<IndexedPaper>({
    fields: [...fields],
    storeFields: [],
    tokenize: tokenizeField,
    processTerm: (term, field) => (field === 'abstract' && stopWords.has(term) ? null : term),
    searchOptions: { boost, tokenize: (term) => [term], processTerm: (term) => term },
    autoVacuum: false,
    logger: () => undefined,
  });

  add(id: number, paper: Paper): void {
    this.#engine.add(indexedPaper(id, paper));
  }

  /**
   * Takes every posting of a paper out at once. `paper` must be what was added. (Against `discard`, this costs as much
   * as adding, but needs no vacuum later: that one runs on timers, and ranks would drift until it has.)
   */
  remove(id: number, paper: Paper): void {
    this.#engine.remove(indexedPaper(id, paper));
  }

  hits(term: string, { prefix, fuzzy, within }: TermOptions): Hits {
    const edits = !fuzzy || term.length < 4 ? 0 : term.length < 8 ? 1 : 2;
    const hits = new Map<number, number>();
    const collect = (variant: string, options: { prefix: boolean; fuzzy: number }): void => {
      const restriction = within === undefined ? {} : { boostDocument: (id: number) => (within.has(id) ? 1 : 0) };
      for (const { id, score } of this.#engine.search(variant, { ...options, ...restriction })) {
        const number: unknown = id;
        if (typeof number === 'number') hits.set(number, Math.max(score, hits.get(number) ?? 0));
      }
    };
    collect(term, { prefix, fuzzy: edits });
    if (edits > 0) for (const variant of neighboursSwapped(term)) collect(variant, { prefix: false, fuzzy: 0 });
    return hits;
  }
}

function indexedPaper(id: number, paper: Paper): IndexedPaper {
  const { title, abstract, venue = '', year } = paper;
  const authors = paper.authors.join(' ');
  const keywords = paper.keywords.join(' ');
  return { id, title, authors, keywords, year: String(year ?? ''), venue, key: wordsOfKeys(paper), abstract };
}

/** The words of the keys that are not in the title anyway: made keys begin with it and would count it twice. */
function wordsOfKeys({ key, aliases, title }: Paper): string {
  const inTitle = new Set(tokenize(title));
  return [key, ...aliases]
    .flatMap(tokenize)
    .filter((term) => !inTitle.has(term))
    .join(' ');
}

function tokenizeField(text: string, field?: string): string[] {
  const terms = tokenize(text);
  return field === 'title' || field === 'keywords' ? [...terms, ...joinedCompounds(text)] : [...terms];
}

function neighboursSwapped(term: string): readonly string[] {
  return Array.from(
    { length: term.length - 1 },
    (_, at) => term.slice(0, at) + term.charAt(at + 1) + term.charAt(at) + term.slice(at + 2),
  ).filter((variant) => variant !== term);
}

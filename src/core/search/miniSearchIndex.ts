import type { LibraryDiff } from '../library/libraryDiff.ts';
import type { Paper } from '../paper.ts';
import type { Scored } from './beginningTable.ts';
import type { PaperHead } from './paperHead.ts';
import type { PaperSearch, SearchHit } from './paperSearch.ts';
import type { SearchQuery } from './searchQuery.ts';
import type { Hits } from './termIndex.ts';
import { BeginningTable } from './beginningTable.ts';
import { IdentifierLookup } from './identifierLookup.ts';
import { paperHead, titlePhraseBoost } from './paperHead.ts';
import { narrows, parseQuery, withJoinedCompounds } from './searchQuery.ts';
import { TermIndex } from './termIndex.ts';

/** Papers between two yields: adding or removing one takes a third to half of a millisecond. */
const sliceSize = 12;

/** Single words up to this length are looked for in the heads first: in abstracts they begin half of all words. */
const beginningLength = 3;

interface IndexedPaper {
  readonly paper: Paper;
  readonly head: PaperHead;
}

/** The index for what a person collects: up to some ten thousand papers with abstracts. */
export function createPaperSearch(): PaperSearch {
  return new MiniSearchIndex();
}

class MiniSearchIndex implements PaperSearch {
  #terms = new TermIndex();
  #identifiers = new IdentifierLookup();
  readonly #papers = new Map<number, IndexedPaper>();
  readonly #idOf = new Map<string, number>();
  readonly #beginnings = new BeginningTable();
  #nextId = 0;
  /** The last answer that holds all papers with its terms: a query that goes on from it looks only there. */
  #last: { readonly query: SearchQuery; readonly hits: Hits } | undefined;

  *update(diff: LibraryDiff): Generator<number, void, void> {
    const { added, changed, removed } = diff;
    // A whole library that goes (another folder, another branch) goes at once.
    const gone = new Set(removed.map(({ key }) => key));
    if (gone.size > 0 && [...this.#idOf.keys()].every((key) => gone.has(key))) this.#clear();
    const jobs = [
      ...removed.map((paper) => () => this.#remove(paper.key)),
      ...[...changed, ...added].map((paper) => () => this.#put(paper)),
    ];
    for (let done = 0; done < jobs.length;) {
      const slice = jobs.slice(done, done + sliceSize);
      for (const job of slice) job();
      done += slice.length;
      this.#last = undefined;
      this.#beginnings.clear();
      yield done;
    }
  }

  search(text: string, limit: number): readonly SearchHit[] {
    const count = Math.max(0, Math.trunc(limit)) || 0;
    const named = this.#identifiers.find(text.slice(0, 500));
    const query = named.only ? undefined : parseQuery(text);
    const found = query === undefined ? [] : this.#ranked(text, query, count);
    const best = (found[0]?.[1] ?? 0) + 1;
    const first = [...named.ids].sort((a, b) => this.#byKey(a, b)).map((id): Scored => [id, best]);
    const isNamed = new Set(named.ids);
    const all = [...first, ...found.filter(([id]) => !isNamed.has(id))].slice(0, count);
    return all.flatMap(([id, score]) => {
      const key = this.#papers.get(id)?.paper.key;
      return key === undefined ? [] : [{ key, score }];
    });
  }

  /** At least `count` papers, best first, if so many match at all. */
  #ranked(text: string, query: SearchQuery, count: number): readonly Scored[] {
    const [term = '', ...others] = query.terms;
    if (others.length > 0 || term.length > beginningLength) return this.#sorted(query, this.#matching(text, query));
    const table = this.#beginnings.find(term, this.#papers, (a, b) => this.#byKey(a, b));
    const first = term.length < beginningLength ? table : this.#sorted(query, this.#amongst(table, query));
    if (first.length >= count) return first;
    const known = new Set(first.map(([id]) => id));
    const rest = this.#sorted(query, this.#matching(text, query)).filter(([id]) => !known.has(id));
    return [
      ...first.map(([id, score]): Scored => [id, score + 1]),
      ...rest.map(([id, score]): Scored => [id, score / (1 + score)]),
    ];
  }

  #amongst(papers: readonly Scored[], query: SearchQuery): Hits {
    return this.#intersected(query, false, new Map(papers));
  }

  /** All words; then compounds written as one word; then words misspelt; at last any of the words. */
  #matching(text: string, query: SearchQuery): Hits {
    const exact = this.#withAll(query);
    if (exact.size > 0) return exact;
    const joined = withJoinedCompounds(text);
    const compounds = joined === undefined ? exact : this.#withAll(joined);
    if (compounds.size > 0) return compounds;
    const misspelt = this.#intersected(query, true, undefined);
    return misspelt.size > 0 ? misspelt : this.#withAny(query);
  }

  #withAll(query: SearchQuery): Hits {
    const last = this.#last;
    const within = last !== undefined && narrows(query, last.query) ? last.hits : undefined;
    const hits = this.#intersected(query, false, within);
    this.#last = { query, hits };
    return hits;
  }

  #intersected(query: SearchQuery, fuzzy: boolean, within: Hits | undefined): Hits {
    let found = within;
    const sums = new Map<number, number>();
    for (const [term, prefix] of longestFirst(query)) {
      if (found?.size === 0) return found;
      found = this.#terms.hits(term, { prefix, fuzzy, within: found });
      for (const [id, score] of found) sums.set(id, (sums.get(id) ?? 0) + score);
    }
    return new Map([...(found ?? sums).keys()].map((id) => [id, sums.get(id) ?? 0]));
  }

  /** Papers with more of the words always come first. */
  #withAny(query: SearchQuery): Hits {
    const matched = new Map<number, { sum: number; terms: number }>();
    for (const [term, prefix] of longestFirst(query)) {
      const exact = this.#terms.hits(term, { prefix, fuzzy: false, within: undefined });
      const hits = exact.size > 0 ? exact : this.#terms.hits(term, { prefix, fuzzy: true, within: undefined });
      for (const [id, score] of hits) {
        const { sum = 0, terms = 0 } = matched.get(id) ?? {};
        matched.set(id, { sum: sum + score, terms: terms + 1 });
      }
    }
    return new Map([...matched].map(([id, { sum, terms }]) => [id, 1000 * (terms + sum / (1 + sum))]));
  }

  #sorted({ phrase }: SearchQuery, hits: Hits): readonly Scored[] {
    const scored = [...hits].map(([id, score]): Scored => {
      const head = this.#papers.get(id)?.head;
      const boosted = head === undefined ? score : score * titlePhraseBoost(head, phrase);
      // Sums of the same numbers in another order differ in the last bits: that must not decide.
      return [id, Math.round(boosted * 1e6) / 1e6];
    });
    return scored.sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || this.#byKey(a, b));
  }

  #byKey(a: number, b: number): number {
    const keyA = this.#papers.get(a)?.paper.key ?? '';
    const keyB = this.#papers.get(b)?.paper.key ?? '';
    return keyA < keyB ? -1 : keyA > keyB ? 1 : a - b;
  }

  #put(paper: Paper): void {
    const known = this.#idOf.get(paper.key);
    const old = known === undefined ? undefined : this.#papers.get(known);
    if (known !== undefined && old !== undefined && sameWords(old.paper, paper)) {
      this.#papers.set(known, { paper, head: old.head });
      return;
    }
    this.#remove(paper.key);
    const id = this.#nextId++;
    this.#terms.add(id, paper);
    this.#identifiers.add(id, paper);
    this.#papers.set(id, { paper, head: paperHead(paper) });
    this.#idOf.set(paper.key, id);
  }

  #remove(key: string): void {
    const id = this.#idOf.get(key);
    const entry = id === undefined ? undefined : this.#papers.get(id);
    if (id === undefined || entry === undefined) return;
    this.#terms.remove(id, entry.paper);
    this.#identifiers.remove(id, entry.paper);
    this.#papers.delete(id);
    this.#idOf.delete(key);
  }

  #clear(): void {
    this.#terms = new TermIndex();
    this.#identifiers = new IdentifierLookup();
    this.#papers.clear();
    this.#idOf.clear();
  }
}

/** The terms with "may go on", the rarest (by guess: the longest) first. */
function longestFirst({ terms, open }: SearchQuery): readonly (readonly [string, boolean])[] {
  const marked = terms.map((term, index) => [term, open && index === terms.length - 1] as const);
  return marked.toSorted(([a], [b]) => b.length - a.length);
}

/** Whether nothing that is indexed differs: a paper often only moves to other lines. */
function sameWords(a: Paper, b: Paper): boolean {
  return indexedText(a) === indexedText(b);
}

function indexedText(paper: Paper): string {
  const { title, abstract, authors, keywords, aliases, year, venue, doi, arxiv, url } = paper;
  return JSON.stringify([title, abstract, authors, keywords, aliases, year, venue, doi, arxiv, url]);
}

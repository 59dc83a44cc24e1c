import type { Spelling } from './expansion.ts';
import type { FilterSources, PaperTest } from './paperFilter.ts';
import type { QueryWord, SearchQuery } from './query/searchQuery.ts';
import type { Tally } from './tally.ts';
import type { Wanted } from './termScorer.ts';
import { beginningClasses } from './beginnings.ts';
import { BestPapers } from './bestPapers.ts';
import { greatestInclination } from './inclinations.ts';
import { filterOf } from './paperFilter.ts';
import { PhraseBoost } from './phraseBoost.ts';
import { hasCompound, optionalWords, parseQuery, requiredWords } from './query/searchQuery.ts';
import { allFields, headFields, noteMask } from './searchFields.ts';

/** Single words up to this length are beginnings: all that counts is what stands first. */
const beginningLength = 2;
/** Words up to this length that may go on stand in nearly every abstract. */
const shortLength = 3;
/** Of more words few papers have all: there is no need to look in heads first. */
const fewWords = 3;
/** Of more words a slip in the first letter is not looked for. */
const manyWords = 6;

/** What a query is answered from. */
export interface AnswerSources extends FilterSources {
  readonly tally: Tally;
  /** By number of a paper: more than 1 for those that the writer works with. They come first amongst equals. */
  readonly inclination: ReadonlyMap<number, number>;
  /** Of papers that answer equally well. */
  readonly order: (a: number, b: number) => number;
}

/** Answers one query. */
export class Answer {
  readonly #sources: AnswerSources;
  readonly #text: string;
  readonly #limit: number;
  readonly #mostInclined: number;

  constructor(sources: AnswerSources, text: string, limit: number) {
    this.#sources = sources;
    this.#text = text;
    this.#limit = limit;
    this.#mostInclined = sources.inclination.size === 0 ? 1 : greatestInclination;
  }

  /** The best papers: with all words; else with compounds written as one word; else with words misspelt; else with any word. */
  find(): BestPapers {
    const query = parseQuery(this.#text);
    if (query === undefined) return this.#none();
    const accept = filterOf(query, this.#sources);
    const words = requiredWords(query);
    if (words.length === 0) return this.#everyPaper(accept);
    if (accept === undefined && isBeginning(words)) return this.#beginning(query, words[0]?.term ?? '');
    return this.#matching(query, accept);
  }

  #none(): BestPapers {
    return new BestPapers(this.#limit, (a, b) => this.#sources.order(a, b));
  }

  /** Heads first; when these are too few the rest, after them. */
  #beginning(query: SearchQuery, term: string): BestPapers {
    const best = this.#none();
    const classes = beginningClasses(this.#sources.corpus, term);
    for (let paper = 0; paper < classes.length; paper += 1) {
      const value = classes[paper] ?? 0;
      if (value > 0 && (value + 1) * this.#mostInclined >= best.threshold) {
        best.add(paper, this.#inclined(paper, value + 1));
      }
    }
    if (best.size >= this.#limit) return best;
    const rest = this.#matching(query, (paper) => classes[paper] === 0);
    for (const [paper, score] of rest.sorted()) best.add(paper, score / (1 + score));
    return best;
  }

  /** A query of nothing but filters: newest first. */
  #everyPaper(accept: PaperTest | undefined): BestPapers {
    const { corpus } = this.#sources;
    const best = this.#none();
    for (let paper = 0; paper < corpus.end; paper += 1) {
      if (corpus.isGone(paper) || accept?.(paper) === false) continue;
      best.add(paper, 1 + corpus.yearOf(paper) + (this.#inclined(paper, 1) - 1));
    }
    return best;
  }

  #matching(query: SearchQuery, accept: PaperTest | undefined): BestPapers {
    const exact = this.#exact(query, accept);
    if (exact.size > 0) return exact;
    const joined = hasCompound(this.#text) ? parseQuery(this.#text, { joined: true }) : undefined;
    const compounds = joined === undefined ? exact : this.#withAll(joined, accept, 'exact');
    if (compounds.size > 0) return compounds;
    const slips = this.#withAll(query, accept, 'slips');
    if (slips.size > 0) return slips;
    const misspelt = hasManyWords(query) ? slips : this.#withAll(query, accept, 'anySlips');
    return misspelt.size > 0 ? misspelt : this.#withAny(query, accept);
  }

  /** A word of a few characters that may go on is looked for in the heads first: every abstract has one. */
  #exact(query: SearchQuery, accept: PaperTest | undefined): BestPapers {
    const inHead = withBeginningInHead(query);
    if (inHead === undefined) return this.#withAll(query, accept, 'exact');
    const first = this.#withAll(inHead, accept, 'exact').sorted();
    const best = this.#none();
    for (const [paper, score] of first) best.add(paper, 1 + score);
    if (best.size >= this.#limit) return best;
    const known = new Set(first.map(([paper]) => paper));
    for (const [paper, score] of this.#withAll(query, accept, 'exact').sorted()) {
      if (!known.has(paper)) best.add(paper, score / (1 + score));
    }
    return best;
  }

  #withAll(query: SearchQuery, accept: PaperTest | undefined, spelling: Spelling): BestPapers {
    const { corpus, scorer, tally } = this.#sources;
    const more = this.#wanted(optionalWords(query), 'exact');
    const found = tally.withAll(corpus, scorer, this.#wanted(requiredWords(query), spelling), more);
    const boost = new PhraseBoost(this.#sources, query, spelling, found.papers.length);
    const best = this.#none();
    for (const paper of found.papers) {
      const sum = found.sumOf(paper);
      const titleWords = found.inTitle(paper);
      // Most papers cannot come near the best ones whatever their texts say: those are not read.
      const mayStart = titleWords > 0 && boost.mayStart(corpus.firstOfTitle(paper));
      if (sum * boost.mostFor(titleWords, mayStart) * this.#mostInclined < best.threshold) continue;
      if (accept?.(paper) === false) continue;
      best.add(paper, this.#inclined(paper, sum * boost.of(paper, titleWords)));
    }
    return best;
  }

  #wanted(words: readonly QueryWord[], spelling: Spelling): readonly Wanted[] {
    const { expansions, notes } = this.#sources;
    return words.map(({ term, open, mask }) => ({
      expansion: expansions.of(term, { open, spelling }),
      mask,
      inNotes: (mask & noteMask) === 0 ? undefined : notes?.expansions.of(term, { open, spelling }),
    }));
  }

  /** Papers with more of the words always come first. */
  #withAny(query: SearchQuery, accept: PaperTest | undefined): BestPapers {
    const { corpus, scorer, tally } = this.#sources;
    const words = requiredWords(query);
    const misspelt = this.#wanted(words, hasManyWords(query) ? 'slips' : 'anySlips');
    const readings = this.#wanted(words, 'exact').map((exact, at) => [exact, misspelt[at] ?? exact]);
    const best = this.#none();
    const found = tally.withAny(corpus, scorer, readings);
    for (const paper of found.papers) {
      const count = found.words[paper] ?? 0;
      if (count + 1 < best.threshold || accept?.(paper) === false) continue;
      const sum = found.sums[paper] ?? 0;
      best.add(paper, count + this.#inclined(paper, sum / (1 + sum)) / 2);
    }
    return best;
  }

  #inclined(paper: number, score: number): number {
    return score * (this.#sources.inclination.get(paper) ?? 1);
  }
}

/** `undefined` when no word is such a beginning, or when others leave few papers anyway. */
function withBeginningInHead(query: SearchQuery): SearchQuery | undefined {
  if (query.plain.length > fewWords || !query.words.some(mayBeAnything)) return undefined;
  return { ...query, words: query.words.map((word) => (mayBeAnything(word) ? wordInHead(word) : word)) };
}

function mayBeAnything({ term, open, mask }: QueryWord): boolean {
  return open && mask === allFields && term.length <= shortLength;
}

function wordInHead({ term, open }: QueryWord): QueryWord {
  return { term, open, mask: headFields };
}

/** Each word costs a walk over all terms, and of many words hardly all have a slip in the first letter. */
function hasManyWords(query: SearchQuery): boolean {
  return requiredWords(query).length > manyWords;
}

function isBeginning(words: readonly QueryWord[]): boolean {
  const [word] = words;
  return words.length === 1 && word !== undefined && mayBeAnything(word) && word.term.length <= beginningLength;
}

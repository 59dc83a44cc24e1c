import type { Spelling } from './expansion.ts';
import type { FilterSources } from './paperFilter.ts';
import type { SearchQuery } from './query/searchQuery.ts';
import { PhraseMatch } from './phraseMatch.ts';
import { requiredWords } from './query/searchQuery.ts';
import { fieldAt } from './searchFields.ts';
import { stopWords } from './stopWords.ts';
import { tokenize } from './tokenizer.ts';

const title = fieldAt('title');
const abstract = fieldAt('abstract');

/** People type a title from its start. (Measured: known items by 12 or more characters of the title go from an MRR of 0.58 to 0.82.) */
const wholeTitle = 6;
const startOfTitle = 4;
const withinTitle = 2.5;
/** What stands in an abstract as it was typed was copied from there. */
const withinAbstract = 5;
const nearlyInAbstract = 2;

/**
 * How much it speaks for a paper that the words of a query stand in it together, as they were typed, and that its title
 * has many of them.
 */
export class PhraseBoost {
  readonly #sources: FilterSources;
  readonly #plain: readonly string[];
  readonly #open: boolean;
  readonly #words: number;
  readonly #inTitle: PhraseMatch;
  readonly #inAbstract: PhraseMatch | undefined;

  constructor(sources: FilterSources, query: SearchQuery, spelling: Spelling) {
    const { corpus, expansions } = sources;
    const { plain, open } = query;
    this.#sources = sources;
    this.#plain = plain;
    this.#open = open;
    this.#words = requiredWords(query).length;
    this.#inTitle = new PhraseMatch(corpus, expansions, plain, { open, spelling });
    const telling = plain.filter((term) => !stopWords.has(term));
    const isOpen = open && telling.at(-1) === plain.at(-1);
    this.#inAbstract =
      telling.length < 2 || spelling !== 'exact'
        ? undefined
        : new PhraseMatch(corpus, expansions, telling, { open: isOpen });
  }

  /** The greatest boost that a paper can have with so many of the words in its title. */
  mostFor(titleWords: number): number {
    const most = titleWords >= this.#words ? wholeTitle : this.#inAbstract === undefined ? 1 : withinAbstract;
    return most * this.#coverage(titleWords);
  }

  of(paper: number, titleWords: number): number {
    return this.#phrase(paper, titleWords) * this.#coverage(titleWords);
  }

  #coverage(titleWords: number): number {
    return 1 + 0.5 * (titleWords / Math.max(1, this.#words)) ** 2;
  }

  #phrase(paper: number, titleWords: number): number {
    if (titleWords >= this.#words) {
      const { at, isWhole } = this.#inTitle.find(paper, title);
      if (at === 0) return isWhole ? wholeTitle : startOfTitle;
      if (at > 0) return withinTitle;
    }
    if (this.#inAbstract === undefined || this.#inAbstract.find(paper, abstract).at < 0) return 1;
    if (this.#plain.length < 3) return 1.5;
    return this.#isInText(paper) ? withinAbstract : nearlyInAbstract;
  }

  /** The index has no function words of abstracts: the abstract is asked. */
  #isInText(paper: number): boolean {
    const text = this.#sources.paperAt(paper)?.abstract;
    return text !== undefined && holdsInRow(tokenize(text), this.#plain, this.#open);
  }
}

/** Whether the terms stand together among the tokens; the last one as a beginning when `open`. */
export function holdsInRow(tokens: readonly string[], terms: readonly string[], open: boolean): boolean {
  const last = terms.length - 1;
  return tokens.some((_, at) =>
    terms.every((term, index) => {
      const token = tokens[at + index];
      return token === term || (open && index === last && token?.startsWith(term) === true);
    }),
  );
}

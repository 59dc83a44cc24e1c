import type { Expansion, Spelling } from './expansion.ts';
import type { FilterSources } from './paperFilter.ts';
import type { SearchQuery } from './query/searchQuery.ts';
import { emptyPart } from './corpus.ts';
import { nowhere, PhraseMatch } from './phraseMatch.ts';
import { requiredWords } from './query/searchQuery.ts';
import { fieldAt } from './searchFields.ts';
import { stopWords } from './stopWords.ts';
import { TextPhrase } from './textPhrase.ts';

const title = fieldAt('title');
const abstract = fieldAt('abstract');

/** People type a title from its start. (Measured: known items by 12 or more characters of the title go from an MRR of 0.58 to 0.82.) */
const wholeTitle = 10;
const startOfTitle = 7;
const withinTitle = 2.2;
/** What stands in an abstract as it was typed was copied from there. */
const withinAbstract = 12;
/** The same but for function words, or of two words. */
const nearlyInAbstract = 4;
const twoInAbstract = 2;
/** Words near each other in a title, and a title of little else; at most so much each. */
const nearness = 0.5;
const share = 0.5;

/**
 * How much it speaks for a paper that the words of a query stand in it together, as they were typed, and that its title
 * has many of them.
 */
export class PhraseBoost {
  readonly #sources: FilterSources;
  readonly #plain: readonly string[];
  readonly #inText: TextPhrase;
  /** The words that must be there. */
  readonly #wanted: readonly Expansion[];
  readonly #words: number;
  readonly #part = emptyPart();
  readonly #inTitle: PhraseMatch;
  readonly #inAbstract: PhraseMatch | undefined;

  constructor(sources: FilterSources, query: SearchQuery, spelling: Spelling) {
    const { corpus, expansions } = sources;
    const { plain, open } = query;
    this.#sources = sources;
    this.#plain = plain;
    this.#inText = new TextPhrase(plain, open);
    this.#wanted = requiredWords(query).map((word) => expansions.of(word.term, { open: word.open, spelling }));
    this.#words = this.#wanted.length;
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
    const most = this.#inAbstract === undefined ? 1 : withinAbstract;
    return Math.max(most, titleWords >= this.#words ? wholeTitle : 1) * this.#coverage(titleWords);
  }

  of(paper: number, titleWords: number): number {
    return this.#phrase(paper, titleWords) * this.#coverage(titleWords);
  }

  #coverage(titleWords: number): number {
    return 1 + 0.5 * (titleWords / Math.max(1, this.#words)) ** 2;
  }

  #phrase(paper: number, titleWords: number): number {
    const hasAll = titleWords >= this.#words;
    const { at, isWhole } = hasAll ? this.#inTitle.find(paper, title) : nowhere;
    if (at === 0) return isWhole ? wholeTitle : startOfTitle;
    if (at > 0) return withinTitle;
    return Math.max(this.#abstract(paper), hasAll ? this.#together(paper) : 1);
  }

  #abstract(paper: number): number {
    if (this.#inAbstract === undefined || this.#inAbstract.find(paper, abstract).at < 0) return 1;
    if (this.#plain.length < 3) return twoInAbstract;
    return this.#isInText(paper) ? withinAbstract : nearlyInAbstract;
  }

  /** By the shortest stretch of the title that has all the words. */
  #together(paper: number): number {
    const part = this.#part;
    this.#sources.corpus.read(paper, title, part);
    const places = this.#wanted.map(() => -1);
    let shortest = Infinity;
    for (let at = part.start; at < part.end; at += 1) {
      const term = part.tokens[at] ?? 0;
      for (const [word, one] of this.#wanted.entries()) if (one.weightOf(term) > 0) places[word] = at;
      const first = Math.min(...places);
      if (first >= 0) shortest = Math.min(shortest, at - first + 1);
    }
    const words = this.#wanted.length;
    return (
      (1 + (nearness * words) / Math.max(words, shortest)) *
      (1 + (share * words) / Math.max(words, part.end - part.start))
    );
  }

  /** The index has no function words of abstracts: the abstract is asked. */
  #isInText(paper: number): boolean {
    const text = this.#sources.paperAt(paper)?.abstract;
    return text !== undefined && this.#inText.isIn(text);
  }
}

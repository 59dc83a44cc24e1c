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

/**
 * People type a title from its start. (Measured: known items by 12 or more characters of the title go from an MRR of
 * 0.58 to 0.87; all numbers here were found by trying, as those of the fields.)
 */
const wholeTitle = 38;
const startOfTitle = 28;
/** For each word that stands in an abstract as it was typed: the longer, the surer that it was copied from there. */
const wordInAbstract = 7;
const mostInAbstract = 70;
/** The same but for function words, or of two words. */
const nearlyInAbstract = 4;
const twoInAbstract = 2;
/** Words near each other in a title, and a title of little else. */
const nearness = 0.5;
const share = 3;
/** In the order in which they were typed. */
const inOrder = 1.2;
const mostWithinTitle = (1 + nearness) * (1 + share) * inOrder;
/** More papers than this are not read for a phrase of which only one word is in the index. */
const fewPapers = 2_000;

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
  /** How many are no function words. */
  readonly #telling: number;
  readonly #mostInAbstract: number;
  readonly #inTitle: PhraseMatch;
  readonly #inAbstract: PhraseMatch | undefined;

  /** `papers`: how many are to be judged. */
  constructor(sources: FilterSources, query: SearchQuery, spelling: Spelling, papers: number) {
    const { corpus, expansions } = sources;
    const { plain, open } = query;
    this.#sources = sources;
    this.#plain = plain;
    this.#inText = new TextPhrase(plain, open);
    this.#wanted = requiredWords(query).map((word) => expansions.of(word.term, { open: word.open, spelling }));
    this.#words = this.#wanted.length;
    this.#inTitle = new PhraseMatch(corpus, expansions, plain, { open, spelling });
    const telling = plain.filter((term) => !stopWords.has(term));
    this.#telling = telling.length;
    const isOpen = open && telling.at(-1) === plain.at(-1);
    const isPhrase = telling.length > 1 || (telling.length === 1 && plain.length > 3 && papers <= fewPapers);
    this.#inAbstract =
      isPhrase && spelling === 'exact' ? new PhraseMatch(corpus, expansions, telling, { open: isOpen }) : undefined;
    const most = plain.length < 3 ? twoInAbstract : Math.min(mostInAbstract, wordInAbstract * plain.length);
    this.#mostInAbstract = this.#inAbstract === undefined ? 1 : most;
  }

  /** Whether a title that starts with this term may start with all the words. */
  mayStart(term: number): boolean {
    return this.#inTitle.mayStart(term);
  }

  /** The greatest boost that a paper can have with so many of the words in its title, which may start with them or not. */
  mostFor(titleWords: number, mayStart: boolean): number {
    const inTitle = titleWords < this.#words ? 1 : mayStart ? wholeTitle : mostWithinTitle;
    return Math.max(this.#mostInAbstract, inTitle) * this.#coverage(titleWords);
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
    const together = hasAll ? this.#together(paper) : 1;
    if (at > 0) return together * inOrder;
    return together >= this.#mostInAbstract ? together : Math.max(this.#abstract(paper), together);
  }

  #abstract(paper: number): number {
    if (this.#inAbstract === undefined || this.#inAbstract.find(paper, abstract).at < 0) return 1;
    if (this.#plain.length < 3) return twoInAbstract;
    if (this.#isInText(paper)) return this.#mostInAbstract;
    return this.#telling > 1 ? nearlyInAbstract : 1;
  }

  /** By the shortest stretch of the title that has all the words. */
  #together(paper: number): number {
    const part = this.#part;
    this.#sources.corpus.read(paper, title, part);
    const words = this.#wanted.length;
    let shortest = words === 1 ? 1 : Infinity;
    const places = this.#wanted.map(() => -1);
    for (let at = part.start; at < part.end && shortest > words; at += 1) {
      const term = part.tokens[at] ?? 0;
      for (const [word, one] of this.#wanted.entries()) if (one.weightOf(term) > 0) places[word] = at;
      const first = Math.min(...places);
      if (first >= 0) shortest = Math.min(shortest, at - first + 1);
    }
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

import { stopWords } from './stopWords.ts';
import { joinedCompounds, wordsOf } from './tokenizer.ts';

/** What a query asks for. */
export interface SearchQuery {
  /** All words as they are indexed in titles, function words included, joined by a space. */
  readonly phrase: string;
  /** The different words to look for, at least one; function words only where there is nothing else. */
  readonly terms: readonly string[];
  /** Whether the last term may go on: no space or sign follows it. */
  readonly open: boolean;
}

const maxLength = 200;
const maxTerms = 12;

/** Reads a query as typed; `undefined` when it holds no word. Long ones are cut to 200 characters and 12 words. */
export function parseQuery(text: string): SearchQuery | undefined {
  const short = text.slice(0, maxLength).trimStart();
  const words = wholePairs(wordsOf(short));
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const tokens = words.map(({ term }) => term);
  const telling = tokens.filter((term) => !stopWords.has(term));
  const terms = [...new Set(telling.length > 0 ? telling : tokens)].slice(0, maxTerms);
  return { phrase: tokens.join(' '), terms, open: last.end === short.length && last.term === terms.at(-1) };
}

/** The same query with its compounds written as one word; `undefined` when it has none. */
export function withJoinedCompounds(text: string): SearchQuery | undefined {
  const short = text.slice(0, maxLength);
  if (joinedCompounds(short).length === 0) return undefined;
  return parseQuery(short.replace(/(?<=[\p{L}\p{N}])[-\u2010\u2011](?=[\p{L}\p{N}])/gu, ''));
}

/**
 * Whether every paper that has all terms of `query` also has all terms of `earlier`: then the answer to `earlier` holds
 * the answer to `query`.
 */
export function narrows(query: SearchQuery, earlier: SearchQuery): boolean {
  const closed = new Set(query.open ? query.terms.slice(0, -1) : query.terms);
  return earlier.terms.every((term, index) => {
    const isOpen = earlier.open && index === earlier.terms.length - 1;
    return isOpen ? query.terms.some((other) => other.startsWith(term)) : closed.has(term);
  });
}

/** Texts index the last character of a run as well; in a query it says nothing that its pair does not. */
function wholePairs<W extends { readonly start: number; readonly end: number }>(words: readonly W[]): readonly W[] {
  return words.filter((word, index) => {
    const before = words[index - 1];
    return before === undefined || before.start === word.start || before.end !== word.end;
  });
}

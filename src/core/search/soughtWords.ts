import { stopWords } from './stopWords.ts';
import { joinedCompounds, queryWordsOf } from './tokenizer.ts';

/** What a reader of the answers looks for: words in a row, one unless they are quoted. */
export interface SoughtWords {
  /** Folded as `wordsOf` does, at least one. */
  readonly terms: readonly string[];
  /** They stand between quotation marks: together, and as they are written. */
  readonly quoted: boolean;
  /** The last word may go on: nothing follows it in the query. */
  readonly open: boolean;
}

/** Nobody reads more than these in a row of a list. */
const maxLength = 400;
const maxSought = 24;

/** Each with its value, which is looked for as it stands in a paper; `has:` and `is:` name no words. */
const piece =
  /(-?)(?:(author|year|title|abstract|venue|keyword|theme|key|has|is):)?(?:["“„]([^"“”]*)(["“”]?)|(\S+))/giu;

/**
 * The words of a query that may stand in an answer, in their order: those of filters by their value, nothing that is
 * excluded by `-`, function words only where there is nothing else. Reads the first 400 characters.
 */
export function soughtWords(query: string): readonly SoughtWords[] {
  const text = query.slice(0, maxLength).trimStart();
  const sought: SoughtWords[] = [];
  for (const match of text.matchAll(piece)) {
    const [whole, minus, field = '', phrase, close, word = ''] = match;
    if (minus === '-' || /^(?:has|is)$/i.test(field)) continue;
    const isLast = match.index + whole.length === text.length;
    if (phrase === undefined) sought.push(...singleWords(word, isLast));
    else sought.push(...inQuotes(phrase, isLast && close === ''));
  }
  const telling = sought.filter(({ terms, quoted }) => quoted || terms.some((term) => !stopWords.has(term)));
  return (telling.length > 0 ? telling : sought).slice(0, maxSought);
}

function singleWords(text: string, isLast: boolean): readonly SoughtWords[] {
  const words = queryWordsOf(text);
  const single = words.map(({ term, end }) => ({
    terms: [term],
    quoted: false,
    open: isLast && end === text.length,
  }));
  const joined = joinedCompounds(text).map((term) => ({ terms: [term], quoted: false, open: isLast }));
  return [...single, ...joined];
}

function inQuotes(text: string, isOpen: boolean): readonly SoughtWords[] {
  const words = queryWordsOf(text);
  const last = words.at(-1);
  if (last === undefined) return [];
  return [{ terms: words.map(({ term }) => term), quoted: true, open: isOpen && last.end === text.length }];
}

import type { QueryWord } from './query/searchQuery.ts';
import { withinEdits } from './editDistance.ts';
import { editsFor } from './frozen/similarTerms.ts';
import { parseQuery, requiredWords } from './query/searchQuery.ts';
import { maskOf } from './searchFields.ts';
import { wordsOf } from './tokenizer.ts';
import { sentenceEnds } from '../text/sentences.ts';

/** About as much as a row of a quick pick shows. */
const maxLength = 160;
/** What is read of an abstract: longer ones are no abstracts. */
const maxRead = 20_000;
const abstractField = maskOf('abstract');

/** Gives the sentence of a paper that answers a query best; `undefined` when its abstract does not. */
export type Excerpts = (abstract: string, title?: string) => string | undefined;

/** Where a text has a word of the query. */
interface Match {
  readonly term: string;
  readonly start: number;
}

/**
 * Finds in abstracts the sentence that holds most of the query's words (the first of equally good ones), cut to about
 * 160 characters around the first of them; white space collapsed, cuts marked by `…`. Words match whole, the last one
 * of an unfinished query also by its beginning. Where neither the abstract nor the title has any of them, words with a
 * slip match.
 */
export function excerptsFor(query: string): Excerpts {
  const asked = parseQuery(query);
  const sought = asked === undefined ? [] : requiredWords(asked).filter(({ mask }) => (mask & abstractField) !== 0);
  if (sought.length === 0) return () => undefined;
  const isPlain = arePlain(sought);
  const matchesIn = (text: string): readonly Match[] =>
    (isPlain ? plainMatches(text, sought) : undefined) ?? matchingWords(text, sought, isWord);
  return (abstract, title = '') => {
    const text = abstract.slice(0, maxRead);
    const exact = matchesIn(text);
    if (exact.length > 0) return bestSentence(text, exact);
    return matchesIn(title).length > 0 ? undefined : bestSentence(text, matchingWords(text, sought, isSlip));
  };
}

function bestSentence(text: string, matches: readonly Match[]): string | undefined {
  if (matches.length === 0) return undefined;
  let best: { from: number; to: number; terms: number; at: number } | undefined;
  let index = 0;
  let from = 0;
  for (const to of sentenceEnds(text)) {
    const found = new Set<string>();
    const at = matches[index]?.start ?? 0;
    for (let match = matches[index]; match !== undefined && match.start < to; match = matches[(index += 1)]) {
      found.add(match.term);
    }
    if (found.size > (best?.terms ?? 0)) best = { from, to, terms: found.size, at };
    from = to;
  }
  return best === undefined ? undefined : cutAround(text.slice(best.from, best.to), best.at - best.from);
}

/** Words of ASCII letters and digits, which are most, are found without cutting the text. */
function arePlain(sought: readonly QueryWord[]): boolean {
  return sought.every(({ term }) => /^[a-z0-9]+$/.test(term));
}

/** In the order of the text. `undefined` for a text whose small letters stand elsewhere than its own. */
function plainMatches(text: string, sought: readonly QueryWord[]): readonly Match[] | undefined {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return undefined;
  const matches: Match[] = [];
  for (const { term, open } of sought) {
    for (let start = lower.indexOf(term); start >= 0; start = lower.indexOf(term, start + 1)) {
      const isWhole = open || !isWordUnit(lower, start + term.length);
      if (isWhole && !isWordUnit(lower, start - 1)) matches.push({ term, start });
    }
  }
  return sought.length === 1 ? matches : matches.sort((x, y) => x.start - y.start);
}

/** Whether a letter, a digit or a mark stands there; halves of rare characters count as such. */
function isWordUnit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return false;
  if (unit < 0x80) return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
  return /[\p{L}\p{N}\p{M}\uD800-\uDFFF]/u.test(text.charAt(at));
}

type Meets = (word: string, sought: QueryWord) => boolean;

function isWord(word: string, { term, open }: QueryWord): boolean {
  return word === term || (open && word.startsWith(term));
}

function isSlip(word: string, { term }: QueryWord): boolean {
  const edits = editsFor(term);
  return edits > 0 && withinEdits(term, word, edits);
}

function matchingWords(text: string, sought: readonly QueryWord[], meets: Meets): readonly Match[] {
  const known = new Map<string, string | undefined>();
  const matches: Match[] = [];
  for (const { term: word, start } of wordsOf(text)) {
    if (!known.has(word)) known.set(word, sought.find((one) => meets(word, one))?.term);
    const term = known.get(word);
    if (term !== undefined) matches.push({ term, start });
  }
  return matches;
}

/** A window of the sentence at word boundaries that holds the word at `at`. */
function cutAround(sentence: string, at: number): string {
  const before = plain(sentence.slice(0, at)).trimStart();
  const whole = plain(sentence).trim();
  if (whole.length <= maxLength) return whole;
  const start = wordStart(whole, Math.min(Math.max(0, before.length - maxLength / 3), whole.length - maxLength));
  const end = start + maxLength >= whole.length ? whole.length : wordEnd(whole, start + maxLength);
  return `${start > 0 ? '…' : ''}${whole.slice(start, end).trim()}${end < whole.length ? '…' : ''}`;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The next start of a word at or after `at`, if there is one near (scripts without spaces have none). */
function wordStart(text: string, at: number): number {
  const from = Math.trunc(at);
  if (from <= 0) return 0;
  const space = text.indexOf(' ', from - 1);
  return space >= 0 && space - from < 40 ? space + 1 : wholeCharacter(text, from);
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return at - space < 40 ? space : wholeCharacter(text, at);
}

/** Never between the two halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

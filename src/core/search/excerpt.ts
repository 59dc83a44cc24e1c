import type { QueryWord } from './query/searchQuery.ts';
import type { Word } from './tokenizer.ts';
import { withinEdits } from './editDistance.ts';
import { editsFor } from './frozen/similarTerms.ts';
import { parseQuery, requiredWords } from './query/searchQuery.ts';
import { maskOf } from './searchFields.ts';
import { wordsOf } from './tokenizer.ts';

/** About as much as a row of a quick pick shows. */
const maxLength = 160;
/** What is read of an abstract: longer ones are no abstracts. */
const maxRead = 20_000;
const abstractField = maskOf('abstract');

/**
 * The sentence of an abstract that holds most of the query's words (the first of equally good ones), cut to about 160
 * characters around the first of them; white space collapsed, cuts marked by `…`. Words match whole, the last one of
 * an unfinished query also by its beginning, and, where the abstract has nothing else, with a typo. `undefined` when
 * none matches.
 */
export function bestExcerpt(abstract: string, query: string): string | undefined {
  const asked = parseQuery(query);
  const sought = asked === undefined ? [] : requiredWords(asked).filter(({ mask }) => (mask & abstractField) !== 0);
  if (sought.length === 0) return undefined;
  const text = abstract.slice(0, maxRead);
  const words = wordsOf(text);
  const matches = matchesOf(words, sought);
  if (matches.size === 0) return undefined;
  const ends = sentenceEnds(text);
  let best: { from: number; to: number; terms: number; at: Word } | undefined;
  let index = 0;
  let from = 0;
  for (const to of ends) {
    const found = new Set<string>();
    let at: Word | undefined;
    for (let word = words[index]; word !== undefined && word.start < to; word = words[(index += 1)]) {
      const term = matches.get(word.term);
      if (term === undefined) continue;
      found.add(term);
      at ??= word;
    }
    if (at !== undefined && found.size > (best?.terms ?? 0)) best = { from, to, terms: found.size, at };
    from = to;
  }
  return best === undefined ? undefined : cutAround(text.slice(best.from, best.to), best.at.start - best.from);
}

/** Words of the text that stand for a term of the query, with that term. */
function matchesOf(words: readonly Word[], sought: readonly QueryWord[]): ReadonlyMap<string, string> {
  const present = new Set(words.map(({ term }) => term));
  const matches = new Map<string, string>();
  for (const { term, open } of sought) {
    const exact = [...present].filter((word) => word === term || (open && word.startsWith(term)));
    const edits = editsFor(term);
    const similar =
      exact.length > 0 || edits === 0 ? exact : [...present].filter((word) => withinEdits(term, word, edits));
    for (const word of similar) if (!matches.has(word)) matches.set(word, term);
  }
  return matches;
}

/** Offsets after each sentence: a full stop, question or exclamation mark before a space and no small letter. */
function sentenceEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(/[.!?]["')\]\u201D\u2019]?\s+(?=[^\p{Ll}\s])|[\u3002\uFF01\uFF1F]|\n\s*\n/gu)) {
    const before = text.slice(Math.max(0, match.index - 5), match.index + 1);
    if (!/(?:^|\s)(?:(?:e\.g|i\.e|cf|vs|al|Fig|Eq|Sec|No|resp)\.|\p{Lu}\.)$/u.test(before)) {
      ends.push(match.index + match[0].length);
    }
  }
  return [...ends, text.length];
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

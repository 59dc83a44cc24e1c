import { foldWord } from './foldWord.ts';
import { functionWords } from './functionWords.ts';

/** A word as it is written, read by itself. */
export interface Form {
  /** Folded; a compound without its hyphens (`Few-Shot` gives `fewshot`). */
  readonly term: string;
  /** As written, but for what is no part of the word (`LLM's`). */
  readonly surface: string;
  /** Folded parts of a compound; empty for a simple word. */
  readonly parts: readonly string[];
}

/** A word as it stands in a text. */
export interface Token extends Form {
  /** Whether only white space stands between the word before and this one. */
  readonly joined: boolean;
}

/** Longer words are noise (hashes, encoded data). */
const longestWord = 40;
/** Most words by far; they need nothing of what others need. */
const plainWord = /^[A-Za-z]{1,40}$/;
const letter = /\p{L}/u;
const asciiLetter = /[A-Za-z]/;
const hyphen = /[-\u2010\u2011]+/;
const none: readonly never[] = [];

/** What a word says; `undefined` for what is none: a number, a hash, a contraction. A segment has a space before it. */
export function readForm(written: string): Form | undefined {
  if (written.startsWith(' ')) {
    const surface = written.slice(1);
    return { term: surface.normalize('NFKC').toLowerCase(), surface, parts: none };
  }
  const plain = plainTermOf(written);
  if (plain !== undefined) return { term: plain, surface: written, parts: none };
  const surface = bareWord(written);
  if (surface.length > longestWord || !hasLetter(surface) || hasApostrophe(surface)) return undefined;
  const pieces = surface.normalize('NFKC').toLowerCase().split(hyphen);
  const parts = pieces.length > 1 ? pieces.filter(hasLetter).map(foldWord) : none;
  return { term: foldWord(pieces.join('')), surface, parts };
}

/** What a text with this word is grouped by: content words, and of compounds both the whole and its parts. */
export function formTerms(written: string): readonly string[] {
  const plain = plainTermOf(written);
  if (plain !== undefined) return isContent(plain) ? [plain] : none;
  const form = readForm(written);
  if (form === undefined) return none;
  const { term, parts } = form;
  if (parts.length === 0) return isContent(term) ? [term] : none;
  return [term, ...parts.filter((part) => part.length > 2)].filter(isContent);
}

/** Whether a term may count for what a paper is about: at least two characters and no function word. */
export function isContent(term: string): boolean {
  return term.length > 1 && !functionWords.has(term);
}

function plainTermOf(written: string): string | undefined {
  return plainWord.test(written) ? foldWord(written.toLowerCase()) : undefined;
}

/** Without a possessive, and what does not belong to a word at its end. */
function bareWord(written: string): string {
  const bare = hasApostrophe(written) ? written.replace(/['’]s?$|['’]s(?=-)/g, '') : written;
  return bare.replace(/[-'’\u2010\u2011]+$/, '');
}

function hasApostrophe(text: string): boolean {
  return text.includes("'") || text.includes('’');
}

function hasLetter(text: string): boolean {
  return asciiLetter.test(text) || letter.test(text);
}

import { foldWord } from './foldWord.ts';
import { functionWords } from './functionWords.ts';

/** A word as it stands in a text. */
export interface Token {
  /** Folded form; a compound without its hyphens (`Few-Shot` gives `fewshot`). */
  readonly term: string;
  /** As written. */
  readonly surface: string;
  /** Folded parts of a compound; empty for a simple word. */
  readonly parts: readonly string[];
  /** Whether only white space stands between the word before and this one. */
  readonly joined: boolean;
}

/** A text longer than this is no abstract; the rest of it is not read, to bound the work. */
const longestText = 20_000;
/** Longer words are noise (hashes, encoded data). */
const longestWord = 40;

/** A word at a known place. */
const anyWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-\u2010\u2011]*/uy;
/** Of the first 128 characters: 2 begins a word, 1 may stand inside one. */
const asciiRole = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z0-9]/.test(character) ? 2 : /['-]/.test(character) ? 1 : 0;
});
/** Scripts written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const letter = /\p{L}/u;
const hyphen = /[-\u2010\u2011]+/;

/** Without what is no prose: addresses, formulas and TeX commands; braces that only keep case are dropped. */
function proseOf(text: string): string {
  let prose = text.length > longestText ? text.slice(0, longestText) : text;
  if (prose.includes('://')) prose = prose.replace(/[a-z]{3,5}:\/\/\S*/gi, ' ; ');
  if (prose.includes('$')) prose = prose.replace(/\$[^$]{0,300}\$/g, ' ; ');
  if (prose.includes('\\')) prose = prose.replace(/\\[a-zA-Z]+/g, ' ');
  return prose.includes('{') ? prose.replace(/[{}]/g, '') : prose;
}

/** A term with how often the paper that is being read has it; one object for each term. */
export interface CountedTerm {
  readonly text: string;
  count: number;
}

/** A word by itself, whatever stands around it. */
interface Form extends Omit<Token, 'joined'> {
  /** What a text is grouped by: content words, and of compounds both the whole and its parts. */
  readonly counted: readonly CountedTerm[];
}

/** Forms of words met lately: most words of a text have been met before. Never changes a result. */
const forms = new Map<string, Form | undefined>();
const terms = new Map<string, CountedTerm>();
const mostForms = 50_000;

/** Forgets the words met when they are many. Between papers only: the terms of one must be the same objects. */
export function forgetForms(): void {
  if (forms.size < mostForms) return;
  forms.clear();
  terms.clear();
}

function formOf(written: string): Form | undefined {
  const known = forms.get(written);
  if (known !== undefined || forms.has(written)) return known;
  const form = readForm(written);
  forms.set(written, form);
  return form;
}

/** Most words by far; they need nothing of what follows. */
const plainWord = /^[A-Za-z]{1,40}$/;

function readForm(written: string): Form | undefined {
  if (plainWord.test(written)) {
    const term = foldWord(written.toLowerCase());
    return { term, surface: written, parts: [], counted: isContent(term) ? [counted(term)] : [] };
  }
  const surface = written.replace(/['’]s?$|['’]s(?=-)/g, '').replace(/[-'’\u2010\u2011]+$/, '');
  if (surface.length > longestWord || !letter.test(surface) || /['’]/.test(surface)) return undefined;
  const pieces = surface.normalize('NFKC').toLowerCase().split(hyphen);
  const parts = pieces.length > 1 ? pieces.filter((piece) => letter.test(piece)).map(foldWord) : [];
  const term = foldWord(pieces.join(''));
  const content = [term, ...parts.filter((part) => part.length > 2)].filter(isContent);
  return { term, surface, parts, counted: content.map(counted) };
}

function counted(text: string): CountedTerm {
  const known = terms.get(text) ?? { text, count: 0 };
  terms.set(text, known);
  return known;
}

/** Calls `take` for each word as it is written, with where it begins. Linear. */
function eachWord(prose: string, take: (written: string, index: number) => void): void {
  for (let at = 0; at < prose.length;) {
    let end = at;
    if (asciiRole[prose.charCodeAt(at)] === 2) while ((asciiRole[prose.charCodeAt(end)] ?? 0) > 0) end += 1;
    // A word may go on, or begin, with what is no ASCII.
    if (prose.charCodeAt(end) > 127) end = endOfWord(prose, at);
    if (end > at) take(prose.slice(at, end), at);
    at = end > at ? end : at + 1;
  }
}

function endOfWord(prose: string, start: number): number {
  anyWord.lastIndex = start;
  return start + (anyWord.exec(prose)?.[0].length ?? 0);
}

/** The words of a text in order: those with a letter, cut at 20,000 characters of text. Linear. */
export function tokensOf(text: string): readonly Token[] {
  const prose = proseOf(text);
  const tokens: Token[] = [];
  let end = 0;
  eachWord(prose, (written, index) => {
    const joined = end > 0 && isSpace(prose, end, index);
    end = index + written.length;
    const form = unspaced.test(written) ? undefined : formOf(written);
    if (form !== undefined) {
      const { term, surface, parts } = form;
      tokens.push({ term, surface, parts, joined });
    } else if (unspaced.test(written)) {
      pushSegments(tokens, written, joined);
    }
  });
  return tokens;
}

function isSpace(text: string, start: number, end: number): boolean {
  return end > start && text.slice(start, end).trim() === '';
}

/** Unspaced scripts are cut by the host's dictionary (`Intl.Segmenter`): pairs of characters would make bad labels. */
function pushSegments(tokens: Token[], run: string, joined: boolean): void {
  let next = joined;
  for (const { segment, isWordLike } of segmenter().segment(run)) {
    if (isWordLike !== true) continue;
    tokens.push({ term: segment.normalize('NFKC').toLowerCase(), surface: segment, parts: [], joined: next });
    next = true;
  }
}

let words: Intl.Segmenter | undefined;

function segmenter(): Intl.Segmenter {
  words ??= new Intl.Segmenter('und', { granularity: 'word' });
  return words;
}

/** Whether a text has letters of a script without spaces between words (Chinese, Japanese, Thai, ...). */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

/** Whether a word is long enough to mean something to a reader: three letters, or two signs of an unspaced script. */
export function isLongEnough(term: string): boolean {
  return term.length > 2 || (term.length === 2 && isUnspaced(term));
}

/** Whether a term may count for what a paper is about: at least two characters and no function word. */
export function isContent(term: string): boolean {
  return term.length > 1 && !functionWords.has(term);
}

/** Calls `take` for each term a text is grouped by, as often as it stands there. */
export function eachTerm(text: string, take: (term: CountedTerm) => void): void {
  eachWord(proseOf(text), (written) => {
    if (unspaced.test(written)) {
      const segments: Token[] = [];
      pushSegments(segments, written, false);
      for (const { term } of segments) if (isContent(term)) take(counted(term));
    } else {
      for (const term of formOf(written)?.counted ?? []) take(term);
    }
  });
}

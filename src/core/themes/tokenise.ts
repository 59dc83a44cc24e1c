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

const ascii = /^[\0-\x7F]*$/;
const asciiWord = /[A-Za-z0-9][A-Za-z0-9'-]*/g;
const anyWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-\u2010\u2011]*/gu;
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

/** A word by itself, whatever stands around it. */
type Form = Omit<Token, 'joined'>;

/** Forms of words met lately: most words of a text have been met before. Emptied when full; never changes a result. */
const forms = new Map<string, Form | undefined>();
const mostForms = 50_000;

function formOf(written: string): Form | undefined {
  const known = forms.get(written);
  if (known !== undefined || forms.has(written)) return known;
  const form = readForm(written);
  if (forms.size >= mostForms) forms.clear();
  forms.set(written, form);
  return form;
}

function readForm(written: string): Form | undefined {
  const surface = written.replace(/['’]s?$|['’]s(?=-)/g, '').replace(/[-'’\u2010\u2011]+$/, '');
  if (surface.length > longestWord || !letter.test(surface) || /['’]/.test(surface)) return undefined;
  const pieces = surface.normalize('NFKC').toLowerCase().split(hyphen);
  const parts = pieces.length > 1 ? pieces.filter((piece) => letter.test(piece)).map(foldWord) : [];
  return { term: foldWord(pieces.join('')), surface, parts };
}

function wordsIn(prose: string): RegExpStringIterator<RegExpExecArray> {
  return prose.matchAll(ascii.test(prose) ? asciiWord : anyWord);
}

/** The words of a text in order: those with a letter, cut at 20,000 characters of text. Linear. */
export function tokensOf(text: string): readonly Token[] {
  const prose = proseOf(text);
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: written, index } of wordsIn(prose)) {
    const joined = end > 0 && isSpace(prose, end, index);
    end = index + written.length;
    if (unspaced.test(written)) {
      pushSegments(tokens, written, joined);
    } else {
      const form = formOf(written);
      if (form !== undefined) tokens.push({ ...form, joined });
    }
  }
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

/** Calls `take` for each term a text is grouped by: content words, and of compounds both the whole and its parts. */
export function eachTerm(text: string, take: (term: string) => void): void {
  for (const { 0: written } of wordsIn(proseOf(text))) {
    if (unspaced.test(written)) {
      const segments: Token[] = [];
      pushSegments(segments, written, false);
      for (const { term } of segments) if (isContent(term)) take(term);
      continue;
    }
    const form = formOf(written);
    if (form === undefined) continue;
    if (isContent(form.term)) take(form.term);
    for (const part of form.parts) if (part.length > 2 && isContent(part)) take(part);
  }
}

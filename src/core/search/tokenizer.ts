/** A word of a text: its folded form and the UTF-16 offsets `[start, end)` where it stands. */
export interface Word {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Longer words are cut, in index and query alike, so that they are still found. */
const maxTermLength = 40;

/** Letters that Unicode does not take apart, as people type them without a compose key. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ħ', 'h'],
  ['þ', 'th'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
  // The form at the end of a word: what was typed so far ends there, too.
  ['ς', 'σ'],
]);

const plainText = /^[^+#\u0080-\uFFFF]*$/;
const asciiText = /^[^\u0080-\uFFFF]*$/;
const anySignedName = /[cgfj](?:\+\+|#)/i;
/** `\p{DI}`: soft hyphens, joiners, marks of direction. Nobody sees them, they stand within words as well. */
const wordRun = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{DI}]*(?:\+\+|#)?/gu;
const signedName = /^(?:[cg]\+\+|[cfj]#)$/;
/** Scripts written without spaces between words (and the long-vowel marks that Kana shares). */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30FC\\uFF70\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** What belongs to the character before it; the voice marks of narrow Kana are no marks to Unicode. */
const attached = '\\p{M}\\p{DI}\\uFF9E\\uFF9F';
const scriptRun = new RegExp(`[${unspaced}][${unspaced}${attached}]*|[^${unspaced}]+`, 'gu');
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u');
const character = new RegExp(`[^${attached}][${attached}]*`, 'gu');
/**
 * What people leave out when they type: accents, vowel points, the lengthening of Arabic words, all that nobody sees. The
 * vowel signs of Indian and South East Asian scripts are letters like others.
 */
const leftOut =
  /(?:(?=\p{M})[\p{Diacritic}\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]|[\p{DI}\u0640])+/gu;

/**
 * The terms of a text, in order, repetitions kept: folded words of letters and digits; `c++` and `c#` keep their sign.
 * Runs of Han, Kana, Thai, Lao, Khmer and Myanmar become overlapping pairs of characters, so that any part of a phrase
 * is found as it is typed, and alike on every host (`Intl.Segmenter` cuts a phrase otherwise than its beginning, and
 * each ICU in its own way).
 */
export function tokenize(text: string): readonly string[] {
  const plain = plainText.test(text) ? text : withoutSigns(text);
  if (plain !== undefined) return (plain.toLowerCase().match(/[a-z0-9]+/g) ?? []).map(cut);
  return wordsOf(text).map(({ term }) => term);
}

/**
 * The text without what is no letter, digit or mark, when it is plain then: most texts that are not plain have nothing
 * but dashes and quotation marks, and plain ones are cut by a simpler pattern.
 */
function withoutSigns(text: string): string | undefined {
  const plain = text.replace(/\p{DI}+/gu, '').replace(/[^\p{L}\p{N}\p{M}+#]+/gu, ' ');
  return !anySignedName.test(plain) && asciiText.test(plain) ? plain : undefined;
}

/** Whether the terms of a text are its runs of ASCII letters and digits. */
export function isPlainText(text: string): boolean {
  return plainText.test(text);
}

/** As `tokenize`, with the place of each term. Linear in the length of the text. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  if (plainText.test(text)) {
    for (const { 0: term, index } of text.toLowerCase().matchAll(/[a-z0-9]+/g)) {
      words.push({ term: cut(term), start: index, end: index + term.length });
    }
    return words;
  }
  for (const match of text.matchAll(wordRun)) {
    const signed = match[0].toLowerCase();
    if (signedName.test(signed)) {
      words.push({ term: signed, start: match.index, end: match.index + signed.length });
      continue;
    }
    for (const run of match[0].matchAll(scriptRun)) {
      const start = match.index + run.index;
      if (startsUnspaced.test(run[0])) pushPairs(words, run[0], start);
      else pushWord(words, run[0], start);
    }
  }
  return words;
}

/** As `wordsOf`, without the last character of a run without spaces: in a query its pair says it all. */
export function queryWordsOf(text: string): readonly Word[] {
  const words = wordsOf(text);
  return words.filter((word, index) => {
    const before = words[index - 1];
    return before === undefined || before.start === word.start || before.end !== word.end;
  });
}

/** Without case, accents and compatibility forms: `Größe` and `grosse` are the same word. */
function fold(text: string): string {
  const lower = text.normalize('NFKD').toLowerCase().replace(leftOut, '');
  return lower.replace(/[ßøłđðħþæœıς]/g, (letter) => plainLetters.get(letter) ?? letter);
}

/** Hyphenated compounds written as one word: `GPT-4o` as `gpt4o`, `pre-training` as `pretraining`. */
export function joinedCompounds(text: string): readonly string[] {
  const words = text.match(/[\p{L}\p{N}\p{M}\p{DI}]+(?:[-\u2010\u2011][\p{L}\p{N}\p{M}\p{DI}]+)*/gu) ?? [];
  const joined = words.map((word) => word.replace(/[-\u2010\u2011]/g, ''));
  return joined.filter((word, index) => word !== words[index]).flatMap(tokenize);
}

function pushWord(words: Word[], run: string, start: number): void {
  const bare = run.replace(/(?:\+\+|#)$/, '');
  const end = start + bare.length;
  // Compatibility forms unfold into several words at times: a fraction, a circled number.
  for (const term of fold(bare).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [])
    words.push({ term: cut(term), start, end });
}

function pushPairs(words: Word[], run: string, start: number): void {
  let before: Word | undefined;
  for (const match of run.matchAll(character)) {
    const at = start + match.index;
    const word = { term: fold(match[0]), start: at, end: at + match[0].length };
    if (before !== undefined) words.push({ term: before.term + word.term, start: before.start, end: word.end });
    before = word;
  }
  // The last character too: alone it is a query, and every other character begins a pair.
  if (before !== undefined) words.push(before);
}

function cut(term: string): string {
  return term.length > maxTermLength ? term.slice(0, maxTermLength) : term;
}

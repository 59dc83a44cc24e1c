/** Scripts written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** No character of them comes before this one, the first of the Thai ones. */
const first = 0x0e00;

/** Whether a text has letters of a script without spaces between words (Chinese, Japanese, Thai, ...). */
export function isUnspaced(text: string): boolean {
  // Most texts have none, and the pattern is slow to make and to run.
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= first) return unspaced.test(text);
  return false;
}

/** Whether a word is long enough to mean something to a reader: three letters, or two signs of an unspaced script. */
export function isLongEnough(term: string): boolean {
  return term.length > 2 || (term.length === 2 && isUnspaced(term));
}

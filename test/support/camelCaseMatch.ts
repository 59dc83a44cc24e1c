/** Longer texts are looked at up to here. */
const maxText = 60;
const maxUpperCaseOfWords = 5;
const maxQueryWithoutWords = 30;

/**
 * Whether VS Code takes `query` for the initials (and beginnings) of the words in `text`: `gp` finds `Git: Pull`. As
 * `matchesCamelCase` of `src/vs/base/common/filters.ts` does it in VS Code 1.139, without the places.
 */
export function matchesCamelCase(query: string, text: string): boolean {
  const trimmed = text.trim();
  if (trimmed === '' || !looksLikeInitials(query)) return false;
  const words = inWords(trimmed.slice(0, maxText));
  if (words === undefined) return false;
  const letters = query.toLowerCase();
  for (let from = 0; from < words.length; from = nextInitial(words, from + 1)) {
    if (continuesAt(letters, words, 0, from)) return true;
  }
  return false;
}

/** Each letter of the query stands right behind the one before, or begins a word further on. */
function continuesAt(letters: string, words: string, done: number, at: number): boolean {
  if (done === letters.length) return true;
  if (at === words.length || letters[done] !== words[at]?.toLowerCase()) return false;
  if (continuesAt(letters, words, done + 1, at + 1)) return true;
  for (let next = nextInitial(words, at + 1); next < words.length; next = nextInitial(words, next + 1)) {
    if (continuesAt(letters, words, done + 1, next)) return true;
  }
  return false;
}

/** Where the next word begins: a capital, a digit, or what follows a sign. */
function nextInitial(words: string, from: number): number {
  for (let at = from; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    if (isUpper(code) || isDigit(code) || (at > 0 && !isAlphanumeric(words.charCodeAt(at - 1)))) return at;
  }
  return words.length;
}

function looksLikeInitials(query: string): boolean {
  let upper = 0;
  let lower = 0;
  let spaces = 0;
  for (let at = 0; at < query.length; at += 1) {
    const code = query.charCodeAt(at);
    if (isUpper(code)) upper += 1;
    if (isLower(code)) lower += 1;
    if (code === 32 || code === 9 || code === 10 || code === 13) spaces += 1;
  }
  return (upper === 0 || lower === 0) && spaces === 0
    ? query.length <= maxQueryWithoutWords
    : upper <= maxUpperCaseOfWords;
}

/** The text to look for initials in; `undefined` when it has too few letters or too many digits. */
function inWords(text: string): string | undefined {
  let upper = 0;
  let lower = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isUpper(code)) upper += 1;
    if (isLower(code)) lower += 1;
    if (isDigit(code)) digits += 1;
  }
  const share = (count: number): number => count / text.length;
  const isMixed =
    share(lower) > 0.2 && share(upper) < 0.8 && share(upper + lower + digits) > 0.6 && share(digits) < 0.2;
  if (isMixed) return text;
  return lower === 0 && share(upper) > 0.6 ? text.toLowerCase() : undefined;
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAlphanumeric(code: number): boolean {
  return isLower(code) || isUpper(code) || isDigit(code);
}

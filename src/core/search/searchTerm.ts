import { singleLine } from '../text/plainText.ts';

/** What a search can be asked for by name and exact value. */
export type TermField = 'author' | 'venue' | 'year' | 'keyword' | 'theme';

/** Long enough for any name; what is longer is cut at a word, which still finds it. */
const maxValue = 120;
/** Every character that may open or close a phrase: within quotes the query language knows no escapes. */
const quotes = /["\u201C-\u201F\u00AB\u00BB\u2033\u2036\u301D-\u301F\uFF02]/gu;

/**
 * One term of a query that looks for a value in a field: `author:"Ada King"`, `year:2024`. Nothing in the value can end
 * the term: quotes are left out, and white space and invisible characters become single spaces. `''` when nothing of it
 * is left, or for a year that is no number. Total; linear.
 */
export function searchTerm(field: TermField, value: string): string {
  const text = singleLine(value.replace(quotes, ' '));
  if (field === 'year') return /^\d{1,9}$/.test(text) ? `year:${text}` : '';
  const short = cut(text);
  return short === '' ? '' : `${field}:"${short}"`;
}

/** Whole words; a single word that is too long loses its end, but no half of a surrogate pair stays. */
function cut(text: string): string {
  if (text.length <= maxValue) return text;
  const space = text.lastIndexOf(' ', maxValue);
  if (space > 0) return text.slice(0, space);
  const last = text.charCodeAt(maxValue - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? maxValue - 1 : maxValue);
}

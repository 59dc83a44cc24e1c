import { textOf, type FormattedText } from './formattedText.ts';

const quotes = /^[“”„‟‘’‚«»‹›「」『』"']$/u;
const space = /^[\s\u00A0\u202F]$/;
/** What stands before the closing mark in American English, and belongs to the citation. */
const pointing = /^[,.]$/;

/**
 * The author of a citation that stands in the sentence, as it is set in the whole citation, where `author` has the
 * characters alone: a title that stands for an author has its quotation marks, or is in italics.
 */
export function authorInText(author: FormattedText, whole: FormattedText): FormattedText {
  const characters = textOf(author);
  const text = textOf(whole);
  const start = text.indexOf(characters);
  if (start < 0 || characters === '') return author;
  const end = start + characters.length;
  // In French a space stands between a mark and what it encloses.
  const before = start - (space.test(text[start - 1] ?? '') ? 2 : 1);
  const after = end + (space.test(text[end] ?? '') || pointing.test(text[end] ?? '') ? 1 : 0);
  const isQuoted = quotes.test(text[before] ?? '') && quotes.test(text[after] ?? '');
  if (!isQuoted) return slice(whole, start, end);
  if (!pointing.test(text[end] ?? '')) return slice(whole, before, after + 1);
  return [...slice(whole, before, end), ...slice(whole, after, after + 1)];
}

function slice(runs: FormattedText, start: number, end: number): FormattedText {
  let at = 0;
  return runs.flatMap((run) => {
    const from = at;
    at += run.text.length;
    const text = run.text.slice(Math.max(0, start - from), Math.max(0, end - from));
    return text === '' ? [] : [Object.assign({ ...run }, { text })];
  });
}

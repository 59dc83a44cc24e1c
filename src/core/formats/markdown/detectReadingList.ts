import { readReadingList } from './readReadingList.ts';

const otherNames =
  /\.(?:jsonl?|ndjson|xml|html?|csv|tsv|bib|ris|nbib|enw|ya?ml|atom|rdf|opml|tex|svg|[cm]?[jt]sx?|py)$/i;
const otherBeginning =
  /^\s*(?:\{|\[\s*\{|<\?xml|<!doctype|<html|@[a-z]+\s*[{(]|%!|%PDF|\\documentclass|TY {2}-|PMID-|%0 )/i;
/** A text without any of these has nothing that a list of papers is made of. */
const structure = /^[ \t]*(?:>[ \t]?){0,9}(?:[-*+•]|\d{1,9}[.)]|#{1,6}|\||<h\d|\*\*|__|\[)[ \t]{0,9}\S/m;
/** The lines around entries of arXiv's mails. */
const arxivMail = /^\\\\[ \t]*$/m;
const listShare = 0.3;
const longList = 8;
const longListShare = 0.12;

/**
 * How sure it is that a text is a reading list in Markdown: 0.7 when its papers are a good part of it, 0 for anything else.
 * Papers that are paragraphs count only with names, a year or links beside their titles: titles that are links, with
 * abstracts below them, are also what a page gives when it is copied.
 */
export function detectReadingList(name: string, text: string): number {
  if (otherNames.test(name) || otherBeginning.test(text.slice(0, 200)) || !structure.test(text) || arxivMail.test(text))
    return 0;
  const { records, paperLines, lines, structured } = readReadingList(text);
  if (structured === 0) return 0;
  const share = paperLines / Math.max(1, lines);
  return share >= listShare || (records.length >= longList && share >= longListShare) ? 0.7 : 0;
}

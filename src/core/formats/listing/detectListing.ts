import { isOtherText } from './otherTexts.ts';

/** Other formats' files: what such a file holds is never a list, whether or not its own format can read it. */
const otherNames = /\.(?:jsonl?|ndjson|xml|html?|csv|tsv|bib|ris|nbib|enw|ya?ml|atom|rdf|opml|tex|svg)$/i;
const json = /^(?:\{\s*(?:["}]|\/[/*]|$)|\[\s*(?:[{"\]]|\[\s*[[{"\d]|-?\d[\d.]*\s*,|(?:true|false|null)\b|$))/;
const markup = /^<(?:[?!]|\/?[a-z][\w:-]*(?:\s[^<>]*)?\/?>)/i;
/** Not an address in angle brackets. */
const anyTag = /<\/?[a-z][\w-]*(?::[\w-]+)?(?:>|[\s/][^<>]*(?:>|$)|$)/gi;
const program =
  /^(?:%!|%PDF|#!|#include\b|\\documentclass|(?:import|export|package|from|const|using)\s[\w{"*.']|@[a-z]+\s*[{(])/i;
const arxivEntry = /^(?:\[\d{1,5}\]\s*)?arxiv:\s?(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})/i;
const yamlLine = /^(?:\s*- |\s*[a-z_][\w-]*:(?:\s|$)|---$|\s+\S)/;
const yamlKey = /^(?:- )?[a-z_][\w-]*:(?:\s|$)/;
/** Lines that are looked at. */
const judged = 60;
const tableRows = 8;

/**
 * How sure it is that a text is a pasted list: 0.1 for any text that is not plainly something else (every other format
 * that is sure of itself goes first), 0.5 for arXiv's lists and mails, 0 for other formats' names and for JSON, XML, HTML,
 * YAML, tables and programs.
 */
export function detectListing(name: string, text: string): number {
  if (otherNames.test(name)) return 0;
  const start = text.trimStart();
  if (json.test(start) || beginsAsPage(start) || program.test(start)) return 0;
  const lines = text
    .slice(0, 16_384)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, judged);
  if (isMarkup(lines) || isYaml(lines) || isTable(lines) || isProgram(lines) || isOtherText(lines)) return 0;
  const entries = lines.filter((line) => arxivEntry.test(line)).length;
  const titles = lines.filter((line) => line.startsWith('Title:')).length;
  return entries > 0 && titles > 0 ? 0.5 : 0.1;
}

/** A declaration, or a first line that is nothing but tags: one with text beside them may be a title. */
function beginsAsPage(start: string): boolean {
  if (/^<[?!]/.test(start)) return true;
  const [first = ''] = start.split(/[\r\n]/, 1);
  return /^<\/?[a-z]/i.test(first) && first.replace(anyTag, '').trim() === '';
}

function isMarkup(lines: readonly string[]): boolean {
  return most(lines, (line) => markup.test(line.trimStart()), 0.6);
}

/** Mappings with keys in lower case, one below the other: no line of prose. */
function isYaml(lines: readonly string[]): boolean {
  return lines.some((line) => yamlKey.test(line)) && most(lines, (line) => yamlLine.test(line), 0.9);
}

function isProgram(lines: readonly string[]): boolean {
  return most(lines, (line) => /(?:[;{}]|\);|=>|\\\\)\s*$/.test(line), 0.5);
}

/** A header of short cells, and rows with as many. */
function isTable(lines: readonly string[]): boolean {
  const header = lines[0] ?? '';
  for (const separator of [',', '\t', ';', '|']) {
    const cells = header.split(separator);
    if (cells.length < 3 || !cells.every((cell) => /^\s*"?[\p{L}\p{N}_ .()-]{1,40}"?\s*$/u.test(cell))) continue;
    const rows = lines.slice(1, 1 + tableRows);
    if (rows.length > 0 && rows.every((row) => cellsOf(row, separator) === cells.length)) return true;
  }
  return false;
}

/** Separators between quotes part nothing. */
function cellsOf(row: string, separator: string): number {
  return row.replace(/"(?:[^"]|"")*"/g, '').split(separator).length;
}

function most(lines: readonly string[], test: (line: string) => boolean, share: number): boolean {
  return lines.length >= 3 && lines.filter((line) => test(line)).length >= lines.length * share;
}

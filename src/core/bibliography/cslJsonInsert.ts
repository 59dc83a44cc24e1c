import { foldCase } from '../library/paperIdentity.ts';
import type { PaperFields } from '../paper.ts';
import type { Result } from '../result.ts';
import { eolOf } from '../text/lineEnds.ts';
import { arxivIdOf, EntryIndex, type EntryFacts } from './entryIndex.ts';
import { factsOfPaper, type BibliographyInsertPlan, type KeyedPaper } from './planBibtexInsert.ts';
import { cleanLine } from './texText.ts';
import { venueOf } from './venue.ts';

/** How a CSL item is written. */
export interface CslOptions {
  readonly abstract?: boolean | undefined;
  /** White space of one level; `''` writes the item on one line. */
  readonly indent?: string | undefined;
}

const organisation = /\b(?:team|group|consortium|collaboration|universit|institut|laborator|labs?|inc|foundation)\b/i;
const particle = /^\p{Ll}/u;

/** A CSL-JSON item (one JSON object) with all that is known of a paper. */
export function formatCslItem(paper: PaperFields, id: string, options: CslOptions = {}): string {
  const { cslType, name } = venueOf(paper);
  const arxiv = arxivIdOf(paper.arxiv ?? '');
  const authors = paper.authors.map(cleanLine).filter((author) => author !== '');
  const year = paper.year !== undefined && Number.isInteger(paper.year) ? paper.year : undefined;
  const url = cleanLine(paper.url ?? '');
  const item = {
    id,
    type: cslType,
    title: cleanLine(paper.title),
    author: authors.length > 0 ? authors.map(cslName) : undefined,
    issued: year === undefined ? undefined : { 'date-parts': [[year]] },
    'container-title': name === undefined ? undefined : cleanLine(name),
    DOI: cleanLine(paper.doi ?? '') || undefined,
    publisher: arxiv === undefined ? undefined : 'arXiv',
    number: arxiv === undefined ? undefined : `arXiv:${arxiv}`,
    URL: /^https?:\/\/./i.test(url) ? url : undefined,
    keyword: paper.keywords.map(cleanLine).join(', ') || undefined,
    abstract: options.abstract === true ? cleanLine(paper.abstract) || undefined : undefined,
  };
  return JSON.stringify(item, undefined, options.indent ?? '  ');
}

/**
 * Plans to append the papers that a CSL-JSON file (an array) lacks, as `planBibtexInsert` does for .bib files: one
 * insertion before the closing `]`, indented as the first item is. The error says why the file cannot be changed.
 */
export function planCslJsonInsert(json: string, papers: readonly KeyedPaper[]): Result<BibliographyInsertPlan> {
  const items = parseItems(json);
  if (items === undefined) return { ok: false, error: 'it is not a JSON array of works (CSL-JSON)' };
  const index = new EntryIndex(items.map(factsOfItem));
  const eol = eolOf(json);
  const { indent, broken } = layoutOf(json);
  const added: string[] = [];
  const keys = new Map<string, string>();
  for (const { paper, key } of papers) {
    if (keys.has(key)) continue;
    const known = index.find(paper, key);
    const id = known ?? index.freeKey(key);
    keys.set(key, id);
    if (known !== undefined) continue;
    const item = formatCslItem(paper, id, { indent: broken ? indent || '  ' : '' });
    added.push(item.replaceAll('\n', eol + indent));
    index.add(factsOfPaper(paper, id));
  }
  if (added.length === 0) return { ok: true, value: { edit: undefined, keys, unclosedAt: undefined } };
  const close = json.lastIndexOf(']');
  const start = json.slice(0, close).trimEnd().length;
  const joint = broken ? eol + indent : '';
  const comma = items.length === 0 ? '' : broken ? ',' : ', ';
  const text = comma + joint + added.join(broken ? `,${joint}` : ', ');
  const end = items.length === 0 ? close : start;
  const edit = { start, end, text: items.length === 0 ? text + eol : text };
  return { ok: true, value: { edit, keys, unclosedAt: undefined } };
}

/** `Family, Given`, or the last word (with the particles before it) as the family name; organisations stay whole. */
function cslName(name: string): Readonly<Record<string, string>> {
  const comma = name.indexOf(',');
  if (comma > 0) return { family: name.slice(0, comma).trim(), given: name.slice(comma + 1).trim() };
  const words = name.split(' ');
  if (words.length === 1 || organisation.test(name)) return { literal: name };
  let first = words.length - 1;
  while (first > 1 && particle.test(words[first - 1] ?? '')) first -= 1;
  return { family: words.slice(first).join(' '), given: words.slice(0, first).join(' ') };
}

function parseItems(json: string): readonly unknown[] | undefined {
  const text = json.startsWith('\uFEFF') ? json.slice(1) : json;
  if (text.trim() === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Picks the few known members; anything may stand in a file. */
function factsOfItem(item: unknown): EntryFacts {
  const get = (name: string): unknown =>
    typeof item === 'object' && item !== null && Object.hasOwn(item, name) ? Reflect.get(item, name) : undefined;
  const text = (name: string) => {
    const value = get(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const author = get('author');
  return {
    key: text('id'),
    title: text('title').replace(/<\/?(?:i|b|sup|sub|span)\b[^<>]*>/g, ''),
    authors: Array.isArray(author) ? author.slice(0, 1).map(nameText) : [],
    doi: foldCase(text('DOI')).replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '') || undefined,
    arxiv: arxivIdOf(text('number')) ?? arxivIdOf(text('URL')),
    year: yearIn(get('issued')),
  };
}

function nameText(name: unknown): string {
  if (typeof name !== 'object' || name === null) return '';
  const parts: unknown[] = ['given', 'family', 'literal'].map((part): unknown => Reflect.get(name, part));
  return parts.filter((part) => typeof part === 'string').join(' ');
}

/** The first four-digit number of a date in any of CSL's forms. */
function yearIn(issued: unknown): number | undefined {
  const dates: unknown = typeof issued === 'object' && issued !== null ? Reflect.get(issued, 'date-parts') : undefined;
  const first: unknown = Array.isArray(dates) ? dates[0] : undefined;
  const year: unknown = Array.isArray(first) ? first[0] : undefined;
  return typeof year === 'number' || typeof year === 'string'
    ? Number(/\d{4}/.exec(String(year))?.[0]) || undefined
    : undefined;
}

/** How the items of the array are laid out: on lines of their own (and how far indented) or on one line. */
function layoutOf(json: string): { readonly indent: string; readonly broken: boolean } {
  const lead = /^\s*\[(\s*)\S/.exec(json.slice(0, 10_000).replace(/^\uFEFF/, ''))?.[1] ?? '';
  const empty = /^\s*\[\s*\]\s*$/.test(json.slice(0, 10_000).replace(/^\uFEFF/, ''));
  if (empty) return { indent: '  ', broken: true };
  const lineStart = lead.lastIndexOf('\n');
  return { indent: lead.slice(lineStart + 1), broken: lineStart !== -1 };
}

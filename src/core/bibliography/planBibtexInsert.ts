import type { PaperFields } from '../paper.ts';
import { eolOf, toFileEol, type Eol } from '../text/lineEnds.ts';
import type { TextEdit } from '../text/position.ts';
import type { BibtexEntry } from './bibtexFile.ts';
import { scanBibtex } from './bibtexScan.ts';
import type { SourceEntry } from './write/bibtexSource.ts';
import { formatBibtexEntry, toBibtexKey } from './write/bibtexWriter.ts';
import { EntryIndex, factsOfBibtex } from './entryIndex.ts';

/** A paper and the key under which it is to be cited. */
export interface KeyedPaper {
  readonly paper: PaperFields;
  readonly key: string;
  /** Its entry in a .bib file, where it came from one. */
  readonly source?: SourceEntry | undefined;
}

/** What to do so that a bibliography file holds some papers. */
export interface BibliographyInsertPlan {
  /** `undefined` when the file has them all. */
  readonly edit: TextEdit | undefined;
  /** For each key that was asked for, the key that means this paper in this file: cite with it. */
  readonly keys: ReadonlyMap<string, string>;
  /** Offset of an entry at the end of the file that is not closed, so that what is added becomes a part of it. */
  readonly unclosedAt: number | undefined;
}

/** Where new entries go, and how they are written. */
export interface InsertOptions {
  /** Behind the last entry whose key comes before theirs, instead of at the end. */
  readonly sorted?: boolean | undefined;
  readonly abstract?: boolean | undefined;
}

/** An entry to be added. */
interface NewEntry {
  readonly key: string;
  readonly text: string;
}

interface EntryPlace {
  readonly at: number;
  /** Before all entries that are there. */
  readonly isFirst: boolean;
  readonly entry: NewEntry;
}

/**
 * Plans to add the papers that a .bib file lacks. A paper that is in the file keeps the key it has there; a key that
 * another work has is not taken: the paper gets `key-b`, `key-c`, …. At the end, or sorted by key; a blank line before
 * each entry, line ends as in the file; all else stays byte for byte. An entry of another .bib file is copied letter by
 * letter when it stands for itself, without `@string`s and `crossref`.
 */
export function planBibtexInsert(
  bib: string,
  papers: readonly KeyedPaper[],
  options: InsertOptions = {},
): BibliographyInsertPlan {
  const entries = scanBibtex(bib);
  const index = new EntryIndex(entries.map(factsOfBibtex));
  const eol = eolOf(bib);
  const added: NewEntry[] = [];
  const keys = new Map<string, string>();
  for (const { paper, key, source } of papers) {
    if (keys.has(key)) continue;
    const known = index.find(paper, key);
    if (known !== undefined) {
      keys.set(key, known);
      continue;
    }
    const free = index.freeKey(toBibtexKey(key));
    keys.set(key, free);
    const own = source && ownEntry(source, free, eol);
    added.push({ key: free, text: own ?? formatBibtexEntry(paper, free, { eol, abstract: options.abstract }) });
    index.add(factsOfPaper(paper, free));
  }
  const last = entries.at(-1);
  const unclosedAt = last !== undefined && !last.closed ? last.start : undefined;
  if (added.length === 0) return { edit: undefined, keys, unclosedAt };
  if (options.sorted === true && entries.length > 0) return { edit: sortedEdit(bib, entries, added), keys, unclosedAt };
  const text = gapAtEnd(bib, eol) + added.map((entry) => entry.text).join(eol + eol) + eol;
  return { edit: { start: bib.length, end: bib.length, text }, keys, unclosedAt };
}

function ownEntry({ text, strings, parents }: SourceEntry, key: string, eol: Eol): string | undefined {
  const [entry] = strings.size + parents.size === 0 ? scanBibtex(text) : [];
  if (entry === undefined) return undefined;
  return toFileEol(text.slice(0, entry.keyRange.start) + key + text.slice(entry.keyRange.end), eol);
}

/** One edit from the first place to the last one; what stands between is in it as it is. */
function sortedEdit(bib: string, entries: readonly BibtexEntry[], added: readonly NewEntry[]): TextEdit {
  const eol = eolOf(bib);
  const places = added.toSorted((a, b) => compareKeys(a.key, b.key)).map((entry) => placeFor(entry, entries));
  const ordered = places.toSorted((a, b) => a.at - b.at);
  const start = ordered[0]?.at ?? bib.length;
  let text = '';
  let from = start;
  for (const { at, isFirst, entry } of ordered) {
    text += bib.slice(from, at) + (isFirst ? entry.text + eol + eol : eol + eol + entry.text);
    from = at;
  }
  return { start, end: from, text };
}

/** Behind the last entry with a smaller key, or else before the first one. */
function placeFor(entry: NewEntry, entries: readonly BibtexEntry[]): EntryPlace {
  const before = entries.findLast(({ key }) => compareKeys(key, entry.key) < 0);
  return before === undefined
    ? { at: entries[0]?.start ?? 0, isFirst: true, entry }
    : { at: before.end, isFirst: false, entry };
}

function compareKeys(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one < other ? -1 : Number(one > other);
}

/** A paper that is being added, so that the next one finds it. */
export function factsOfPaper(paper: PaperFields, key: string) {
  const { title, authors, doi, arxiv, year } = paper;
  return { key, title, authors, doi, arxiv, year };
}

/** What is missing for a blank line between the text and what comes behind it. */
function gapAtEnd(text: string, eol: string): string {
  if (text.replace('\uFEFF', '').trim() === '') return '';
  if (/(?:\r\n|\n)[ \t]*(?:\r\n|\n)[ \t]*$/.test(text.slice(-200))) return '';
  return text.endsWith('\n') ? eol : eol + eol;
}

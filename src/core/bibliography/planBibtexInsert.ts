import type { PaperFields } from '../paper.ts';
import { eolOf } from '../text/lineEnds.ts';
import type { TextEdit } from '../text/position.ts';
import { scanBibtex } from './bibtexScan.ts';
import { formatBibtexEntry, toBibtexKey } from './write/bibtexWriter.ts';
import { EntryIndex, factsOfBibtex } from './entryIndex.ts';

/** A paper and the key under which it is to be cited. */
export interface KeyedPaper {
  readonly paper: PaperFields;
  readonly key: string;
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

/**
 * Plans to append the papers that a .bib file lacks. A paper that is in the file keeps the key it has there; a key that
 * another work has is not taken: the paper gets `key-b`, `key-c`, …. One insertion at the end, a blank line before each
 * entry, line ends as in the file; all else stays byte for byte.
 */
export function planBibtexInsert(bib: string, papers: readonly KeyedPaper[]): BibliographyInsertPlan {
  const entries = scanBibtex(bib);
  const index = new EntryIndex(entries.map(factsOfBibtex));
  const eol = eolOf(bib);
  const added: string[] = [];
  const keys = new Map<string, string>();
  for (const { paper, key } of papers) {
    if (keys.has(key)) continue;
    const known = index.find(paper, key);
    if (known !== undefined) {
      keys.set(key, known);
      continue;
    }
    const free = index.freeKey(toBibtexKey(key));
    keys.set(key, free);
    added.push(formatBibtexEntry(paper, free, { eol }));
    index.add(factsOfPaper(paper, free));
  }
  const last = entries.at(-1);
  const unclosedAt = last !== undefined && !last.closed ? last.start : undefined;
  if (added.length === 0) return { edit: undefined, keys, unclosedAt };
  const text = gapAtEnd(bib, eol) + added.join(eol + eol) + eol;
  return { edit: { start: bib.length, end: bib.length, text }, keys, unclosedAt };
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

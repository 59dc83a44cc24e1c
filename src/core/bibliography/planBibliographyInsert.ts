import type { Result } from '../result.ts';
import { planCslJsonInsert } from './cslJsonInsert.ts';
import {
  planBibtexInsert,
  type BibliographyInsertPlan,
  type InsertOptions,
  type KeyedPaper,
} from './planBibtexInsert.ts';

/** The bibliography formats that Paperside writes. */
export type WritableFormat = 'bibtex' | 'csl-json';

const formats: ReadonlyMap<string, WritableFormat> = new Map([
  ['bib', 'bibtex'],
  ['bibtex', 'bibtex'],
  ['json', 'csl-json'],
]);

/** The format of a bibliography file by its name; `undefined` when Paperside does not write it, or for a URL. */
export function writableFormat(path: string): WritableFormat | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path) && !path.startsWith('file:')) return undefined;
  return formats.get(/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '');
}

/**
 * Plans to add papers to a bibliography file of any format that can be written: `text` is its content (`''` for a file
 * to be made); CSL-JSON is never sorted. The error is the reason, to be put behind "… cannot be written: ".
 */
export function planBibliographyInsert(
  path: string,
  text: string,
  papers: readonly KeyedPaper[],
  options: InsertOptions = {},
): Result<BibliographyInsertPlan> {
  switch (writableFormat(path)) {
    case 'bibtex':
      return { ok: true, value: planBibtexInsert(text, papers, options) };
    case 'csl-json':
      return text.replace('\uFEFF', '').trim() === ''
        ? newCslJson(text, papers, options)
        : planCslJsonInsert(text, papers, options);
    default:
      return { ok: false, error: 'only BibTeX (.bib) and CSL-JSON (.json) files are written' };
  }
}

/** A file with nothing in it yet becomes an array. */
function newCslJson(
  text: string,
  papers: readonly KeyedPaper[],
  options: InsertOptions,
): Result<BibliographyInsertPlan> {
  const plan = planCslJsonInsert('[]', papers, options);
  if (!plan.ok || plan.value.edit === undefined) return plan;
  const edit = { start: text.length, end: text.length, text: `[${plan.value.edit.text}]\n` };
  return { ok: true, value: { ...plan.value, edit } };
}

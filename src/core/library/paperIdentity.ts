import type { PaperRecord } from '../paper.ts';

/** What tells two works apart, taken from one record (or from all records of one work). */
export interface WorkFacts {
  /** Comparable form of the title; `''` when there is none. */
  readonly titleKey: string;
  /** A DOI other than arXiv's own. */
  readonly doi: string | undefined;
  /** arXiv id without version, lower case. */
  readonly arxiv: string | undefined;
  readonly year: number | undefined;
  /** Folded parts of the first author's name, two letters or longer. */
  readonly firstAuthor: readonly string[];
}

const arxivDoi = /^10\.48550\/arxiv\.(.+)$/;

/**
 * The form in which titles of the same work are equal: compatibility characters unfolded, marks stripped, case folded,
 * TeX braces and `$` dropped, everything else that is neither letter nor digit collapsed to one space. `+` and `#` stay
 * behind a letter (C++ is not C#). A title of nothing but signs stays as written, white space collapsed.
 */
export function titleKey(title: string): string {
  return collapse(foldCase(title.replace(/[{}$]/g, ''))).trim() || title.replace(/\s+/g, ' ').trim();
}

function collapse(folded: string): string {
  if (!/[+#\u0080-\uFFFF]/.test(folded)) return folded.replace(/[^a-z0-9]+/g, ' ');
  return folded.replace(/([\p{L}\p{N}])([+#]+)|[^\p{L}\p{N}]+/gu, (_run, letter?: string, sign?: string) =>
    letter === undefined ? ' ' : `${letter}${sign ?? ''}`,
  );
}

/** NFKD, marks stripped, lower case; `ß` becomes `ss`. */
export function foldCase(text: string): string {
  if (!/[\u0080-\uFFFF]/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

/** The facts of one record. An arXiv DOI counts as the arXiv id: the published version has a DOI of its own. */
export function factsOf(record: PaperRecord): WorkFacts {
  const doi = record.doi?.trim().toLowerCase() || undefined;
  const ofArxiv = doi === undefined ? undefined : arxivDoi.exec(doi)?.[1];
  const arxiv = (record.arxiv?.trim().toLowerCase() || ofArxiv)?.replace(/v\d+$/, '');
  return {
    titleKey: titleKey(record.title),
    doi: ofArxiv === undefined ? doi : undefined,
    arxiv,
    year: record.year,
    firstAuthor: nameParts(record.authors[0] ?? ''),
  };
}

/**
 * Whether two works with the same title are nevertheless different works: different DOIs, different arXiv ids, years
 * more than 2 apart (a preprint and its journal version are closer), or first authors without one common part of the
 * name ("Deep Learning" is an article and a book). What one side does not say never contradicts.
 */
export function contradict(a: WorkFacts, b: WorkFacts): boolean {
  if (a.doi !== undefined && b.doi !== undefined && a.doi !== b.doi) return true;
  if (a.arxiv !== undefined && b.arxiv !== undefined && a.arxiv !== b.arxiv) return true;
  if (a.year !== undefined && b.year !== undefined && Math.abs(a.year - b.year) > 2) return true;
  if (a.firstAuthor.length === 0 || b.firstAuthor.length === 0) return false;
  return !a.firstAuthor.some((part) => b.firstAuthor.includes(part));
}

/**
 * Whether two titles that came with the same DOI or arXiv id can be of one work: they share a word of four letters or
 * more, or one is unknown. Files put the DOI of a whole volume on each of its papers; those must not become one paper.
 */
export function titlesAgree(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return true;
  const words = new Set(longWords(a));
  const others = longWords(b);
  return words.size === 0 || others.length === 0 || others.some((word) => words.has(word));
}

function longWords(key: string): readonly string[] {
  return key.split(' ').filter((word) => word.length > 3);
}

function nameParts(name: string): readonly string[] {
  return foldCase(name.slice(0, 200)).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

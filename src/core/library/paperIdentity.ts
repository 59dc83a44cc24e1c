import type { PaperRecord } from '../paper.ts';
import { isPublished } from './workFacts.ts';

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
  /** The same in the form in which Müller and Mueller, Søren and Soren are equal; without "et al.". */
  readonly authorParts: readonly string[];
  /** As what a bibliography has it under a key of its own; `undefined` for records without a key, and where nothing tells. */
  readonly filedAs: 'preprint' | 'article' | undefined;
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
  const firstAuthor = nameParts(record.authors[0] ?? '');
  return {
    titleKey: titleKey(record.title),
    doi: ofArxiv === undefined ? doi : undefined,
    arxiv,
    year: record.year,
    firstAuthor,
    authorParts: comparableName(firstAuthor),
    filedAs: record.key === undefined ? undefined : filedAs(record, ofArxiv ?? arxiv),
  };
}

function filedAs(record: PaperRecord, arxiv: string | undefined): WorkFacts['filedAs'] {
  if (isPublished(record)) return 'article';
  return arxiv !== undefined || record.doi !== undefined ? 'preprint' : undefined;
}

/**
 * Whether two works with the same title are nevertheless different works: different DOIs, different arXiv ids, years
 * more than 2 apart (a preprint and its journal version are closer), first authors of different names ("Deep
 * Learning" is an article and a book), or a preprint and an article that each have a key in a bibliography: who files
 * both means to cite either. What one side does not say never contradicts.
 */
export function contradict(a: WorkFacts, b: WorkFacts): boolean {
  if (a.doi !== undefined && b.doi !== undefined && a.doi !== b.doi) return true;
  if (a.arxiv !== undefined && b.arxiv !== undefined && a.arxiv !== b.arxiv) return true;
  if (a.filedAs !== undefined && b.filedAs !== undefined && a.filedAs !== b.filedAs) return true;
  if (a.year !== undefined && b.year !== undefined && Math.abs(a.year - b.year) > 2) return true;
  return sameFirstAuthor(a, b) === false;
}

/** Whether two first authors can be one person; `undefined` when one side names none. */
export function sameFirstAuthor(a: WorkFacts, b: WorkFacts): boolean | undefined {
  const [one, other] = [a.authorParts, b.authorParts];
  if (one.length === 0 || other.length === 0) return undefined;
  // A given name alone says nothing: Wei Li is not Wei Zhang. Which part is the family name, the order of the name tells
  // for one of the two at least, unless all are the same.
  return other.includes(one.at(-1) ?? '') || one.includes(other.at(-1) ?? '');
}

function comparableName(parts: readonly string[]): readonly string[] {
  return parts
    .filter((part) => part !== 'et' && part !== 'al' && part !== 'others')
    .map((part) => part.replace(/[øłđæœı]/g, (letter) => plainLetters.get(letter) ?? letter))
    .map((part) => part.replace(/([aou])e/g, '$1'));
}

const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
]);

/**
 * Whether two titles that came with the same DOI or arXiv id can be of one work: they share at least half of the longer
 * words of one of them, or one has none. Files put the DOI of a whole volume on each of its papers; those must not
 * become one paper because they all are about "learning".
 */
export function titlesAgree(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return true;
  const words = new Set(longWords(a));
  const others = new Set(longWords(b));
  if (words.size === 0 || others.size === 0) return true;
  const shared = [...others].filter((word) => words.has(word)).length;
  return shared * 2 >= Math.min(words.size, others.size);
}

/** Words of four letters or more. */
export function longWords(key: string): readonly string[] {
  return key.split(' ').filter((word) => word.length > 3);
}

const generic = new Set(
  [
    'editorial, guest editorial, from the editor, from the editors, editors note, editor s note, introduction, preface',
    'foreword, afterword, prologue, epilogue, conclusion, conclusions, discussion, commentary, comment, comments, reply',
    'response, erratum, errata, corrigendum, correction, addendum, book review, book reviews, reviews, review, letters',
    'letter to the editor, letters to the editor, news, in this issue, this issue, announcements, abstracts, contents',
    'table of contents, index, subject index, author index, references, bibliography, appendix, glossary, obituary',
    'front matter, frontmatter, back matter, backmatter, title page, cover, copyright, acknowledgements, acknowledgments',
    'poster session, panel, panel discussion, keynote, invited talk, tutorial, tutorials, welcome, overview, summary',
    'notes, note, background, related work, methods, results, untitled, no title, vorwort, einleitung, einfuhrung',
  ].flatMap((line) => line.split(', ')),
);

/** Whether many works have this title (as a `titleKey`): then it alone makes none the same. */
export function isGenericTitle(key: string): boolean {
  return generic.has(key.replace(/ (?:[ivx]{1,5}|\d{1,4})$/, ''));
}

function nameParts(name: string): readonly string[] {
  return foldCase(name.slice(0, 200)).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

import { contradict, factsOf, longWords, type WorkFacts } from '../library/paperIdentity.ts';
import type { PaperFields } from '../paper.ts';
import type { BibtexEntry } from './bibtexFile.ts';
import { plainTex } from './plainTex.ts';

/** What an entry of a bibliography file says of its work, whichever format the file has. Texts without TeX. */
export interface EntryFacts {
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly doi: string | undefined;
  readonly arxiv: string | undefined;
  readonly year: number | undefined;
}

type Known = EntryFacts & { readonly facts: WorkFacts };

const resolver = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i;
const arxivId =
  /(?:^|arxiv[:/.]|\/abs\/|\/pdf\/)\s*(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?\s*$/i;

/** The facts of a BibTeX entry. */
export function factsOfBibtex(entry: BibtexEntry): EntryFacts {
  const field = (name: string) => entry.fields.get(name)?.trim() ?? '';
  const isArxiv = /arxiv/i.test(`${field('archiveprefix')} ${field('eprinttype')} ${field('journal')}`);
  const eprint = isArxiv || arxivId.test(field('eprint')) ? field('eprint') : '';
  return {
    key: entry.key,
    title: plainTex(field('title')),
    authors: authorsOf(field('author')),
    doi: plainTex(field('doi')).replace(resolver, '').toLowerCase() || undefined,
    arxiv: arxivIdOf(eprint) ?? arxivIdOf(field('url')) ?? arxivIdOf(field('journal')),
    year: yearOf(field('year')) ?? yearOf(field('date')),
  };
}

/** The arXiv id at the end of an id, an address or `arXiv preprint arXiv:2401.00001`, without version. */
export function arxivIdOf(text: string): string | undefined {
  return arxivId.exec(text)?.[1]?.toLowerCase();
}

function authorsOf(value: string): readonly string[] {
  return value === '' ? [] : value.split(/\s+and\s+/i).map(plainTex);
}

function yearOf(value: string): number | undefined {
  const year = /\d{4}/.exec(value)?.[0];
  return year === undefined ? undefined : Number(year);
}

/**
 * Answers which entry of a bibliography is a given paper. Same work: the same DOI or arXiv id (unless the titles share no
 * word), or the same title with nothing that contradicts; see `paperIdentity`.
 */
export class EntryIndex {
  readonly #byDoi = new Map<string, Known>();
  readonly #byArxiv = new Map<string, Known>();
  readonly #byTitle = new Map<string, Known[]>();
  readonly #byKey = new Map<string, Known>();
  /** BibTeX takes keys that differ only in case for the same. */
  readonly #lowerKeys = new Set<string>();

  constructor(entries: readonly EntryFacts[]) {
    for (const entry of entries) this.add(entry);
  }

  /** Of entries with one key or one identifier the first counts, as it does for pandoc and BibTeX. */
  add(entry: EntryFacts): void {
    this.#lowerKeys.add(entry.key.toLowerCase());
    if (entry.key === '' || this.#byKey.has(entry.key)) return;
    const known = { ...entry, facts: identity(entry) };
    this.#byKey.set(entry.key, known);
    const { doi, arxiv, titleKey: title } = known.facts;
    if (doi !== undefined && !this.#byDoi.has(doi)) this.#byDoi.set(doi, known);
    if (arxiv !== undefined && !this.#byArxiv.has(arxiv)) this.#byArxiv.set(arxiv, known);
    if (title === '') return;
    const same = this.#byTitle.get(title);
    if (same === undefined) this.#byTitle.set(title, [known]);
    else if (same.length < 20) same.push(known);
  }

  /**
   * The key under which `paper` is in the file. An entry called `preferredKey` counts even when its title was edited, as
   * long as most of its words are the same and nothing else contradicts.
   */
  find(paper: PaperFields, preferredKey?: string): string | undefined {
    const facts = identity(paper);
    const preferred = preferredKey === undefined ? undefined : this.#byKey.get(preferredKey);
    if (
      preferred !== undefined &&
      resembles(preferred.facts.titleKey, facts.titleKey) &&
      !contradict(preferred.facts, facts)
    ) {
      return preferred.key;
    }
    const byId = [
      facts.doi === undefined ? undefined : this.#byDoi.get(facts.doi),
      facts.arxiv === undefined ? undefined : this.#byArxiv.get(facts.arxiv),
    ].find((known) => known !== undefined && agree(known.facts, facts));
    if (byId !== undefined) return byId.key;
    if (facts.titleKey === '') return undefined;
    return this.#byTitle.get(facts.titleKey)?.find((known) => !contradict(known.facts, facts))?.key;
  }

  /** `key`, or when another work has it (in any case): with `b`, `c`, … behind it, set off by `-` after a letter. */
  freeKey(key: string): string {
    const joint = /\d$/.test(key) ? '' : '-';
    let free = key;
    for (let n = 1; this.#lowerKeys.has(free.toLowerCase()); n += 1) free = `${key}${joint}${suffix(n)}`;
    return free;
  }
}

/** The key of the entry that is this paper; `undefined` when the file has none. */
export function findEntry(entries: readonly BibtexEntry[], paper: PaperFields): string | undefined {
  return new EntryIndex(entries.map(factsOfBibtex)).find(paper);
}

function identity(of: EntryFacts | PaperFields): WorkFacts {
  const { title, authors, doi, arxiv, year } = of;
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return factsOf({ title: plainTex(title), authors, doi, arxiv, year, abstract: '', keywords: [], range });
}

/** Whether a title may be an edited form of the other: one begins with the other, or most words are the same. */
function resembles(a: string, b: string): boolean {
  if (a === '' || b === '' || `${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `)) return true;
  const words = new Set(a.split(' '));
  const others = new Set(b.split(' '));
  const common = [...words].filter((word) => others.has(word)).length;
  return common >= 0.6 * (words.size + others.size - common);
}

/** In one bibliography an identifier is hardly ever that of a volume: one longer word in common is enough. */
function agree(a: WorkFacts, b: WorkFacts): boolean {
  const [words, others] = [new Set(longWords(a.titleKey)), longWords(b.titleKey)];
  return words.size === 0 || others.length === 0 || others.some((word) => words.has(word));
}

/** 1 is `b`, 25 is `z`, then `27`, `28`, … */
function suffix(n: number): string {
  return n < 26 ? String.fromCharCode(97 + n) : String(n + 1);
}

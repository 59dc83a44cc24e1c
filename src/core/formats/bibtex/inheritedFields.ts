import type { BibtexEntry } from '../../bibliography/bibtexScan.ts';
import type { BibtexStrings } from './bibtexStrings.ts';

/** Chains of parents are followed this far: BibTeX files nest twice at most. */
const maxDepth = 10;

/** What belongs to an entry alone (BibLaTeX manual, appendix B). */
const own = new Set(
  (
    'crossref xref xdata ids entryset entrysubtype execute label options presort related relatedoptions relatedstring ' +
    'relatedtype shortauthor shorteditor shorthand shorttitle sorttitle indextitle indexsorttitle sortkey sortname ' +
    'keywords groups abstract annotation note file doi url eprint'
  ).split(' '),
);

/** Fields of a parent under the names they have in its parts. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['title', 'booktitle'],
  ['subtitle', 'booksubtitle'],
  ['titleaddon', 'booktitleaddon'],
  ['author', 'bookauthor'],
]);

/** The values of an entry by field, as TeX. */
export type BibtexFields = ReadonlyMap<string, string>;

/**
 * Completes entries with what they inherit: from `xdata` everything, from `crossref` what the parts of a work share with it.
 * An entry's own value always counts. Circles end where they close; `missing` collects the references that lead nowhere.
 */
export class InheritedFields {
  readonly #strings: BibtexStrings;
  readonly #byKey = new Map<string, BibtexEntry>();
  readonly missing: { readonly entry: BibtexEntry; readonly key: string }[] = [];

  constructor(entries: readonly BibtexEntry[], strings: BibtexStrings) {
    this.#strings = strings;
    for (const entry of entries) {
      const key = entry.key.toLowerCase();
      if (!this.#byKey.has(key)) this.#byKey.set(key, entry);
    }
  }

  of(entry: BibtexEntry): BibtexFields {
    const fields = this.#ownFields(entry);
    if (!fields.has('crossref') && !fields.has('xdata')) return fields;
    return this.#complete(entry, new Set([entry]), 0);
  }

  #ownFields(entry: BibtexEntry): Map<string, string> {
    if (entry.pieces.size === 0) return new Map(entry.fields);
    return new Map([...entry.fields.keys()].map((field) => [field, this.#strings.valueOf(entry, field)]));
  }

  #complete(entry: BibtexEntry, seen: Set<BibtexEntry>, depth: number): Map<string, string> {
    const fields = this.#ownFields(entry);
    for (const key of (fields.get('xdata') ?? '').split(',')) {
      for (const [field, value] of this.#parent(entry, key, seen, depth))
        if (!fields.has(field)) fields.set(field, value);
    }
    const parent = this.#parent(entry, fields.get('crossref') ?? '', seen, depth);
    for (const [field, value] of parent) {
      const name = renamed.get(field) ?? field;
      if (!own.has(field) && !fields.has(name)) fields.set(name, value);
    }
    return fields;
  }

  #parent(entry: BibtexEntry, reference: string, seen: Set<BibtexEntry>, depth: number): BibtexFields {
    const key = reference.trim();
    if (key === '') return new Map();
    const parent = this.#byKey.get(key.toLowerCase());
    if (parent === undefined || seen.has(parent) || depth >= maxDepth) {
      if (depth === 0) this.missing.push({ entry, key });
      return new Map();
    }
    seen.add(parent);
    return this.#complete(parent, seen, depth + 1);
  }
}

import type { BibtexEntry } from '../../bibliography/bibtexFile.ts';
import type { BibtexStrings } from './bibtexStrings.ts';

/** Chains of parents are followed this far: BibTeX files nest twice at most. */
const maxDepth = 10;
/** An entry has no more parents than this. */
const maxParents = 50;
/**
 * So much text may be inherited in one file (a field counts 64 characters more): a long parent of every entry would grow
 * with the square of the file.
 */
const maxTotal = 16 * 1024 * 1024;

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
  /** The values of parents, by entry: they are asked for again and again. */
  readonly #values = new Map<BibtexEntry, BibtexFields>();
  #left = maxTotal;

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

  #ownFields(entry: BibtexEntry): BibtexFields {
    if (entry.pieces.size === 0) return entry.fields;
    const known = this.#values.get(entry);
    if (known !== undefined) return known;
    const values = new Map([...entry.fields.keys()].map((field) => [field, this.#strings.valueOf(entry, field)]));
    this.#values.set(entry, values);
    return values;
  }

  #complete(entry: BibtexEntry, seen: Set<BibtexEntry>, depth: number): BibtexFields {
    const values = this.#ownFields(entry);
    const xdata = values.get('xdata') ?? '';
    const crossref = values.get('crossref') ?? '';
    if (xdata === '' && crossref === '') return values;
    const fields = new Map(values);
    for (const key of xdata.split(',', maxParents)) {
      for (const [field, value] of this.#parent(entry, key, seen, depth)) this.#inherit(fields, field, value);
    }
    for (const [field, value] of this.#parent(entry, crossref, seen, depth)) {
      if (!own.has(field)) this.#inherit(fields, renamed.get(field) ?? field, value);
    }
    return fields;
  }

  #inherit(fields: Map<string, string>, field: string, value: string): void {
    if (this.#left <= 0 || fields.has(field)) return;
    this.#left -= value.length + 64;
    fields.set(field, value);
  }

  #parent(entry: BibtexEntry, reference: string, seen: Set<BibtexEntry>, depth: number): BibtexFields {
    const key = reference.trim();
    const parent = key === '' ? undefined : this.#byKey.get(key.toLowerCase());
    const [first] = seen;
    if ((parent === undefined && key !== '' && depth === 0) || (parent !== undefined && parent === first)) {
      // Of a circle every entry in it is told.
      this.missing.push({ entry: first ?? entry, key });
    }
    if (parent === undefined || seen.has(parent)) return none;
    if (depth >= maxDepth || seen.size > maxParents || this.#left <= 0) return none;
    seen.add(parent);
    return this.#complete(parent, seen, depth + 1);
  }
}

const none: BibtexFields = new Map();

import { monthStrings, parentFields, type BibtexEntry, type BibtexString } from '../bibtexFile.ts';
import { scanBibtex, scanBibtexFile } from '../bibtexScan.ts';

/** An entry as a .bib file has it, and what it cannot do without. */
export interface SourceEntry {
  readonly text: string;
  /** Definitions of the `@string`s in it, by lower-case name. */
  readonly strings: ReadonlyMap<string, string>;
  /** The entries that it refers to by `crossref`, `xref` or `xdata`, and those that these refer to, by key. */
  readonly parents: ReadonlyMap<string, string>;
}

/** Of entries with one key the first counts, of strings with one name the last. By lower-case names. */
interface WholeFile {
  readonly entries: ReadonlyMap<string, BibtexEntry>;
  readonly strings: ReadonlyMap<string, BibtexString>;
}

/** The text of a .bib file, out of which entries are taken letter by letter. */
export class BibtexSource {
  readonly #text: string;
  #file: WholeFile | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The entry with the key `from` between two offsets, under the key `to`: nothing else of it changes. `undefined` when
   * something else stands there, when it is broken, or when something that it refers to is not in the file. Only an entry
   * that refers to others has the whole file read.
   */
  entry(
    start: number,
    end: number,
    { from, to }: { readonly from: string; readonly to: string },
  ): SourceEntry | undefined {
    const text = this.#text.slice(start, end).trim();
    const [entry, ...more] = scanBibtex(text);
    if (entry?.key !== from || more.length > 0 || !isWhole(entry) || entry.end !== text.length) return undefined;
    const parents = new Map<string, string>();
    const names = new Set(stringsOf(entry));
    for (const parent of this.#parentsOf(entry)) {
      if (parent === undefined || !isWhole(parent)) return undefined;
      parents.set(parent.key, this.#text.slice(parent.start, parent.end));
      for (const name of stringsOf(parent)) names.add(name);
    }
    const strings = this.#definitions([...names]);
    if (strings === undefined) return undefined;
    const keyed = text.slice(0, entry.keyRange.start) + to + text.slice(entry.keyRange.end);
    return { text: keyed, strings, parents };
  }

  #whole(): WholeFile {
    if (this.#file !== undefined) return this.#file;
    const { entries, strings } = scanBibtexFile(this.#text);
    this.#file = {
      entries: new Map(entries.toReversed().map((entry) => [entry.key.toLowerCase(), entry])),
      strings: new Map(strings.map((one) => [one.name, one])),
    };
    return this.#file;
  }

  /** `undefined` for one that is not there. */
  #parentsOf(entry: BibtexEntry): ReadonlySet<BibtexEntry | undefined> {
    const found = new Set<BibtexEntry | undefined>();
    const queue = [...parentKeys(entry)];
    for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
      const parent = this.#whole().entries.get(key);
      if (found.has(parent)) continue;
      found.add(parent);
      if (parent !== undefined) queue.push(...parentKeys(parent));
    }
    return found;
  }

  /** Those of these names, and of the names in their values; `undefined` when one is not defined. */
  #definitions(names: string[]): ReadonlyMap<string, string> | undefined {
    const definitions = new Map<string, string>();
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      if (definitions.has(name)) continue;
      const definition = this.#whole().strings.get(name);
      if (definition === undefined) return undefined;
      const values = definition.pieces.map(({ text, bare, start }) => {
        if (bare && !monthStrings.includes(text.toLowerCase())) names.push(text.toLowerCase());
        const open = this.#text[start];
        return open === '{' ? `{${text}}` : open === '"' ? `"${text}"` : text;
      });
      definitions.set(name, `@string{${name} = ${values.join(' # ')}}`);
    }
    // A definition must stand behind those that it uses.
    return new Map([...definitions].toReversed());
  }
}

function isWhole(entry: BibtexEntry): boolean {
  return entry.closed && entry.fault === undefined && entry.key !== '';
}

function stringsOf({ pieces }: BibtexEntry): readonly string[] {
  const names = [...pieces.values()].flatMap((value) =>
    value.filter(({ bare }) => bare).map(({ text }) => text.toLowerCase()),
  );
  return names.filter((name) => !monthStrings.includes(name));
}

function parentKeys({ fields }: BibtexEntry): readonly string[] {
  const keys = parentFields.flatMap((field) => fields.get(field)?.split(',') ?? []);
  return keys.map((key) => key.trim().toLowerCase()).filter((key) => key !== '');
}

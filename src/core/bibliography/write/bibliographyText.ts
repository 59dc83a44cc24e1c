import type { PaperFields } from '../../paper.ts';
import type { SourceEntry } from './bibtexSource.ts';
import type { ExportFormat } from './exportFormats.ts';

/** A paper to be written, and its entry in a .bib file where it came from one. */
export interface WrittenWork {
  readonly paper: PaperFields;
  readonly key: string;
  readonly source?: SourceEntry | undefined;
}

/** A bibliography as it grows, work by work. Each key is written once, the first time. */
export class BibliographyText {
  readonly #format: ExportFormat;
  readonly #abstract: boolean;
  readonly #keys = new Set<string>();
  readonly #strings = new Map<string, string>();
  readonly #parents = new Map<string, string>();
  readonly #works: string[] = [];

  constructor(format: ExportFormat, abstract: boolean) {
    this.#format = format;
    this.#abstract = abstract;
  }

  /** How many works there are so far. */
  get size(): number {
    return this.#works.length;
  }

  /** An entry of a .bib file stays as it is, unless its `@string`s mean something else in another file. */
  add({ paper, key, source }: WrittenWork): void {
    const { keyOf, write } = this.#format;
    const written = keyOf(key);
    if (this.#keys.has(written)) return;
    this.#keys.add(written);
    const isBibtex = this.#format.extension === 'bib';
    if (isBibtex && source !== undefined && this.#take(source)) this.#works.push(source.text);
    else this.#works.push(write(paper, written, this.#abstract));
  }

  /** The whole text in parts; `''` joins them. Definitions come before, the entries that others refer to behind them. */
  parts(): readonly string[] {
    const [before, between, after] = this.#format.frame;
    const parents = [...this.#parents].filter(([key]) => !this.#keys.has(key)).map(([, text]) => text);
    const works = [...this.#works, ...parents];
    const strings = [...this.#strings.values()].map((definition) => `${definition}\n`);
    return [
      ...strings,
      strings.length === 0 ? before : `\n${before}`,
      ...works.flatMap((work, index) => (index === 0 ? [work] : [between, work])),
      works.length === 0 && before === '' ? '' : after,
    ].filter((part) => part !== '');
  }

  #take({ strings, parents }: SourceEntry): boolean {
    for (const [name, definition] of strings) if ((this.#strings.get(name) ?? definition) !== definition) return false;
    for (const [key, text] of parents) if ((this.#parents.get(key) ?? text) !== text) return false;
    for (const [name, definition] of strings) this.#strings.set(name, definition);
    for (const [key, text] of parents) this.#parents.set(key, text);
    return true;
  }
}

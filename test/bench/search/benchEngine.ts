import type { Paper } from '../../../src/core/paper.ts';

/** An engine under measurement: one index over papers that it keeps or points to. */
export interface BenchEngine {
  /** Once, with all papers. */
  build(papers: readonly Paper[]): void;
  /** Keys of papers, best first, at most `limit`. */
  search(query: string, limit: number): readonly string[];
  /** The same answers in less time than the engine takes: for how well it finds, once the time to measure is up. */
  readonly searchSooner?: (query: string, limit: number) => readonly string[];
  /** One paper that is new, one that takes the place of that of its key, one that goes. */
  readonly add: (paper: Paper) => void;
  readonly replace: (paper: Paper) => void;
  readonly remove: (paper: Paper) => void;
}

/** An engine with what the table says of it. */
export interface EngineEntry {
  readonly name: string;
  readonly settings: string;
  create(): BenchEngine;
}

/** The field names that all engines index, as plain text. */
export interface PaperText {
  readonly id: number;
  readonly title: string;
  readonly authors: string;
  readonly year: string;
  readonly venue: string;
  readonly keywords: string;
  readonly abstract: string;
}

/** What the peers are given of a paper. */
export function paperText(id: number, paper: Paper): PaperText {
  const { title, authors, year, venue = '', keywords, abstract } = paper;
  return {
    id,
    title,
    authors: authors.join(', '),
    year: String(year ?? ''),
    venue,
    keywords: keywords.join(', '),
    abstract,
  };
}

/** Numbers for papers: what engines are fastest with. */
export class PaperNumbers {
  readonly #keys: string[] = [];
  readonly #ids = new Map<string, number>();

  /** A paper that takes the place of another has its number. */
  idOf(key: string): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#keys.length);
    return this.#keys.push(key) - 1;
  }

  keysOf(ids: readonly unknown[]): readonly string[] {
    return ids.flatMap((id) => (typeof id === 'number' ? (this.#keys[id] ?? []) : []));
  }
}

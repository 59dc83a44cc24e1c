import type { Paper } from '../../core/paper.ts';
import type { PaperRow, SearchAnswer } from '../paperEngine.ts';
import type { NearKey } from './keyAnswers.ts';
import { authorYearOf, type AuthorYear } from '../../core/library/authorYear.ts';
import { NearNames } from '../../core/library/nearNames.ts';
import { Remembered } from '../../core/remembered.ts';

/** So many papers of one author and year are looked at. */
const mostOfYear = 50;

/** What is asked of the engine around it. */
export interface NearKeysPorts {
  /** Another object whenever the library changed. */
  papers(): readonly Paper[];
  row(paper: Paper): PaperRow;
  search(query: string, limit: number): Promise<readonly SearchAnswer[]>;
  /** Runs sliced work to its end and lets others have a turn in between. */
  drain(work: Generator<unknown, void, void>): Promise<void>;
}

/** Finds what may have been meant by a key that nothing has. */
export class NearKeys {
  readonly #ports: NearKeysPorts;
  /** Prepared when it is first asked for. */
  readonly #names = new Remembered<Promise<NearNames<Paper>>>();

  constructor(ports: NearKeysPorts) {
    this.#ports = ports;
  }

  /** Best first: by what the key looks like, then by the author and the year that it names. */
  async near(key: string, limit: number): Promise<readonly NearKey[]> {
    const names = await this.#prepared();
    const alike = names.near(key, limit).map(({ name, paper }) => ({ key: name, row: this.#ports.row(paper) }));
    if (alike.length >= limit) return alike;
    const known = new Set(alike.map(({ row }) => row.key));
    const meant = (await this.#byAuthorYear(key)).filter((row) => !known.has(row.key));
    return [...alike, ...meant.map((row) => ({ key: row.key, row }))].slice(0, limit);
  }

  #prepared(): Promise<NearNames<Paper>> {
    const papers = this.#ports.papers();
    return this.#names.get([papers], () => this.#prepare(papers));
  }

  async #prepare(papers: readonly Paper[]): Promise<NearNames<Paper>> {
    const names = new NearNames<Paper>();
    await this.#ports.drain(names.add(papers));
    return names;
  }

  async #byAuthorYear(key: string): Promise<readonly PaperRow[]> {
    const meant = authorYearOf(key);
    if (meant === undefined) return [];
    const found = await this.#ports.search(`author:"${meant.family}" year:${meant.year}`, mostOfYear);
    const scored = found.map(({ row }) => ({ row, words: titleWords(row, meant) }));
    return scored.sort((a, b) => b.words - a.words).map(({ row }) => row);
  }
}

/** How many of the words of the key stand in the title. */
function titleWords({ title }: PaperRow, { words }: AuthorYear): number {
  const text = title.toLowerCase();
  return words.filter((word) => text.includes(word)).length;
}

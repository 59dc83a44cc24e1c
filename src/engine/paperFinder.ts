import type { LibraryDiff } from '../core/library/libraryDiff.ts';
import type { PaperMarks } from '../core/marks/paperMarks.ts';
import type { Paper } from '../core/paper.ts';
import type { FrozenData } from '../core/search/frozen/frozenIndex.ts';
import type { SearchFacts } from '../core/search/paperSearch.ts';
import { excerptsFor, type Excerpts } from '../core/search/excerpt.ts';
import { noteQuery } from '../core/search/notes/noteQuery.ts';
import { placeOf } from '../core/search/frozen/frozenIndex.ts';
import { SerialQueue } from '../core/serialQueue.ts';
import { createPaperSearch } from '../core/search/paperIndex.ts';
import type { EngineNotes } from './notes/engineNotes.ts';
import type { CachedIndex, IndexCache } from './cache/indexCache.ts';
import { readIndex, writeIndex } from './cache/indexCache.ts';
import type {
  NoteChange,
  NoteSearchResult,
  PaperRow,
  SearchAnswer,
  SearchRequest,
  SearchResult,
  TextAnswer,
  TextRequest,
  UpdateOptions,
  WriterFacts,
} from './paperEngine.ts';
import type { FactSources } from './writerFacts.ts';
import { RememberedFew } from '../core/remembered.ts';
import { noWriterFacts, searchFacts } from './writerFacts.ts';

/** Lists that are searched at the same time; older ones are forgotten. */
const maxSessions = 50;
/** Answers to filters that are kept. */
const rememberedFilters = 4;
/** Fewer papers are indexed anew sooner than they are read. */
const leastToKeep = 500;

/** What the finder needs of the engine around it. */
export interface FinderPorts extends FactSources {
  row(paper: Paper): PaperRow;
  /** Runs sliced work to its end, lets others have a turn in between, and gives its result. */
  drain<T>(work: Generator<unknown, T, void>): Promise<T>;
  /** Lets waiting requests be seen. */
  breathe(): Promise<void>;
  readonly cache: IndexCache | undefined;
  readonly notes: EngineNotes;
  /** Takes what somebody should know but nobody has to act upon. */
  trouble(message: string): void;
}

/** Everything that is asked by words: search, filters, papers for a text; and the index behind it over restarts. */
export class PaperFinder {
  readonly #ports: FinderPorts;
  readonly #search = createPaperSearch();
  readonly #turns = new Map<string, number>();
  readonly #restored: Promise<void>;
  #told: WriterFacts = noWriterFacts;
  #facts: SearchFacts | undefined;
  readonly #noteChanges = new SerialQueue();
  /** Rows of an earlier session, until all papers of this one are there. */
  #earlier: CachedIndex | undefined;
  /** The index that is kept on disk; `undefined` when there is none. */
  #kept: FrozenData | undefined;
  #keeping: Promise<void> = Promise.resolve();
  /** Grows when the index answers otherwise; while it changes nothing that it answers is remembered. */
  #revision = 0;
  #changing = 0;
  readonly #filters = new RememberedFew<ReadonlyMap<string, number>>(rememberedFilters);

  constructor(ports: FinderPorts) {
    this.#ports = ports;
    this.#search.besideNotes(ports.notes);
    this.#restored = this.#restore();
  }

  async #restore(): Promise<void> {
    const earlier = this.#ports.cache === undefined ? undefined : await readIndex(this.#ports.cache);
    if (earlier === undefined) return;
    this.#search.restore(earlier.frozen);
    this.#earlier = earlier;
    this.#kept = earlier.frozen;
  }

  /** Follows the library. With `more`, papers that an earlier session had stay until they may no longer come. */
  async update(diff: LibraryDiff, more: boolean): Promise<void> {
    await this.#restored;
    this.#changing += 1;
    try {
      await this.#ports.drain(this.#search.update(diff, { more }));
    } finally {
      this.#changing -= 1;
      this.#revision += 1;
    }
    await this.#ports.drain(this.#ports.notes.assign());
    this.#workOutFacts();
    if (!more) this.#earlier = undefined;
  }

  /** What the host told, by the keys of the papers; another object whenever it may say something else. */
  get facts(): SearchFacts | undefined {
    return this.#facts;
  }

  /** What the host told of a paper. */
  marksOf(key: string): PaperMarks {
    const facts = this.#facts;
    const state = facts?.read.has(key) === true ? 'read' : facts?.reading.has(key) === true ? 'reading' : 'unread';
    return { noted: facts?.noted.has(key) === true, cited: facts?.cited.has(key) === true, state };
  }

  setFacts(told: WriterFacts): void {
    this.#told = told;
    this.#workOutFacts();
  }

  #workOutFacts(): void {
    this.#facts = searchFacts(this.#told, new Set(this.#ports.notes.noted.keys()), this.#ports);
  }

  /** One change after the other: a later reading of a note is never overwritten by an earlier one. */
  setNotes(changes: readonly NoteChange[], { more = false }: UpdateOptions = {}): Promise<void> {
    return this.#noteChanges.run(() => this.#changeNotes(changes, more));
  }

  async #changeNotes(changes: readonly NoteChange[], more: boolean): Promise<void> {
    await this.#ports.drain(this.#ports.notes.change(changes, more));
    // Whose they are is worked out for all of them at once: for every hundred it would take the square of the time.
    if (more) return;
    await this.#ports.drain(this.#ports.notes.assign());
    this.#revision += 1;
    this.#workOutFacts();
  }

  async searchNotes({ query, limit, turn }: SearchRequest): Promise<NoteSearchResult> {
    if (turn !== undefined && !(await this.#isLatest(turn))) return { answers: [], notes: 0, superseded: true };
    const { notes } = this.#ports;
    const found = notes.search(noteQuery(query), limit, this.#facts?.recent ?? new Set());
    const answers = found.map(({ uri, name, owner, line, excerpt }) => {
      const paper = owner === undefined ? undefined : this.#ports.get(owner);
      return { uri, name, line, excerpt, row: paper && this.#ports.row(paper) };
    });
    return { answers, notes: notes.count, superseded: false };
  }

  async search({ query, limit, turn }: SearchRequest, indexing: () => boolean): Promise<SearchResult> {
    await this.#restored;
    if (turn !== undefined && !(await this.#isLatest(turn))) return { answers: [], indexing: false, superseded: true };
    const excerptOf = excerptsFor(query);
    const answers: SearchAnswer[] = [];
    for (const { key, score } of this.#search.search(query, limit, this.#facts)) {
      const paper = this.#ports.get(key);
      const row = paper === undefined ? this.#earlierRow(key) : this.#ports.row(paper);
      if (row === undefined) continue;
      answers.push({ row, score, excerpt: paper && this.#excerpt(paper, excerptOf) });
    }
    return { answers, indexing: indexing(), superseded: false };
  }

  /** Of the abstract, else of the note. */
  #excerpt({ key, abstract, title }: Paper, excerptOf: Excerpts): string | undefined {
    const excerpt = excerptOf(abstract, title);
    if (excerpt !== undefined) return excerpt;
    const inNote = this.#ports.notes.textsOf(key).map((text) => excerptOf(text, title));
    const said = inNote.find((sentence) => sentence !== undefined);
    return said === undefined ? undefined : `Note: ${said}`;
  }

  /** Lets the requests that wait already be seen before one is worked out. */
  async #isLatest({ session, number }: NonNullable<SearchRequest['turn']>): Promise<boolean> {
    if (number < (this.#turns.get(session) ?? -Infinity)) return false;
    this.#turns.delete(session);
    this.#turns.set(session, number);
    const [oldest] = this.#turns.keys();
    if (this.#turns.size > maxSessions && oldest !== undefined) this.#turns.delete(oldest);
    await this.#ports.breathe();
    return this.#turns.get(session) === number;
  }

  /** Only while papers are still being read: afterwards none is found that is not there. */
  #earlierRow(key: string): PaperRow | undefined {
    if (this.#earlier === undefined) return undefined;
    const { frozen, rows } = this.#earlier;
    return rows.row(placeOf(frozen.keys, key), key);
  }

  /**
   * Keys of the papers that a filter finds, with their place in its answer; `undefined` without a filter. The same map
   * as long as it holds: a filtered tree asks for each group that is opened.
   */
  filtered(filter: string | undefined): ReadonlyMap<string, number> | undefined {
    if (filter === undefined || filter.trim() === '') return undefined;
    if (this.#changing > 0) return this.#found(filter);
    const from = [filter, this.#revision, this.#facts, this.#ports.themes()];
    return this.#filters.get(from, () => this.#found(filter));
  }

  #found(filter: string): ReadonlyMap<string, number> {
    const hits = this.#search.search(filter, this.#search.size, this.#facts);
    return new Map(hits.map(({ key }, place) => [key, place]));
  }

  async papersFor({ text, without, limit }: TextRequest): Promise<readonly TextAnswer[]> {
    await this.#restored;
    const known = new Set(without.map((key) => this.#ports.get(key)?.key ?? key));
    return this.#search.papersFor(text, limit, known).flatMap(({ key, words }) => {
      const paper = this.#ports.get(key);
      const row = paper === undefined ? this.#earlierRow(key) : this.#ports.row(paper);
      return row === undefined ? [] : [{ row, words }];
    });
  }

  /** Papers that share telling words with one (key or alias), without the other versions of its work. */
  async related(key: string, limit: number): Promise<readonly TextAnswer[]> {
    const paper = this.#ports.get(key);
    if (paper === undefined) return [];
    const text = `${paper.title}\n\n${paper.abstract}`;
    return this.papersFor({ text, without: [paper.key, ...(paper.versions ?? [])], limit });
  }

  /** Keeps the index for the next session when it is not the one that is kept, one after the other. Never rejects. */
  keep(): Promise<void> {
    this.#keeping = this.#keeping.then(() => this.#keepNow());
    return this.#keeping;
  }

  async #keepNow(): Promise<void> {
    const { cache } = this.#ports;
    const { frozen } = this.#search;
    if (cache === undefined || frozen === this.#kept) return;
    // A small one replaces what is kept of papers that have gone.
    if (this.#kept === undefined && frozen.keys.length < leastToKeep) return;
    this.#kept = frozen;
    try {
      const rowOf = (key: string): PaperRow | undefined => {
        const paper = this.#ports.get(key);
        return paper === undefined ? undefined : this.#ports.row(paper);
      };
      const parts = await this.#ports.drain(writeIndex(frozen, rowOf));
      if (parts !== undefined) await cache.write(parts);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#ports.trouble(`The search index could not be kept for the next start: ${reason}`);
    }
  }
}

import type { Paper } from '../../core/paper.ts';
import { noteBodyStart, noteIds } from '../../core/notes/noteIdentity.ts';
import { keyOfFileName, NoteIndex, type NoteMatch } from '../../core/notes/noteIndex.ts';
import { bestLine } from '../../core/search/notes/noteLine.ts';
import { notePaper, type NotesBeside } from '../../core/search/notes/notePapers.ts';
import { createNoteSearch } from '../../core/search/paperIndex.ts';
import type { NoteChange } from './noteAnswers.ts';

/** Notes, and papers, between two yields. */
const notesAtOnce = 20;
const papersAtOnce = 500;

/** The library as far as notes need it. */
export interface NoteOwners {
  get(key: string): Paper | undefined;
  papers(): readonly Paper[];
}

/** A line of a note that answers a question. */
export interface FoundNote {
  readonly uri: string;
  /** The name of the file. */
  readonly name: string;
  /** The key of its paper; `undefined` when that is not in the library. */
  readonly owner: string | undefined;
  /** Zero-based, in the file. */
  readonly line: number;
  readonly excerpt: string;
}

interface KnownText {
  readonly body: string;
  /** Lines above the body. */
  readonly linesBefore: number;
}

/** The writer's notes: whose they are, and what they say. */
export class EngineNotes implements NotesBeside {
  readonly index = createNoteSearch();
  readonly #library: NoteOwners;
  readonly #files = new NoteIndex();
  readonly #texts = new Map<string, KnownText>();
  #owners: ReadonlyMap<string, string> = new Map();
  #noted: ReadonlyMap<string, readonly string[]> = new Map();
  #revision = 0;
  #assigned = 0;

  constructor(library: NoteOwners) {
    this.#library = library;
  }

  get revision(): number {
    return this.#revision;
  }

  ownerOf(uri: string): string | undefined {
    return this.#owners.get(uri);
  }

  /** The keys of papers with a note, with their notes. Another object whenever it may say something else. */
  get noted(): ReadonlyMap<string, readonly string[]> {
    return this.#noted;
  }

  /** How many notes about papers there are. */
  get count(): number {
    return [...this.#files.files()].filter(({ uri }) => this.#isAboutPaper(uri)).length;
  }

  /** Takes changes in; `assign` follows. With `more`, further ones of the same reading come: what is found waits for them. */
  *change(changes: readonly NoteChange[], more = false): Generator<void, void, void> {
    const added: Paper[] = [];
    const changed: Paper[] = [];
    const removed: Paper[] = [];
    for (const [index, change] of changes.entries()) {
      const isKnown = this.#files.get(change.uri) !== undefined;
      if (change.kind === 'removed') {
        if (isKnown) removed.push(notePaper(change.uri, ''));
        this.#files.remove(change.uri);
        this.#texts.delete(change.uri);
      } else (isKnown ? changed : added).push(this.#take(change));
      if (index % notesAtOnce === notesAtOnce - 1) yield;
    }
    yield* this.index.update({ added, changed, removed }, { more });
  }

  #take({ uri, name, text }: Extract<NoteChange, { kind: 'note' }>): Paper {
    const start = noteBodyStart(text);
    const body = text.slice(start);
    const linesBefore = text.slice(0, start).split(/\r\n|\n|\r/).length - 1;
    this.#files.set({ uri, name, ids: noteIds(text) });
    this.#texts.set(uri, { body, linesBefore });
    return notePaper(uri, body);
  }

  /** Works out whose notes there are, by the papers of now. */
  *assign(): Generator<void, void, void> {
    this.#assigned += 1;
    const turn = this.#assigned;
    const owners = new Map<string, string>();
    let isAnyOpen = false;
    let seen = 0;
    for (const { uri, name, ids } of this.#files.files()) {
      const owner = this.#named(name, ids);
      if (owner !== undefined) owners.set(uri, owner);
      else isAnyOpen ||= ids.length === 0;
      if ((seen += 1) % papersAtOnce === 0) yield;
    }
    // Few files are named in another way; to find whose they are, every paper is asked for its file names.
    const papers = isAnyOpen ? this.#library.papers() : [];
    for (const [index, paper] of papers.entries()) {
      const match = this.#find(paper);
      if (match !== undefined && !owners.has(match.uri)) owners.set(match.uri, paper.key);
      if (index % papersAtOnce === papersAtOnce - 1) yield;
    }
    // What was begun later knows more.
    if (turn === this.#assigned) this.#become(owners);
  }

  /** The paper that a file names by itself. */
  #named(name: string, ids: readonly string[]): string | undefined {
    const names = ids.length > 0 ? ids : [keyOfFileName(name)];
    return names.map((id) => this.#library.get(id)?.key).find((key) => key !== undefined);
  }

  #become(owners: ReadonlyMap<string, string>): void {
    const noted = new Map<string, string[]>();
    for (const [uri, key] of owners) {
      const known = noted.get(key);
      if (known === undefined) noted.set(key, [uri]);
      else known.push(uri);
    }
    this.#owners = owners;
    this.#noted = noted;
    this.#revision += 1;
  }

  /** The note of a paper by its key or an alias. */
  noteOf(key: string): NoteMatch | undefined {
    const paper = this.#library.get(key);
    return paper && this.#find(paper);
  }

  #find({ key, aliases }: Paper): NoteMatch | undefined {
    return this.#files.find([key, ...aliases], (name) => this.#library.get(name) !== undefined);
  }

  /** What the notes about a paper say, for who looks for words in them. */
  textsOf(key: string): readonly string[] {
    return (this.#noted.get(key) ?? []).map((uri) => this.#texts.get(uri)?.body ?? '');
  }

  /**
   * Notes that hold the words of a query, best first; of a blank one those about `first` papers, then all by path. Only
   * notes about papers: files that name one, or whose paper is in the library.
   */
  search(query: string, limit: number, first: ReadonlySet<string>): readonly FoundNote[] {
    const uris = query.trim() === '' ? this.#listed(first) : this.#holding(query);
    return uris.slice(0, limit).map((uri) => {
      const { body, linesBefore } = this.#texts.get(uri) ?? { body: '', linesBefore: 0 };
      const { line, excerpt } = bestLine(body, query);
      const { name = '', ids = [] } = this.#files.get(uri) ?? {};
      return { uri, name, owner: this.#owners.get(uri) ?? this.#named(name, ids), line: linesBefore + line, excerpt };
    });
  }

  #holding(query: string): readonly string[] {
    const hits = this.index.search(query, this.index.size);
    return hits.map(({ key }) => key).filter((uri) => this.#isAboutPaper(uri));
  }

  #listed(first: ReadonlySet<string>): readonly string[] {
    const lately = [...first].flatMap((key) => this.#noted.get(key) ?? []);
    const all = [...this.#files.files()].map(({ uri }) => uri).filter((uri) => this.#isAboutPaper(uri));
    return [...new Set([...lately, ...all.sort()])];
  }

  #isAboutPaper(uri: string): boolean {
    return this.#owners.has(uri) || (this.#files.get(uri)?.ids.length ?? 0) > 0;
  }
}

import * as vscode from 'vscode';
import type { PaperMarks } from '../core/marks/paperMarks.ts';
import { namesOf, type NamedPaper } from '../core/readingLists.ts';
import type { PaperEngine, WriterFacts } from '../engine/paperEngine.ts';
import { Remembered } from '../core/remembered.ts';
import type { DocumentCitations } from './documentCitations.ts';
import type { Guard } from './guard.ts';
import { inTime } from './inTime.ts';
import type { LibraryService } from './libraryService.ts';
import type { NoteFiles } from './notes/noteFiles.ts';
import type { ReadingStates } from './readingStates.ts';
import type { RecentPapers } from './recentPapers.ts';
import type { LastTextEditor } from './ui/lastTextEditor.ts';

/** What answers later, such as a folder of notes on a slow network, is taken as it was the last time. */
const longestMilliseconds = 500;
/** Many notes come one after the other. */
const collectMilliseconds = 200;

interface Parts {
  readonly library: LibraryService;
  readonly noteFiles: NoteFiles;
  readonly lastEditor: LastTextEditor;
  readonly recent: RecentPapers;
  readonly readingStates: ReadingStates;
  readonly citations: DocumentCitations;
  readonly guard: Guard;
}

/** Tells the engine what only the host knows of papers, which decides `is:` and `has:note` and the order among equals. */
export class WriterFactsService implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<void>();
  /** To which engine the facts went. */
  #toldTo: PaperEngine | undefined;
  #facts: WriterFacts = { cited: [], recent: [] };
  #cited: ReadonlySet<string> = new Set();
  #noted: ReadonlySet<string> = new Set();
  readonly #keys = new Remembered<readonly string[]>();
  #citedBefore: { readonly of: vscode.TextDocument; readonly keys: readonly string[] } | undefined;
  #selected: readonly string[] = [];
  #notedTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    // An engine that was started again knows nothing yet, and who told the last one does not hear of that.
    const state = parts.library.onDidChangeState(() => {
      if (this.#toldTo === undefined || this.#toldTo === parts.library.engine) return;
      parts.guard.background('tell what is cited', () => this.tell());
    });
    const notes = parts.noteFiles.onDidChange(() => this.#notesChanged());
    this.#subscriptions = [state, notes, parts.library.onDidChange(() => this.#notesChanged())];
  }

  /** The engine knows something new: rows may have other marks, groups and filters other papers. */
  readonly onDidChange = this.#changed.event;

  /** As the engine was told last. */
  get current(): WriterFacts {
    return this.#facts;
  }

  /** What the writer did with a paper, by any of its keys; as the engine was told last, the reading state as it is. */
  marksOf(paper: NamedPaper): PaperMarks {
    const names = namesOf(paper);
    return {
      noted: names.some((name) => this.#noted.has(name)),
      cited: names.some((name) => this.#cited.has(name)),
      state: this.#parts.readingStates.stateOf(paper),
    };
  }

  /**
   * Tells the engine what holds now, if it does not know it yet; what is asked of it afterwards goes by that. Cheap: lists
   * one folder per workspace folder and reads the text only if it changed. Never rejects, and takes a second at most.
   */
  async tell(): Promise<void> {
    await this.#lookAtNotes();
    const { recent, readingStates } = this.#parts;
    const cited = await this.#citedNow();
    const facts = {
      cited,
      recent: recent.keys,
      ...readingStates.lists,
      selected: this.#selected,
    };
    const { engine } = this.#parts.library;
    if (this.#toldTo === engine && JSON.stringify(facts) === JSON.stringify(this.#facts)) return;
    this.#facts = facts;
    this.#cited = new Set(facts.cited);
    this.#toldTo = engine;
    try {
      await engine.setWriterFacts(facts);
      await this.#askNoted();
    } catch {
      // It has stopped, which the library says. The next one is told when it runs.
    }
    this.#changed.fire();
  }

  /** From now on `is:selected` finds these papers. */
  async select(keys: readonly string[]): Promise<void> {
    this.#selected = keys;
    await this.tell();
  }

  /** Keys cited in the text that is being written. Of a long text that the engine has not read yet those of before. */
  async #citedNow(): Promise<readonly string[]> {
    const document = this.#parts.lastEditor.current?.document;
    if (document === undefined) return [];
    const known = this.#citedBefore?.of === document ? this.#citedBefore.keys : [];
    const keys = await inTime(this.#citedIn(document), longestMilliseconds).catch(() => undefined);
    // The writer may have gone on to another text meanwhile.
    if (this.#parts.lastEditor.current?.document !== document) return this.#citedNow();
    if (keys !== undefined) this.#citedBefore = { of: document, keys };
    else this.#parts.guard.background('tell what is cited', () => this.#tellLater(document));
    return keys ?? known;
  }

  async #tellLater(document: vscode.TextDocument): Promise<void> {
    await this.#citedIn(document);
    await this.tell();
  }

  async #citedIn(document: vscode.TextDocument): Promise<readonly string[]> {
    const scanned = await this.#parts.citations.of(document);
    return this.#keys.get([scanned], () => {
      return [...new Set(scanned?.scan.clusters.flatMap(({ items }) => items.map(({ key }) => key)))];
    });
  }

  /** What came a moment ago counts, unless the disk (a slow network) takes long to say so. */
  async #lookAtNotes(): Promise<void> {
    await inTime(this.#parts.noteFiles.look(), longestMilliseconds);
  }

  /** Notes, or whose they are, may be others: asked once for what happens within a moment. */
  #notesChanged(): void {
    this.#notedTimer ??= setTimeout(() => {
      this.#notedTimer = undefined;
      this.#parts.guard.background('ask which papers have notes', async () => {
        if (await this.#askNoted()) this.#changed.fire();
      });
    }, collectMilliseconds);
  }

  /** Whether other papers have notes now. */
  async #askNoted(): Promise<boolean> {
    const keys = await this.#parts.library.engine.notedKeys().catch(() => undefined);
    if (keys === undefined) return false;
    const isSame = keys.length === this.#noted.size && keys.every((key) => this.#noted.has(key));
    if (!isSame) this.#noted = new Set(keys);
    return !isSame;
  }

  dispose(): void {
    clearTimeout(this.#notedTimer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }
}

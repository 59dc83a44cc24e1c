import type * as vscode from 'vscode';
import type { NoteListener } from '../../core/notes/keptNote.ts';
import type { NoteKeeper } from '../../core/notes/noteKeeper.ts';
import type { PaperDetails } from '../../engine/paperEngine.ts';
import { ExpectedError } from '../guard.ts';
import type { Services } from '../services.ts';
import { fileType } from './notePlaces.ts';

/** A note whose reader has gone to another paper stays open this long: its last words are still on their way. */
const lingerMilliseconds = 5_000;

/** What `OpenNotes` tells, with the key of the paper that it is about. */
export interface OpenNotesListener {
  text(key: string, ...args: Parameters<NoteListener['text']>): void;
  state(key: string, ...args: Parameters<NoteListener['state']>): void;
}

/** The notes one reader has open: that of the paper it shows, and for a moment that of the paper before. */
export class OpenNotes {
  readonly #services: Services;
  readonly #listener: OpenNotesListener;
  readonly #sessions = new Map<string, NoteKeeper>();
  readonly #leaving = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(services: Services, listener: OpenNotesListener) {
    this.#services = services;
    this.#listener = listener;
  }

  get(key: string): NoteKeeper | undefined {
    return this.#sessions.get(key);
  }

  /** Opens the note of a paper, or gives the one that is open. Rejects with an `ExpectedError` when there is no place. */
  async open(paper: PaperDetails): Promise<NoteKeeper> {
    const { key } = paper;
    clearTimeout(this.#leaving.get(key));
    this.#leaving.delete(key);
    const open = this.#sessions.get(key);
    if (open !== undefined) return open;
    const { notePlaces, noteKeepers } = this.#services;
    const uri = await notePlaces.locate(paper);
    if (uri === undefined) throw new ExpectedError('Notes need a folder: open one with "File: Open Folder".');
    const session = await noteKeepers.open(
      { uri, key, newHead: await notePlaces.newText(paper), findMoved: () => this.#findMoved(paper) },
      {
        text: (note) => this.#listener.text(key, note),
        state: (seq, state, message) => this.#listener.state(key, seq, state, message),
      },
    );
    this.#sessions.set(key, session);
    return session;
  }

  /** A note that was renamed is known by the paper that it names. */
  async #findMoved(paper: PaperDetails): Promise<vscode.Uri | undefined> {
    const uri = await this.#services.notePlaces.locate(paper);
    return uri === undefined || (await fileType(uri)) === undefined ? undefined : uri;
  }

  /** The reader shows another paper now: this note is saved and closed when nothing more can come for it. */
  leave(key: string): void {
    if (!this.#sessions.has(key) || this.#leaving.has(key)) return;
    const close = (): void => this.#services.guard.background('close a note', () => this.#close(key));
    this.#leaving.set(key, setTimeout(close, lingerMilliseconds));
  }

  async #close(key: string): Promise<void> {
    const session = this.#sessions.get(key);
    await session?.flush();
    // Shown again meanwhile: it stays.
    if (!this.#leaving.delete(key)) return;
    // Not on disk: it goes on trying.
    if (session?.unsaved !== undefined) {
      this.leave(key);
      return;
    }
    this.#sessions.delete(key);
    session?.dispose();
  }

  /** Saves everything that is not saved yet. */
  async flush(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.flush()));
  }

  /** The notes that could not be written, whole. */
  get unsaved(): readonly string[] {
    return [...this.#sessions.values()].flatMap(({ unsaved }) => unsaved ?? []);
  }

  /** Ends all sessions without saving: call `flush` first, and look at `unsaved`. */
  dispose(): void {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    for (const session of this.#sessions.values()) session.dispose();
    this.#leaving.clear();
    this.#sessions.clear();
  }
}

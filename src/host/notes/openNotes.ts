import type * as vscode from 'vscode';
import type { NoteListener } from '../../core/notes/keptNote.ts';
import type { NoteKeeper } from '../../core/notes/noteKeeper.ts';
import { NoteSessions } from '../../core/notes/noteSessions.ts';
import type { PaperDetails } from '../../engine/paperEngine.ts';
import { ExpectedError } from '../guard.ts';
import type { Services } from '../services.ts';
import { noteClock } from './noteClock.ts';
import { fileType } from './notePlaces.ts';

/** What `OpenNotes` tells, with the key of the paper that it is about. */
export interface OpenNotesListener {
  text(key: string, ...args: Parameters<NoteListener['text']>): void;
  state(key: string, ...args: Parameters<NoteListener['state']>): void;
}

/** The notes one reader has open, as `NoteSessions` keeps them. */
export class OpenNotes {
  readonly #services: Services;
  readonly #listener: OpenNotesListener;
  readonly #sessions: NoteSessions<NoteKeeper>;

  constructor(services: Services, listener: OpenNotesListener) {
    this.#services = services;
    this.#listener = listener;
    this.#sessions = new NoteSessions(noteClock, (error) => services.guard.report('close a note', error));
  }

  get(key: string): NoteKeeper | undefined {
    return this.#sessions.get(key);
  }

  /** Opens the note of a paper, or gives the one that is open. Rejects with an `ExpectedError` when there is no place. */
  open(paper: PaperDetails): Promise<NoteKeeper> {
    return this.#sessions.open(paper.key, () => this.#start(paper));
  }

  async #start(paper: PaperDetails): Promise<NoteKeeper> {
    const { key } = paper;
    const { notePlaces, noteKeepers } = this.#services;
    const uri = await notePlaces.locate(paper);
    if (uri === undefined) throw new ExpectedError('Notes need a folder: open one with "File: Open Folder".');
    return noteKeepers.open(
      { uri, key, newHead: await notePlaces.newText(paper), findMoved: () => this.#findMoved(paper) },
      {
        text: (note) => this.#listener.text(key, note),
        state: (seq, state, message) => this.#listener.state(key, seq, state, message),
      },
    );
  }

  /** A note that was renamed is known by the paper that it names. */
  async #findMoved(paper: PaperDetails): Promise<vscode.Uri | undefined> {
    const uri = await this.#services.notePlaces.locate(paper);
    return uri === undefined || (await fileType(uri)) === undefined ? undefined : uri;
  }

  /** See `NoteSessions.leave`. */
  leave(key: string): void {
    this.#sessions.leave(key);
  }

  /** Saves everything that is not saved yet. */
  flush(): Promise<void> {
    return this.#sessions.flush();
  }

  /** The notes that could not be written, whole. */
  get unsaved(): readonly string[] {
    return this.#sessions.unsaved;
  }

  /** Ends all sessions without saving: call `flush` first, and look at `unsaved`. */
  dispose(): void {
    this.#sessions.dispose();
  }
}

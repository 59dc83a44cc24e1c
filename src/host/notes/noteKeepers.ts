import type * as vscode from 'vscode';
import { DraftJournal } from '../../core/notes/draftJournal.ts';
import type { NoteListener } from '../../core/notes/keptNote.ts';
import { NoteFailure } from '../../core/notes/noteFailure.ts';
import { NoteKeeper } from '../../core/notes/noteKeeper.ts';
import type { NotePlace } from '../../core/notes/notePorts.ts';
import { ExpectedError, type Guard } from '../guard.ts';
import type { Platform } from '../platform.ts';
import { draftFiles } from './draftFiles.ts';
import { noteClock, sha256 } from './noteClock.ts';
import { NoteFile } from './noteFile.ts';
import { followNote, openTextOf } from './openTextOf.ts';
import { utf8 } from './utf8.ts';

/** The note to be opened. */
export interface NoteToOpen {
  readonly uri: vscode.Uri;
  /** Citation key; `''` when it is not known. */
  readonly key: string;
  /** What a new note begins with. */
  readonly newHead: string;
  /** Where the note is when it is no longer at `uri`. */
  readonly findMoved: () => Promise<vscode.Uri | undefined>;
}

/** Opens notes for editing, and has the journal of their drafts. */
export class NoteKeepers {
  /** Of this workspace. */
  readonly journal: DraftJournal;
  readonly #platform: Platform;
  readonly #guard: Guard;

  constructor({ storageUri }: Pick<vscode.ExtensionContext, 'storageUri'>, platform: Platform, guard: Guard) {
    this.#platform = platform;
    this.#guard = guard;
    const host = crypto.randomUUID().slice(0, 8);
    this.journal = new DraftJournal(draftFiles(storageUri, platform), utf8, { host, pid: platform.processes?.own });
  }

  /** Reads a note and keeps it until `dispose`. Rejects with one sentence when it cannot be read. */
  open(note: NoteToOpen, listener: NoteListener): Promise<NoteKeeper> {
    const parts = {
      place: this.#placeAt(note.uri),
      findMoved: async () => {
        const moved = await note.findMoved();
        return moved && this.#placeAt(moved);
      },
      journal: this.journal,
      key: note.key,
      newHead: note.newHead,
      utf8,
      clock: noteClock,
      hash: sha256,
      report: (error: unknown) => this.#report(error),
    };
    return NoteKeeper.open(parts, listener);
  }

  #placeAt(uri: vscode.Uri): NotePlace {
    return {
      file: new NoteFile(uri, this.#platform),
      openText: () => openTextOf(uri),
      follow: (events) => followNote(uri, events),
    };
  }

  #report(error: unknown): void {
    const expected = error instanceof NoteFailure ? new ExpectedError(error.message, { cause: error }) : error;
    this.#guard.report('a note', expected);
  }
}

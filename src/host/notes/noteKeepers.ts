import * as vscode from 'vscode';
import { DraftJournal } from '../../core/notes/draftJournal.ts';
import { createNote } from '../../core/notes/createNote.ts';
import type { NoteListener } from '../../core/notes/keptNote.ts';
import { parseNote } from '../../core/notes/noteDocument.ts';
import { NoteFailure } from '../../core/notes/noteFailure.ts';
import type { NoteKeeperParts } from '../../core/notes/noteParts.ts';
import { restoreDraft } from '../../core/notes/restoreDraft.ts';
import { sharedStorage } from '../../core/notes/sharedStorage.ts';
import type { NoteKeeper } from '../../core/notes/noteKeeper.ts';
import type { NotePlace } from '../../core/notes/notePorts.ts';
import { WindowNotes } from '../../core/notes/windowNotes.ts';
import { ExpectedError, type Guard } from '../guard.ts';
import type { Platform } from '../platform.ts';
import { draftFiles } from './draftFiles.ts';
import { findLeftDrafts, type LeftDraft, type LeftDrafts } from './leftDrafts.ts';
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
  /** Of this workspace, in all its windows. */
  readonly journal: DraftJournal;
  readonly #platform: Platform;
  readonly #guard: Guard;
  readonly #storage: vscode.Uri | undefined;
  readonly #notes = new WindowNotes();

  constructor({ storageUri }: Pick<vscode.ExtensionContext, 'storageUri'>, platform: Platform, guard: Guard) {
    this.#platform = platform;
    this.#guard = guard;
    this.#storage = storageUri?.with({ path: sharedStorage(storageUri.path) });
    // `crypto.randomUUID` is missing where a web host is not served over https, and this runs at every start.
    const host = Math.random().toString(36).slice(2);
    const { processes } = platform;
    const isAlive = processes && ((pid: number) => processes.isAlive(pid));
    this.journal = new DraftJournal(draftFiles(this.#storage, platform), utf8, { host, pid: processes?.own }, isAlive);
  }

  /** Reads a note and keeps it until `dispose`. Rejects with one sentence when it cannot be read. */
  open(note: NoteToOpen, listener: NoteListener): Promise<NoteKeeper> {
    return plainly(this.#notes.open(this.#parts(note), listener));
  }

  /** Makes the file of a note unless there is one. Rejects with one sentence when there is none then. */
  create(note: vscode.Uri, text: string): Promise<void> {
    return plainly(createNote(new NoteFile(note, this.#platform), utf8.encode(text)));
  }

  /** The drafts that ended hosts left and no note holds. */
  leftDrafts(): Promise<LeftDrafts> {
    return findLeftDrafts(this.journal, this.#platform);
  }

  /**
   * Merges a draft into its note, or writes it beside a note that is not edited here: then gives the name of that copy.
   * The draft goes when the text was read back; rejects when it could not be saved, and keeps it.
   */
  async restore({ note, draft, kept }: LeftDraft): Promise<string | undefined> {
    const { head } = parseNote(draft.text);
    const parts = this.#parts({ uri: note, key: draft.key, newHead: head, findMoved: async () => undefined });
    const copy = await plainly(restoreDraft(parts, draft));
    await this.journal.remove(kept);
    return copy;
  }

  /** The writer does not want it: it is kept for a while where it is not offered any more. */
  discard({ kept }: LeftDraft): Promise<void> {
    return this.journal.setAside(kept, noteClock.now());
  }

  /** Removes what ended processes left in these folders and among the drafts; gives the backups of notes that stay. */
  async tidy(folders: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
    await this.journal.sweep(noteClock.now());
    const { sweepLocalFolder } = this.#platform;
    if (sweepLocalFolder === undefined) return [];
    const drafts = this.#storage === undefined ? [] : [vscode.Uri.joinPath(this.#storage, 'drafts')];
    const local = [...drafts, ...folders].filter(({ scheme }) => scheme === 'file');
    const found = await Promise.all(local.map((folder) => sweepLocalFolder(folder)));
    return found.flat();
  }

  #parts({ uri, key, newHead, findMoved }: NoteToOpen): NoteKeeperParts {
    return {
      place: this.#placeAt(uri),
      findMoved: async () => {
        const moved = await findMoved();
        return moved && this.#placeAt(moved);
      },
      journal: this.journal,
      key,
      newHead,
      utf8,
      clock: noteClock,
      hash: sha256,
      report: (error: unknown) => this.#report(error),
    };
  }

  #placeAt(uri: vscode.Uri): NotePlace {
    return {
      file: new NoteFile(uri, this.#platform),
      openText: () => openTextOf(uri),
      follow: (events) => followNote(uri, events),
    };
  }

  #report(error: unknown): void {
    this.#guard.report('a note', forPeople(error));
  }
}

/** The same work; what was expected to go wrong in it is said as it stands. */
async function plainly<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw forPeople(error);
  }
}

function forPeople(error: unknown): unknown {
  return error instanceof NoteFailure ? new ExpectedError(error.message, { cause: error }) : error;
}

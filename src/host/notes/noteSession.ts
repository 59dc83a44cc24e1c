import * as vscode from 'vscode';
import { minimalEdit } from '../../core/notes/mergeNote.ts';
import { NoteText, type NoteEdit } from '../../core/notes/noteText.ts';
import type { NoteState, ReaderNote } from '../../protocol/readerMessages.ts';
import { DisposableStore } from '../disposableStore.ts';
import { ExpectedError, type Guard } from '../guard.ts';
import { decode, isUtf8, withoutBom } from './noteBytes.ts';
import { nameOf, sameBytes, type NoteStore } from './noteStore.ts';

/** A pause in typing this long saves; typing without a pause saves this often. One second is promised. */
const pauseMilliseconds = 250;
const longestMilliseconds = 700;
const retryMilliseconds = 5_000;
/** Editors replace files by delete and create: only what is still gone after this was deleted. */
const goneMilliseconds = 700;

/** What the reader is told. */
export interface NoteListener {
  text(note: ReaderNote): void;
  state(seq: number, state: NoteState, message: string | undefined): void;
}

export interface NoteSessionParts {
  readonly store: NoteStore;
  readonly guard: Guard;
  readonly uri: vscode.Uri;
  /** What a new note begins with. */
  readonly newHead: string;
}

/**
 * One note while the reader shows it. There is one truth: the text document when the note is open in VS Code, else the
 * file. Every write is read back before it is called saved, and what changes elsewhere meanwhile is merged.
 */
export class NoteSession implements vscode.Disposable {
  readonly #parts: NoteSessionParts;
  readonly #listener: NoteListener;
  readonly #disposables = new DisposableStore();
  #text: NoteText;
  /** The bytes of the file as last seen; `undefined` when there is none. */
  #onDisk: Uint8Array | undefined;
  #state: NoteState = 'saved';
  #message: string | undefined;
  #conflict = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirtySince: number | undefined;
  #work: Promise<void> = Promise.resolve();
  #disposed = false;

  private constructor(parts: NoteSessionParts, listener: NoteListener, onDisk: Uint8Array | undefined) {
    this.#parts = parts;
    this.#listener = listener;
    this.#onDisk = onDisk;
    this.#text = new NoteText(onDisk === undefined ? undefined : decode(onDisk), parts.newHead);
  }

  /** Reads the note. A note that is not UTF-8 is shown but never written, because writing it would destroy it. */
  static async open(parts: NoteSessionParts, listener: NoteListener): Promise<NoteSession> {
    const onDisk = await parts.store.read(parts.uri);
    const session = new NoteSession(parts, listener, onDisk);
    if (onDisk !== undefined && !isUtf8(onDisk)) {
      session.#state = 'readOnly';
      session.#message = `${nameOf(parts.uri)} is not UTF-8. Save it with that encoding to edit it here.`;
    }
    const document = session.#document();
    if (document !== undefined) session.#text.fileChanged(document.getText());
    session.#follow();
    return session;
  }

  get uri(): vscode.Uri {
    return this.#parts.uri;
  }

  get note(): ReaderNote {
    const { body, version, seq } = this.#text;
    return { text: body, version, seq, state: this.#state, message: this.#message, path: nameOf(this.uri) };
  }

  /** The reader page starts (again) and may bring an edit of its earlier life that was never confirmed. */
  readerStarted(unsaved: { readonly base: string; readonly text: string } | undefined): void {
    this.#text.readerRestarted();
    if (unsaved === undefined || this.#state === 'readOnly') return;
    const { conflict } = this.#text.recover(unsaved.base, unsaved.text);
    this.#conflict ||= conflict;
    this.#schedule();
  }

  /** The whole note, when what was typed last could not be written; `undefined` when nothing would be lost. */
  get unsaved(): string | undefined {
    return this.#state === 'readOnly' || this.#text.isInFile ? undefined : this.#text.file;
  }

  edit(edit: NoteEdit): void {
    if (this.#state === 'readOnly') {
      this.#tell('readOnly', this.#message);
      return;
    }
    const { merged, conflict } = this.#text.edit(edit);
    this.#conflict ||= conflict;
    this.#tell('saving', undefined);
    if (merged) this.#listener.text(this.note);
    if (this.#document() !== undefined) this.#enqueue(() => this.#pushToDocument());
    this.#schedule();
  }

  /** Saves what is not saved yet and resolves when that is done or has failed. */
  async flush(): Promise<void> {
    if (this.#timer !== undefined) this.#saveNow();
    await this.#work;
  }

  #schedule(): void {
    const now = Date.now();
    this.#dirtySince ??= now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(pauseMilliseconds, this.#dirtySince + longestMilliseconds - now));
    this.#timer = setTimeout(() => this.#saveNow(), wait);
  }

  #saveNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#dirtySince = undefined;
    this.#enqueue(() => this.#save());
  }

  #enqueue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.#parts.guard.report('save a note', error);
      const reason = error instanceof Error ? error.message : String(error);
      this.#tell('failed', reason);
      if (!this.#disposed) this.#timer ??= setTimeout(() => this.#saveNow(), retryMilliseconds);
    });
  }

  async #save(): Promise<void> {
    const { seq } = this.#text;
    const document = this.#document();
    if (document === undefined) await this.#saveFile();
    else await this.#saveDocument(document);
    // Typing went on: the next save will tell.
    if (this.#text.seq !== seq || this.#timer !== undefined) return;
    if (this.#conflict) this.#tell('conflict', 'Changed in two places at once: both versions stand in the note.');
    else this.#tell('saved', undefined);
    this.#conflict = false;
  }

  async #saveFile(): Promise<void> {
    const { store, uri } = this.#parts;
    await this.#takeFromDisk();
    const text = this.#text.file;
    if (this.#onDisk === undefined && this.#text.body === '') return;
    const bytes = new TextEncoder().encode(text);
    if (this.#onDisk === undefined || !sameBytes(this.#onDisk, bytes)) await store.write(uri, bytes);
    this.#onDisk = bytes;
    this.#text.fileWritten(text);
  }

  async #saveDocument(document: vscode.TextDocument): Promise<void> {
    await this.#pushToDocument();
    if (document.isDirty && !(await document.save()))
      throw new ExpectedError(`${nameOf(this.uri)} could not be saved by the editor.`);
    const onDisk = await this.#parts.store.read(this.uri);
    if (onDisk === undefined || withoutBom(decode(onDisk)) !== document.getText()) {
      throw new ExpectedError(`${nameOf(this.uri)} is not on disk as it was saved. Check the free space.`);
    }
    this.#onDisk = onDisk;
  }

  /** Brings the open document to our text by the smallest edit, so that carets and undo there stay useful. */
  async #pushToDocument(): Promise<void> {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const document = this.#document();
      if (document === undefined) return;
      const target = this.#text.file;
      const edit = minimalEdit(document.getText(), target);
      if (edit === undefined) return;
      const change = new vscode.WorkspaceEdit();
      const range = new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end));
      change.replace(this.uri, range, edit.text);
      if (await vscode.workspace.applyEdit(change)) {
        this.#text.fileWritten(target);
        return;
      }
    }
    throw new ExpectedError(`${nameOf(this.uri)} could not be changed in its editor.`);
  }

  #follow(): void {
    const { uri } = this.#parts;
    const pattern = new vscode.RelativePattern(
      vscode.Uri.joinPath(uri, '..'),
      uri.path.slice(uri.path.lastIndexOf('/') + 1),
    );
    const watcher = this.#disposables.add(vscode.workspace.createFileSystemWatcher(pattern));
    const look = (): void => this.#enqueue(() => this.#lookAtDisk());
    this.#disposables.add(watcher.onDidChange(look));
    this.#disposables.add(watcher.onDidCreate(look));
    this.#disposables.add(watcher.onDidDelete(() => setTimeout(look, goneMilliseconds)));
    this.#disposables.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#isOurs(document)) this.#takeFromDocument(document);
      }),
    );
    this.#disposables.add(
      vscode.workspace.onDidOpenTextDocument((document) => {
        if (this.#isOurs(document)) this.#takeFromDocument(document);
      }),
    );
    this.#disposables.add(
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (this.#isOurs(document)) this.#enqueue(() => this.#takeBack());
      }),
    );
  }

  /** The document was closed, perhaps without saving: what the writer discarded there is discarded here. */
  async #takeBack(): Promise<void> {
    if (this.#document() !== undefined) return;
    this.#onDisk = await this.#parts.store.read(this.uri);
    if (this.#onDisk !== undefined && isUtf8(this.#onDisk)) this.#takeFile(decode(this.#onDisk));
  }

  #takeFromDocument(document: vscode.TextDocument): void {
    const text = document.getText();
    // Our own edit coming back is no news.
    if (text === this.#text.file) {
      this.#text.fileWritten(text);
      return;
    }
    this.#takeFile(text);
  }

  /** Merges a new text of the file and tells the reader; what the file lacks is written by the next save. */
  #takeFile(text: string): void {
    const { version } = this.#text;
    const { merged, conflict } = this.#text.fileChanged(text);
    this.#conflict ||= conflict;
    if (this.#text.version !== version) this.#listener.text(this.note);
    if (merged) this.#schedule();
  }

  async #lookAtDisk(): Promise<void> {
    if (this.#document() !== undefined) return;
    const had = this.#onDisk !== undefined;
    await this.#takeFromDisk();
    if (had && this.#onDisk === undefined && this.#timer === undefined) {
      this.#tell('failed', `${nameOf(this.uri)} is no longer on disk. It is written again when you type.`);
    }
  }

  async #takeFromDisk(): Promise<void> {
    const onDisk = await this.#parts.store.read(this.uri);
    const before = this.#onDisk;
    this.#onDisk = onDisk;
    if (onDisk === undefined || (before !== undefined && sameBytes(before, onDisk))) return;
    if (!isUtf8(onDisk)) {
      throw new ExpectedError(`${nameOf(this.uri)} is no longer UTF-8. Save it with that encoding to edit it here.`);
    }
    this.#takeFile(decode(onDisk));
  }

  #tell(state: NoteState, message: string | undefined): void {
    this.#state = state;
    this.#message = message;
    this.#listener.state(this.#text.seq, state, message);
  }

  #document(): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find((document) => !document.isClosed && this.#isOurs(document));
  }

  #isOurs(document: vscode.TextDocument): boolean {
    return document.uri.toString() === this.uri.toString();
  }

  /** Ends the session without saving: call `flush` first, and look at `unsaved`. */
  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#disposables.dispose();
  }
}

import * as vscode from 'vscode';
import { messageOf } from '../../../core/notes/noteFailure.ts';
import { said } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import type { FromReader, ReaderNote, ToReader } from '../../../protocol/readerMessages.ts';
import { OpenNotes } from '../../notes/openNotes.ts';
import type { Services } from '../../services.ts';
import { showWarning } from '../../ui/messages.ts';

/** What an earlier life of the page left unconfirmed. */
export type UnsavedEdit = NonNullable<Extract<FromReader, { type: 'ready' }>['unsaved']>;

/** A disk that takes longer does not hold up the abstract: the note follows it. */
const patienceMilliseconds = 60;

/** The notes of one reader: they are read beside the papers, and nothing waits for them for long. */
export class ReaderNotes {
  readonly #services: Services;
  readonly #post: (message: ToReader) => void;
  readonly #open: OpenNotes;
  readonly #opening = new Map<string, Promise<void>>();
  /** Why notes cannot be had, by paper. */
  readonly #failures = new Map<string, string>();
  /** Edits of an earlier page whose note is still being read. */
  readonly #toTakeIn = new Map<string, UnsavedEdit>();
  /** Papers that were shown before their note was there. */
  readonly #owed = new Set<string>();

  constructor(services: Services, post: (message: ToReader) => void) {
    this.#services = services;
    this.#post = post;
    this.#open = new OpenNotes(services, {
      text: (key, note) => post({ type: 'noteText', key, note }),
      state: (key, seq, state, message) => post({ type: 'noteState', key, seq, state, message }),
    });
    const flush = (): Promise<void> => this.#open.flush();
    services.beforeClose.add(flush);
    this.#stop = () => services.beforeClose.delete(flush);
  }

  readonly #stop: () => void;

  /** Begins to read the note of a paper, and resolves when it is there, or has let one wait long enough. Never rejects. */
  async open(paper: PaperDetails): Promise<void> {
    const opening = this.#read(paper);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMilliseconds);
    });
    await Promise.race([opening, late]);
    clearTimeout(timer);
  }

  /** The note of a paper, or why there is none: it is still being read, or cannot be. */
  noteOf(key: string): ReaderNote {
    const session = this.#open.get(key);
    if (session !== undefined) return session.note;
    const failure = this.#failures.get(key);
    if (failure === undefined) this.#owed.add(key);
    // Older than any text of the note, which is then taken over.
    return { text: '', version: 0, seq: 0, state: 'readOnly', message: failure ?? 'the note is being read…' };
  }

  /** The page starts anew, with what it could not get saved of this note: that is taken in as soon as the note is there. */
  started(key: string, unsaved: UnsavedEdit | undefined): void {
    const session = this.#open.get(key);
    if (session !== undefined) session.readerStarted(unsaved);
    else if (unsaved !== undefined) this.#toTakeIn.set(key, unsaved);
  }

  /** Takes in what the page could not get saved of another note than the one shown. */
  async recover(paper: PaperDetails, unsaved: UnsavedEdit): Promise<void> {
    const session = await this.#open.open(paper);
    session.readerStarted(unsaved);
  }

  /** Whether the note is open, and has taken the edit. */
  edit(edit: Extract<FromReader, { type: 'edit' }>): boolean {
    const note = this.#open.get(edit.key);
    note?.edit(edit);
    return note !== undefined;
  }

  /** The writer acts on a note that is not saved: tries again, or looks at it beside its file. */
  async act(key: string, action: 'retry' | 'compare'): Promise<void> {
    const note = this.#open.get(key);
    if (note === undefined) return;
    if (action === 'retry') note.retry();
    else await this.#services.noteComparison.show(vscode.Uri.parse(note.uri, true), note.file);
  }

  /** The reader shows another paper now. */
  leave(key: string): void {
    this.#failures.delete(key);
    this.#owed.delete(key);
    this.#open.leave(key);
  }

  #read(paper: PaperDetails): Promise<void> {
    const { key } = paper;
    const known = this.#opening.get(key);
    if (known !== undefined) return known;
    const opening = this.#readNow(paper).finally(() => this.#opening.delete(key));
    this.#opening.set(key, opening);
    return opening;
  }

  async #readNow(paper: PaperDetails): Promise<void> {
    const { key } = paper;
    this.#failures.delete(key);
    try {
      const session = await this.#open.open(paper);
      const unsaved = this.#toTakeIn.get(key);
      if (this.#toTakeIn.delete(key)) session.readerStarted(unsaved);
    } catch (error) {
      this.#services.guard.report('open a note', error);
      this.#failures.set(key, `The note could not be opened: ${messageOf(error)}`);
    }
    if (this.#owed.delete(key)) this.#post({ type: 'noteText', key, note: this.noteOf(key) });
  }

  /** What was typed last is still saved; what cannot be saved is put into an editor instead. */
  async end(): Promise<void> {
    await Promise.all(this.#opening.values());
    await this.#open.flush();
    for (const content of this.#open.unsaved) await rescue(content);
    this.#open.dispose();
    this.#stop();
  }
}

/** An untitled document: VS Code keeps it over a restart and asks before it goes. */
async function rescue(content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content, language: 'markdown' });
  await vscode.window.showTextDocument(document, { preview: false });
  void showWarning(said`A note could not be saved where it belongs: its text is in this editor.`);
}

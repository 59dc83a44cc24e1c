import { attachNote, keepDraft, type AttachedNote } from './attachNote.ts';
import { goneMessage, unreadableMessage, unsavedMessage, type KeptNote, type NoteListener } from './keptNote.ts';
import type { UnreadableNote } from './noteDisk.ts';
import { busyFailure, messageOf, NoteFailure } from './noteFailure.ts';
import type { NoteKeeperParts } from './noteParts.ts';
import type { NotePlace } from './notePorts.ts';
import { NoteText, type NoteEdit } from './noteText.ts';
import { NoteVoice } from './noteVoice.ts';
import { SavePace } from './savePace.ts';
import { writeConflictCopy } from './writeConflictCopy.ts';

const retryMilliseconds = 5_000;
/** Two programs that write by turns must not keep us busy. */
const saveTries = 5;

/**
 * The life of one note while somebody has it open. There is one truth: the text document when the note is open in VS Code,
 * else the file; what changes there is merged with what the reader sends, and nothing of either is lost. Every text is in
 * the journal of drafts before it is written, every write is read back before it is called saved.
 */
export class NoteKeeper {
  readonly #parts: NoteKeeperParts;
  readonly #text: NoteText;
  readonly #voice: NoteVoice;
  readonly #pace: SavePace;
  #at: AttachedNote;
  /** The file went away and the writer knows it. */
  #gone = false;
  /** The writer wants a file that went away to be made again. */
  #mayCreate = false;
  /** Grows with everything that is to be saved. */
  #changes = 0;
  #savedChanges = 0;
  #work: Promise<void> = Promise.resolve();
  #disposed = false;

  private constructor(parts: NoteKeeperParts, listener: NoteListener) {
    this.#parts = parts;
    this.#text = new NoteText(undefined, parts.newHead);
    this.#voice = new NoteVoice(this.#text, listener, () => this.#name);
    this.#pace = new SavePace(parts.clock, () => this.#enqueue(() => this.#save()));
    this.#at = this.#attach(parts.place);
  }

  /** Reads the note. One that would not survive being written is shown but never written. Rejects when it cannot be read. */
  static async open(parts: NoteKeeperParts, listener: NoteListener): Promise<NoteKeeper> {
    const keeper = new NoteKeeper(parts, listener);
    try {
      const found = await keeper.#at.saver.takeIn({ patient: false });
      if (typeof found === 'object') keeper.#becomeReadOnly(found);
      else keeper.#at.saver.takeFromEditor();
      keeper.#voice.begin();
    } catch (error) {
      keeper.dispose();
      throw error;
    }
    return keeper;
  }

  /** URI of the file. */
  get uri(): string {
    return this.#at.place.file.uri;
  }

  get note(): KeptNote {
    return this.#voice.note;
  }

  /** The whole file as it should be. */
  get file(): string {
    return this.#text.file;
  }

  /** The whole note, when it is neither in the file nor in an open document; `undefined` when nothing would be lost. */
  get unsaved(): string | undefined {
    return this.#voice.state === 'readOnly' || this.#text.isInFile ? undefined : this.#text.file;
  }

  get isDisposed(): boolean {
    return this.#disposed;
  }

  get #name(): string {
    return this.#at.place.file.name;
  }

  get #isUnsafe(): boolean {
    return this.#changes !== this.#savedChanges;
  }

  /** The reader page starts (again) and may bring an edit of its earlier life that was never confirmed. */
  readerStarted(unsaved: { readonly base: string; readonly text: string } | undefined): void {
    this.#text.readerRestarted();
    if (unsaved !== undefined && this.#voice.state !== 'readOnly') this.#recover(unsaved.base, unsaved.text);
  }

  /** Merges a text that was made from `base`. Resolves when it is on disk, read back; rejects when it is not. */
  async restore(base: string, text: string): Promise<void> {
    this.#mayCreate = true;
    this.#recover(base, text);
    await this.flush();
    if (this.#isUnsafe) throw new NoteFailure(this.#voice.message ?? `"${this.#name}" could not be saved.`);
  }

  #recover(base: string, text: string): void {
    this.#voice.changing(() => this.#text.recover(base, text));
    this.#schedule();
  }

  edit(edit: NoteEdit): void {
    if (this.#voice.state === 'readOnly') {
      this.#voice.tell('readOnly', this.#voice.message);
      return;
    }
    const { merged, conflict } = this.#text.edit(edit);
    if (conflict) this.#voice.conflicted();
    this.#voice.tell('saving');
    if (merged) this.#voice.tellText();
    this.#mayCreate ||= this.#gone;
    this.#schedule();
    if (this.#at.place.openText() !== undefined) this.#enqueue(() => this.#push());
  }

  /** The writer asks for another attempt, also where that makes a file again that somebody deleted. */
  retry(): void {
    if (this.#voice.state === 'readOnly') {
      this.look();
      return;
    }
    this.#mayCreate ||= this.#gone;
    this.#changes += 1;
    this.#pace.wait(0);
  }

  /** Something outside may have changed: looks at the file. */
  look(): void {
    if (!this.#disposed) this.#enqueue(() => this.#lookAtFile());
  }

  /** Saves what is not saved yet and resolves when that is done or has failed. */
  async flush(): Promise<void> {
    if (this.#pace.isWaiting) {
      this.#pace.stop();
      this.#enqueue(() => this.#save());
    }
    for (let work: unknown; work !== this.#work;) {
      work = this.#work;
      await work;
    }
    await this.#at.drafts.settled();
  }

  /** Ends without saving: call `flush` first, and look at `unsaved`. Drafts that are not in the file stay. */
  dispose(): void {
    this.#disposed = true;
    this.#pace.stop();
    this.#at.unfollow();
  }

  #attach(place: NotePlace): AttachedNote {
    return attachNote(this.#parts, place, this.#text, {
      taken: (file) => {
        if (this.#voice.changing(() => this.#text.fileChanged(file)).merged) this.#schedule();
      },
      written: (file) => void this.#voice.changing(() => this.#text.fileWritten(file)),
      conflicted: () => this.#voice.conflicted(),
      kept: (seq) => this.#voice.tellKept(seq),
      changed: () => this.look(),
      replaced: () => this.#giveUp(),
      closed: () => this.#enqueue(() => this.#takeBack()),
      saved: () => (this.#isUnsafe ? this.#pace.wait(0) : undefined),
    });
  }

  /** What is not saved may go with what the writer discards in the editor. */
  #giveUp(): void {
    if (this.#isUnsafe) this.#at.drafts.giveUp(this.#text);
  }

  #schedule(): void {
    this.#changes += 1;
    this.#at.drafts.keep();
    this.#pace.touch();
  }

  #enqueue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => {
      this.#parts.report(error);
      return this.#fail(messageOf(error), retryMilliseconds);
    });
  }

  /** `retryIn`: milliseconds. */
  async #fail(reason: string, retryIn?: number): Promise<void> {
    const isKept = await this.#at.drafts.settled();
    this.#voice.tell('failed', this.#isUnsafe ? unsavedMessage(reason, isKept) : reason);
    if (retryIn !== undefined && this.#isUnsafe && !this.#disposed) this.#pace.soon(retryIn);
  }

  async #save(): Promise<void> {
    if (this.#voice.state === 'readOnly' || this.#disposed || !this.#isUnsafe) return;
    for (let attempt = 0; attempt < saveTries; attempt += 1) {
      if (!(await this.#takeIn())) return;
      const changes = this.#changes;
      if (!this.#at.saver.isDone) await keepDraft(this.#at, this.#text);
      if ((await this.#at.saver.save()) === 'changed') continue;
      // Typing went on: the next save will tell.
      if (this.#changes === changes) this.#safe();
      return;
    }
    throw busyFailure(this.#name);
  }

  #safe(): void {
    this.#savedChanges = this.#changes;
    this.#mayCreate = false;
    this.#pace.stop();
    this.#at.drafts.clear();
    this.#voice.tellSaved();
  }

  async #push(): Promise<void> {
    if (await this.#takeIn()) await this.#at.saver.push();
  }

  /** Brings what others did to the file into the text: whether it may be written now. Says why not. */
  async #takeIn(): Promise<boolean> {
    let found = await this.#at.saver.takeIn({ patient: !this.#mayCreate });
    if (found === 'gone' && (await this.#followMove())) found = await this.#at.saver.takeIn({ patient: false });
    if (typeof found === 'object') {
      await this.#giveWay(found);
      return false;
    }
    this.#gone = found === 'gone' && !this.#mayCreate;
    if (this.#gone) await this.#fail(goneMessage(this.#name));
    else if (found === 'gone') this.#at.saver.disk.forget();
    return !this.#gone;
  }

  /** The note was moved and is known by the paper it names: the draft moves with it. */
  async #followMove(): Promise<boolean> {
    const place = await this.#parts.findMoved();
    const before = this.#at;
    if (place === undefined || place.file.uri === before.place.file.uri) return false;
    before.unfollow();
    this.#at = this.#attach(place);
    if (this.#isUnsafe) this.#at.drafts.keep();
    if (await this.#at.drafts.settled()) before.drafts.clear();
    this.#voice.tellText();
    return true;
  }

  /** The file holds what cannot be merged: what was not saved goes into a copy beside it. */
  async #giveWay(found: UnreadableNote): Promise<void> {
    const { place, drafts } = this.#at;
    if (this.#isUnsafe) {
      const changes = this.#changes;
      const name = await writeConflictCopy(place.file, this.#text.file, this.#parts);
      // Typing went on meanwhile: that needs a copy of its own.
      if (this.#changes !== changes) return this.#giveWay(found);
      this.#voice.tell('conflict', `${unreadableMessage(this.#name, found.reason)} What you wrote is in "${name}".`);
      drafts.clear();
    }
    this.#becomeReadOnly(found);
    this.#voice.tellText();
  }

  #becomeReadOnly({ shown, reason }: UnreadableNote): void {
    this.#text.reset(shown, this.#parts.newHead);
    this.#savedChanges = this.#changes;
    this.#pace.stop();
    this.#voice.become('readOnly', unreadableMessage(this.#name, reason));
  }

  async #lookAtFile(): Promise<void> {
    const { saver, place } = this.#at;
    const wasReadOnly = this.#voice.state === 'readOnly';
    if (place.openText() !== undefined && !wasReadOnly) return;
    const wasGone = this.#gone;
    if (!(await this.#takeIn())) return;
    if (wasReadOnly) {
      this.#text.reset(saver.disk.fileText, this.#parts.newHead);
      this.#voice.tell('saved');
      this.#voice.tellText();
    } else if (this.#isUnsafe) this.#pace.soon();
    else if (wasGone) this.#voice.tell('saved');
  }

  /** The document was closed. What the writer discarded there is discarded here; a copy of the draft is kept for a while. */
  async #takeBack(): Promise<void> {
    const { saver, place } = this.#at;
    if (place.openText() !== undefined || this.#voice.state === 'readOnly') return;
    saver.editorDecided();
    if (!(await this.#takeIn()) || place.openText() !== undefined) return;
    this.#giveUp();
    this.#voice.changing(() => this.#text.fileChanged(saver.disk.fileText ?? this.#parts.newHead));
    if (this.#isUnsafe) this.#pace.soon();
  }
}

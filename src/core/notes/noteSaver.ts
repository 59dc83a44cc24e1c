import { eolOf } from '../text/lineEnds.ts';
import { keepLineEnds, withLf } from './keepLineEnds.ts';
import { mergeNoteText, minimalEdit } from './mergeNote.ts';
import { NoteDisk, type ChangedNote, type DiskLook, type UnreadableNote } from './noteDisk.ts';
import { NoteFailure } from './noteFailure.ts';
import type { NoteClock, NotePlace, OpenText, Utf8 } from './notePorts.ts';
import type { NoteText } from './noteText.ts';
import type { NoteWriters } from './noteWriters.ts';
import { sameWhenTrimmed } from './trimmedText.ts';

/** Editors replace files by delete and create, or truncate before they write: only what is so after this is so. */
export const settleMilliseconds = 700;
/** VS Code loads a clean document anew when its file changed; longer than this is not waited for. */
const reloadMilliseconds = 1_000;
const reloadStep = 100;
const replaceTries = 3;

/** What a `NoteSaver` finds at the file side of a note. */
export interface FileSideEvents {
  /** It has this text: to be merged into the note's at once. */
  readonly taken: (file: string) => void;
  /** Our own text stands there now: the note's is to be told at once. */
  readonly written: (file: string) => void;
  /** Both sides had changed one passage. */
  readonly conflicted: () => void;
}

/** What a `NoteSaver` works with. */
export interface NoteSaverParts {
  readonly place: NotePlace;
  readonly text: NoteText;
  readonly utf8: Utf8;
  readonly writers: NoteWriters;
  readonly clock: NoteClock;
  readonly events: FileSideEvents;
}

/**
 * Brings one note to its file and back: through the document while one is open (undo, dirty state and hot exit are VS
 * Code's), else directly. Calls must not overlap.
 */
export class NoteSaver {
  readonly disk: NoteDisk;
  readonly #parts: NoteSaverParts;
  /** The editor refused to save because the file had changed: it goes on refusing until the writer has decided there. */
  #editorRefuses = false;
  /** Our own text on its way into the document, LF. */
  #pushed: string | undefined;
  /** What the document held when a save of ours began, LF. */
  #saving: string | undefined;
  /** What the document held when it was opened, until the file was seen after that. */
  #loaded: string | undefined;

  constructor(parts: NoteSaverParts) {
    this.#parts = parts;
    this.disk = new NoteDisk(parts.place.file, parts.utf8, parts.writers, (file) => parts.text.fileBrokeOff(file));
  }

  /** The writer saved or closed the document. */
  editorDecided(): void {
    this.#editorRefuses = false;
  }

  /** Takes in what others wrote to the file. `patient`: waits whether a missing or shrunk file comes back. */
  async takeIn({ patient }: { readonly patient: boolean }): Promise<'ready' | 'gone' | UnreadableNote> {
    for (let waited = 0; waited <= reloadMilliseconds; waited += reloadStep) {
      // Anew each time: what was seen before a pause may be older than what the editor has loaded meanwhile.
      const look = await this.#look(patient);
      if (look.kind === 'same') {
        this.#loaded = undefined;
        return 'ready';
      }
      if (look.kind === 'gone') return 'gone';
      if (look.kind === 'unreadable') return look;
      if (await this.#take(look, waited < reloadMilliseconds)) return 'ready';
      await this.#sleep(reloadStep);
    }
    throw this.#notChanged();
  }

  async #look(patient: boolean): Promise<DiskLook> {
    const look = await this.disk.look();
    const isDoubtful = look.kind === 'gone' || (look.kind === 'changed' && look.isShrunk);
    if (!patient || !isDoubtful) return look;
    await this.#sleep(settleMilliseconds);
    return this.disk.look();
  }

  /** Whether it was taken in. `waits`: a clean document is given the time to follow its file. */
  async #take(look: ChangedNote, waits: boolean): Promise<boolean> {
    const { place, events } = this.#parts;
    const open = place.openText();
    if (open === undefined) {
      events.taken(look.text);
      look.accept();
      return true;
    }
    const differs = withLf(open.text) !== withLf(look.text);
    if (differs && ((waits && !open.isDirty) || !(await this.#mergeInto(open, look)))) return false;
    look.accept();
    this.#loaded = undefined;
    this.disk.editorHolds(open.text);
    return true;
  }

  /** The document and the file went apart: the document gets both changes. */
  async #mergeInto(open: OpenText, { text }: ChangedNote): Promise<boolean> {
    const merged = mergeNoteText(withLf(this.#loaded ?? this.disk.seenText), withLf(open.text), withLf(text));
    if (merged.conflict) this.#parts.events.conflicted();
    const edit = minimalEdit(open.text, keepLineEnds(open.text, merged.text, eolOf(open.text)));
    const done = edit === undefined || (await open.replace(edit));
    if (done) this.takeFromEditor();
    // It holds text that the editor believes to be older than the file: it would ask before saving.
    this.#editorRefuses = true;
    return done;
  }

  /** Brings the open document to our text by the smallest edit, so that carets and undo there stay useful. */
  async push(): Promise<void> {
    const { place, text } = this.#parts;
    for (let attempt = 0; attempt < replaceTries; attempt += 1) {
      const open = place.openText();
      if (open === undefined) return;
      // To bring back what VS Code trims when it saves would go on for ever.
      if (text.isTrimmedIn(open.text)) return;
      const target = withLf(text.file);
      const edit = minimalEdit(open.text, keepLineEnds(open.text, target, eolOf(open.text)));
      if (edit === undefined) return;
      this.#pushed = target;
      const done = await open.replace(edit);
      if (done) this.takeFromEditor();
      this.#pushed = undefined;
      if (done) return;
    }
    throw this.#notChanged();
  }

  /** The document was opened. */
  editorOpened(): void {
    this.#loaded = this.#parts.place.openText()?.text;
    this.takeFromEditor();
  }

  /** Whether the document just got the text of the file, or one that was undone to, in place of what it held. */
  get isReplaced(): boolean {
    const open = this.#parts.place.openText();
    if (open === undefined || open.isDirty || this.disk.isTorn(open.text)) return false;
    return withLf(open.text) !== this.#pushed;
  }

  /** Whether everything is on disk already, as when the writer saved the document. */
  get isDone(): boolean {
    const { place, text } = this.#parts;
    const held = place.openText()?.text ?? text.file;
    const onDisk = withLf(this.disk.seenText);
    return this.disk.seen !== undefined && withLf(held) === onDisk && withLf(text.file) === onDisk;
  }

  /** The document has another text, or was opened. */
  takeFromEditor(): void {
    const { place, text, events } = this.#parts;
    const open = place.openText();
    if (open === undefined) return;
    // What the editor has loaded of a write that is under way it did not write.
    const isTorn = !open.isDirty && this.disk.isTorn(open.text);
    if (!isTorn) this.disk.editorHolds(open.text);
    // Ours coming back is no change, though more may have been typed meanwhile.
    const held = withLf(open.text);
    if (held === this.#pushed) events.written(open.text);
    else if (this.#saving !== undefined && sameWhenTrimmed(this.#saving, held)) text.fileTrimmed(open.text);
    else if (isTorn) text.fileBrokeOff(open.text);
    else events.taken(open.text);
  }

  /**
   * Saves what `takeIn` has just brought together. `changed`: somebody else was faster, begin again. Rejects when the text
   * is not on disk.
   */
  async save(): Promise<'written' | 'changed'> {
    await this.push();
    const open = this.#parts.place.openText();
    return open === undefined ? this.#saveFile() : this.#saveOpen(open);
  }

  async #saveFile(): Promise<'written' | 'changed'> {
    const { text, events } = this.#parts;
    // A note in which nothing was ever written needs no file.
    if (this.disk.seen === undefined && text.body === '') return 'written';
    const file = text.file;
    const outcome = await this.disk.write(file);
    if (outcome === 'written') events.written(file);
    return outcome;
  }

  async #saveOpen(open: OpenText): Promise<'written' | 'changed'> {
    if (withLf(open.text) === withLf(this.disk.seenText)) return 'written';
    // Clean, and yet not what is on disk: the editor broke off, and would not save it again.
    if (!open.isDirty || this.#editorRefuses) return this.disk.write(open.text);
    const outcome = await this.disk.editorSaves(open, () => this.#saveEditor(open));
    if (outcome !== 'refused') return outcome;
    this.#editorRefuses = true;
    return 'changed';
  }

  /** `false` when the editor refuses. */
  async #saveEditor(open: OpenText): Promise<boolean> {
    this.#saving = withLf(open.text);
    try {
      return await open.save();
    } catch {
      return false;
    } finally {
      this.#saving = undefined;
    }
  }

  #notChanged(): NoteFailure {
    const { name } = this.#parts.place.file;
    return new NoteFailure(`"${name}" could not be changed in its editor: close it, or write there.`);
  }

  #sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.#parts.clock.after(milliseconds, resolve);
    });
  }
}

import { bothVersionsMessage, type KeptNote, type KeptState, type NoteListener } from './keptNote.ts';
import type { NoteOutcome, NoteText } from './noteText.ts';

/** What is told of one note, and what was told last. */
export class NoteVoice {
  readonly #text: NoteText;
  readonly #listener: NoteListener;
  readonly #path: () => string;
  #state: KeptState = 'saved';
  #message: string | undefined;
  #conflict = false;
  #isSilent = true;

  /** Silent until `begin`. `path`: of the file, as people know it. */
  constructor(text: NoteText, listener: NoteListener, path: () => string) {
    this.#text = text;
    this.#listener = listener;
    this.#path = path;
  }

  /** The note was read: whoever opened it asks for it, and is told of changes from here on. */
  begin(): void {
    this.#isSilent = false;
  }

  get state(): KeptState {
    return this.#state;
  }

  get message(): string | undefined {
    return this.#message;
  }

  get note(): KeptNote {
    const { body, version, seq } = this.#text;
    return { text: body, version, seq, state: this.#state, message: this.#message, path: this.#path() };
  }

  tell(state: KeptState, message?: string): void {
    this.become(state, message);
    if (!this.#isSilent) this.#listener.state(this.#text.seq, state, message);
  }

  /** Changes the state that `note` has, without a word. */
  become(state: KeptState, message: string | undefined): void {
    this.#state = state;
    this.#message = message;
  }

  tellText(): void {
    if (!this.#isSilent) this.#listener.text(this.note);
  }

  /** Makes a change that the reader does not know of, and tells the text if it has become another. */
  changing(change: () => NoteOutcome): NoteOutcome {
    const { version } = this.#text;
    const outcome = change();
    if (outcome.conflict) this.conflicted();
    if (this.#text.version !== version) this.tellText();
    return outcome;
  }

  /** Two versions of one passage stand in the note: to be said when it is saved. */
  conflicted(): void {
    this.#conflict = true;
  }

  /** The text up to this edit is in the journal of drafts: said while nothing better can be. */
  tellKept(seq: number): void {
    if (this.#state === 'saving' && seq === this.#text.seq) this.tell('draft');
  }

  /** Everything is on disk, read back. */
  tellSaved(): void {
    if (this.#conflict) this.tell('conflict', bothVersionsMessage);
    else this.tell('saved');
    this.#conflict = false;
  }
}

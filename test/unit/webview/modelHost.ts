import { NoteText } from '../../../src/core/notes/noteText.ts';
import type { FromReader, NoteState, ReaderNote, ToReader } from '../../../src/protocol/readerMessages.ts';

const paper = { title: 'T', authors: [], abstract: '', keywords: [], themes: [], links: [], sources: [] };

/**
 * A host for one note without a window: the host's own `NoteText` (numbers, merging) and the messages that
 * `readerMessages.ts` asks for. `disk` is the text of the file.
 */
export class ModelHost {
  readonly key: string;
  readonly outbox: ToReader[] = [];
  disk: string;
  readonly #note: NoteText;

  constructor(key: string, text: string) {
    this.key = key;
    this.disk = text;
    this.#note = new NoteText(text, '');
  }

  get text(): string {
    return this.#note.body;
  }

  show(refresh: boolean): void {
    this.outbox.push({ type: 'show', paper: { key: this.key, ...paper }, note: this.#current(), refresh });
  }

  /** Another paper, whose note nobody writes. */
  showOther(): void {
    const note: ReaderNote = { text: '', version: 1, seq: 0, state: 'saved' };
    this.outbox.push({ type: 'show', paper: { key: 'other', ...paper }, note, refresh: false });
  }

  receive(message: FromReader): void {
    if (message.type !== 'edit' || message.key !== this.key) return;
    const { merged } = this.#note.edit(message);
    this.outbox.push({ type: 'noteState', key: this.key, seq: this.#note.seq, state: 'saving' });
    if (merged) this.#tell();
  }

  /** Another program writes the file. */
  fileChanges(text: string): void {
    this.disk = text;
    this.#note.fileChanged(text);
    this.#tell();
  }

  save(): void {
    this.disk = this.#note.file;
    this.#note.fileWritten(this.disk);
    this.outbox.push({ type: 'noteState', key: this.key, seq: this.#note.seq, state: 'saved' });
  }

  #current(): ReaderNote {
    const { body, version, seq, file } = this.#note;
    const state: NoteState = file === this.disk ? 'saved' : 'saving';
    return { text: body, version, seq, state };
  }

  #tell(): void {
    this.outbox.push({ type: 'noteText', key: this.key, note: this.#current() });
  }
}

import { notAsWrittenMessage } from './keptNote.ts';
import { decodeNote, encodeNote, equalBytes, startsWithBytes, type NoteEncoding } from './noteEncoding.ts';
import { busyFailure, NoteFailure } from './noteFailure.ts';
import type { NoteFilePort, OpenText, Utf8 } from './notePorts.ts';
import type { NoteWriters } from './noteWriters.ts';

/** Bytes of a file that is not edited here. */
export interface UnreadableNote {
  readonly kind: 'unreadable';
  readonly reason: 'encoding' | 'size';
  /** The start of it as far as it can be shown. */
  readonly shown: string;
}

/** Somebody else's text. */
export interface ChangedNote {
  readonly kind: 'changed';
  readonly text: string;
  /** The file holds only the start of what was seen, as while another program is writing. */
  readonly isShrunk: boolean;
  /** Makes these bytes the ones last seen; only to be called when their text has been taken in. */
  readonly accept: () => void;
}

/** How the file differs from what was last seen of it. */
export type DiskLook = { readonly kind: 'same' } | { readonly kind: 'gone' } | ChangedNote | UnreadableNote;

/** Texts of the editor that are remembered; of long ones fewer. */
const rememberedTexts = 20;
const rememberedCharacters = 1_000_000;

/** Two programs that write by turns must not keep us busy. */
const readTries = 5;

/** Bytes of an unreadable file that are shown. */
const shownBytes = 100_000;

/**
 * What is known of a note's file. A change is found by comparing all bytes, whatever its size and time say; a write
 * replaces only what was seen, and counts when the same bytes were read back.
 */
export class NoteDisk {
  readonly file: NoteFilePort;
  readonly #utf8: Utf8;
  readonly #writers: NoteWriters;
  readonly #torn: (text: string) => void;
  #seen: Uint8Array | undefined;
  #encoding: NoteEncoding = 'utf8';
  /** Of a write that may not have come to its end: the file may hold the start of it. */
  #attempt: Uint8Array | undefined;
  /** A write was given up, and nobody has looked since what it left. */
  #brokeOff = false;
  /** What an editor held since the file was last seen: it may have saved any of these. */
  #editorTexts: string[] = [];

  /** `torn`: a write of ours broke off, the file holds only this start of it. That is nobody's deletion. */
  constructor(file: NoteFilePort, utf8: Utf8, writers: NoteWriters, torn: (text: string) => void) {
    this.file = file;
    this.#utf8 = utf8;
    this.#writers = writers;
    this.#torn = torn;
  }

  /** The bytes that everything was built on; `undefined` when there was no file. */
  get seen(): Uint8Array | undefined {
    return this.#seen;
  }

  /** Their text without BOM; `''` when there was no file. */
  get seenText(): string {
    return this.fileText ?? '';
  }

  /** The same; `undefined` when there was no file. */
  get fileText(): string | undefined {
    return this.#seen && decodeNote(this.#seen, this.#utf8).text;
  }

  /** An editor holds this text now and may save it at any time: such a file is no change by somebody else. */
  editorHolds(text: string): void {
    if (this.#editorTexts.at(-1) === text) return;
    this.#editorTexts.push(text);
    let characters = 0;
    const first = this.#editorTexts.findLastIndex((one) => (characters += one.length) > rememberedCharacters);
    this.#editorTexts = this.#editorTexts.slice(Math.max(first + 1, this.#editorTexts.length - rememberedTexts));
  }

  /** A missing file is what was expected: it may be made. */
  forget(): void {
    this.#see(undefined, 'utf8');
  }

  async look(): Promise<DiskLook> {
    const bytes = await this.#read();
    if (equalBytes(bytes, this.#seen)) {
      this.#brokeOff = false;
      return { kind: 'same' };
    }
    if (bytes === undefined) return { kind: 'gone' };
    if (this.#attempt !== undefined && startsWithBytes(this.#attempt, bytes)) {
      this.#seeTorn(bytes);
      return { kind: 'same' };
    }
    // Somebody went on from what it left: what is not there now was lost by that.
    if (this.#brokeOff) this.#seeTorn(new Uint8Array());
    const decoded = decodeNote(bytes, this.#utf8);
    if (decoded.text === undefined) {
      const shown = this.#utf8.show(bytes.subarray(0, shownBytes));
      return { kind: 'unreadable', reason: decoded.reason, shown };
    }
    const { text, encoding } = decoded;
    const accept = (): void => this.#see(bytes, encoding);
    if (this.#isOfEditor(text)) {
      this.#see(bytes, encoding, this.#editorTextsAfter(text));
      return { kind: 'same' };
    }
    const isShrunk = this.#seen !== undefined && startsWithBytes(this.#seen, bytes);
    return { kind: 'changed', text, isShrunk, accept };
  }

  /**
   * What is there to stay: something new counts when it is found again after everybody who was writing before that has
   * done so, for they may overwrite what they have not seen.
   */
  async #read(): Promise<Uint8Array | undefined> {
    let bytes = await this.file.read();
    for (let tries = 0; tries < readTries; tries += 1) {
      if (equalBytes(bytes, this.#seen)) return bytes;
      await this.#writers.othersDone(this.file.name);
      const again = await this.file.read();
      if (equalBytes(again, bytes)) return bytes;
      bytes = again;
    }
    throw busyFailure(this.file.name);
  }

  /** Expects `look` to have just said `same`. `changed` when somebody else wrote meanwhile: look again. */
  async write(text: string): Promise<'written' | 'changed'> {
    const bytes = encodeNote(text, this.#encoding, this.#utf8);
    if (equalBytes(bytes, this.#seen)) return 'written';
    const before = this.#attempt;
    this.#attempt = bytes;
    try {
      if ((await this.#replace(bytes)) === 'changed') {
        this.#attempt = before;
        return 'changed';
      }
    } catch (error) {
      if (!this.file.isAtomic) await this.#gaveUp();
      throw error;
    }
    // An editor that has loaded the start of this that we left did not write it.
    this.#editorTexts = this.#editorTexts.filter((one) => !text.startsWith(one));
    return this.#verify(text);
  }

  #replace(bytes: Uint8Array): Promise<'written' | 'changed'> {
    const write = () => this.file.write(bytes, this.#seen);
    return this.file.isAtomic ? write() : this.#writers.during(write);
  }

  /**
   * Reads the file back after a write of this text, by whomever. Bytes of somebody else are left for the next look, which
   * then sees them as a change of what was there before the write, so that neither is taken for a deletion of the other.
   */
  async #verify(text: string): Promise<'written' | 'changed'> {
    await this.#writers.othersDone(this.file.name);
    const back = await this.file.read();
    const bytes = encodeNote(text, this.#encoding, this.#utf8);
    const decoded = back && decodeNote(back, this.#utf8);
    if (decoded?.text !== undefined && (decoded.text === text || this.#isOfEditor(decoded.text))) {
      this.#see(back, decoded.encoding, this.#editorTextsAfter(decoded.text));
      return 'written';
    }
    // A lone surrogate has no bytes of its own.
    if (equalBytes(back, bytes)) {
      this.#see(back, this.#encoding);
      return 'written';
    }
    this.#attempt = bytes;
    if (back === undefined || startsWithBytes(bytes, back)) {
      if (back !== undefined) this.#seeTorn(back);
      throw new NoteFailure(notAsWrittenMessage(this.file.name));
    }
    return 'changed';
  }

  /**
   * Lets an editor save what it holds, if the file is still as it was seen, and reads that back. What it leaves, if it
   * breaks off, is nobody's deletion.
   */
  async editorSaves(open: OpenText, save: () => Promise<boolean>): Promise<'written' | 'refused' | 'changed'> {
    const saved = await this.#writers.during(async () => {
      if (!equalBytes(await this.file.read(), this.#seen)) return 'changed';
      // At once: the editor may load something else, while nobody else knows yet that it is done.
      return (await this.#editorSaves(open.text, save)) ? { text: open.text } : 'refused';
    });
    return typeof saved === 'string' ? saved : this.#verify(saved.text);
  }

  async #editorSaves(text: string, save: () => Promise<boolean>): Promise<boolean> {
    // What it held before was not saved by now, and is not saved any more.
    this.#editorTexts = [text];
    this.#attempt = encodeNote(text, this.#encoding, this.#utf8);
    const isSaved = await save();
    // It may have refused, or have emptied the file and then failed: VS Code does not say.
    if (!isSaved) await this.#gaveUp();
    return isSaved;
  }

  /** A write may have left a part of it, which is to be known before anybody goes on from there. */
  async #gaveUp(): Promise<void> {
    this.#brokeOff = true;
    const bytes = await this.file.read().catch(() => undefined);
    const isTorn = bytes !== undefined && this.#attempt !== undefined && startsWithBytes(this.#attempt, bytes);
    if (isTorn && !equalBytes(bytes, this.#seen)) this.#seeTorn(bytes);
  }

  /** Whether an editor that shows this has loaded what a write of ours left. */
  isTorn(text: string): boolean {
    // What was there before may begin as what was to be written: a revert brings it back.
    if (text === this.seenText) return false;
    const attempt = this.#attempt && decodeNote(this.#attempt, this.#utf8).text;
    // A character that was cut in two is shown as U+FFFD.
    return attempt !== undefined && attempt !== text && attempt.startsWith(text.replace(/\uFFFD{1,3}$/, ''));
  }

  #seeTorn(bytes: Uint8Array): void {
    this.#brokeOff = false;
    this.#seen = bytes;
    this.#torn(decodeNote(bytes, this.#utf8).text ?? this.#utf8.show(bytes));
  }

  #isOfEditor(text: string): boolean {
    return this.#editorTexts.includes(text);
  }

  #editorTextsAfter(text: string): string[] {
    return this.#editorTexts.slice(this.#editorTexts.lastIndexOf(text) + 1);
  }

  #see(bytes: Uint8Array | undefined, encoding: NoteEncoding, editorTexts: string[] = []): void {
    this.#seen = bytes;
    this.#encoding = encoding;
    this.#brokeOff = false;
    this.#attempt = undefined;
    this.#editorTexts = editorTexts;
  }
}

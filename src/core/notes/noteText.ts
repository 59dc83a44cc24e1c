import { mergeNoteText } from './mergeNote.ts';
import { eolOf, type Eol } from '../text/lineEnds.ts';
import { keepLineEnds, withLf } from './keepLineEnds.ts';
import { composeNote, parseNote } from './noteDocument.ts';
import { sameWhenTrimmed } from './trimmedText.ts';

/** One edit of the reader: the whole body after it. See `FromReader.edit`. */
export interface NoteEdit {
  /** Grows by one with each edit of one reader page. */
  readonly seq: number;
  /** The version of this note that the reader last took over. */
  readonly base: number;
  readonly text: string;
}

/** What taking a change in did. */
export interface NoteOutcome {
  /** The body is not what the changing side believes it to be: it must be told. */
  readonly merged: boolean;
  /** Both sides changed the same passage; both versions stand in the body. */
  readonly conflict: boolean;
}

/** Versions that a late edit may still name; of long notes fewer. Readers answer within one or two. */
const rememberedVersions = 1_000;
const fewestVersions = 4;
const rememberedCharacters = 8_000_000;

/**
 * The text of one note while it is edited in two places: in the reader, which sends whole bodies built on a version it
 * knows, and in its file (a text editor or the disk), which is replaced as a whole. Every change is merged three ways
 * against the last text that its side had, so neither side can undo the other. Bodies are LF; the file keeps everything
 * above the body, and the line ends of the lines that stay.
 */
export class NoteText {
  #head: string;
  #body: string;
  /** Of new lines. */
  #eol: Eol;
  /** The body that VS Code trimmed when it wrote the file. */
  #trimmedBody: string | undefined;
  /** The body as it was last seen in the file, with the line ends it has there. */
  #fileBody: string;
  #version = 1;
  #seq = 0;
  #readerText: { readonly base: number; readonly body: string } | undefined;
  /** In their order. */
  readonly #history = new Map<number, string>();
  /** The reader has taken over this version, and names no older one any more. */
  #oldestBase = 1;
  /** Of all bodies in the history. */
  #characters = 0;
  /** The file that was put together last, and of what. */
  #composed: readonly [head: string, fileBody: string, body: string, file: string] | undefined;

  /** `file` is the text of the file, `undefined` when there is none yet; `newHead` is what a new file begins with. */
  constructor(file: string | undefined, newHead: string) {
    const { head, body } = parseNote(file ?? newHead);
    this.#head = head;
    this.#eol = eolOf(file ?? '');
    this.#body = withLf(body);
    this.#fileBody = body;
    this.#remember();
  }

  get body(): string {
    return this.#body;
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  /** The last edit of the reader that is contained in the body. */
  get seq(): number {
    return this.#seq;
  }

  /** Everything that was written here is in the file, as far as it is known. */
  get isInFile(): boolean {
    return this.#body === withLf(this.#fileBody) || this.#body === this.#trimmedBody;
  }

  /** The whole file as it should be. */
  get file(): string {
    const [head, fileBody, body] = this.#composed ?? [];
    // One save asks for it several times, and finding the line ends of a long note takes a while.
    const isNew = head !== this.#head || fileBody !== this.#fileBody || body !== this.#body;
    if (this.#composed === undefined || isNew) {
      const file = composeNote(this.#head, keepLineEnds(this.#fileBody, this.#body, this.#eol));
      this.#composed = [this.#head, this.#fileBody, this.#body, file];
    }
    return this.#composed[3];
  }

  /** Begins anew with this file (see the constructor); what was not in it is given up. */
  reset(file: string | undefined, newHead: string): void {
    const { head, body } = parseNote(file ?? newHead);
    this.#head = head;
    this.#eol = eolOf(file ?? '');
    this.#trimmedBody = undefined;
    this.#fileBody = body;
    this.#setBody(withLf(body));
  }

  /** Takes an edit of the reader in. An edit that is not newer than the last one changes nothing. */
  edit(edit: NoteEdit): NoteOutcome {
    if (edit.seq <= this.#seq) return { merged: false, conflict: false };
    const mine = withLf(edit.text);
    const ancestor = this.#ancestorOf(edit.base);
    const outcome = this.#merge(ancestor, mine, this.#body);
    this.#seq = edit.seq;
    this.#readerText = { base: edit.base, body: mine };
    this.#oldestBase = Math.min(Math.max(this.#oldestBase, edit.base), this.#version);
    return { ...outcome, merged: this.#body !== mine };
  }

  /** Takes in a text that was never confirmed, from an earlier life of the reader, with the text it was made from. */
  recover(base: string, text: string): NoteOutcome {
    return this.#merge(withLf(base), withLf(text), this.#body);
  }

  /** The file has this text now. `merged` tells that the body holds more than the file: it must be written. */
  fileChanged(file: string): NoteOutcome {
    const { head, body } = parseNote(file);
    const theirs = withLf(body);
    // Whoever empties a note means what was written in it.
    if (file !== '') this.#head = head;
    this.#eol = eolOf(file);
    const base = withLf(this.#fileBody);
    const outcome = this.#merge(base, this.#mineBeside(base), theirs);
    this.#trimmedBody = undefined;
    this.#fileBody = body;
    return { ...outcome, merged: this.#body !== theirs };
  }

  /** The body as a change of the file: what VS Code has trimmed there is no change of ours. */
  #mineBeside(base: string): string {
    return this.#body === this.#trimmedBody ? base : this.#body;
  }

  /**
   * A save of ours made VS Code trim spaces and line breaks: the file has this text now. The body keeps them, for that is
   * where the writer goes on typing.
   */
  fileTrimmed(file: string): void {
    const { body } = parseNote(file);
    this.#fileBody = body;
    this.#trimmedBody = sameWhenTrimmed(body, this.#body) ? this.#body : undefined;
  }

  /** Whether the file with this text holds the body as VS Code has trimmed it. */
  isTrimmedIn(file: string): boolean {
    return this.#body === this.#trimmedBody && withLf(parseNote(file).body) === withLf(this.#fileBody);
  }

  /** The file holds only this start of what was written: nothing of the text was deleted. */
  fileBrokeOff(file: string): void {
    this.#fileBody = parseNote(file).body;
  }

  /**
   * The file was written with exactly this text of ours. `merged` tells that it reads otherwise than the body, which
   * follows it: what begins like front matter has become that.
   */
  fileWritten(file: string): NoteOutcome {
    const { head, body } = parseNote(file);
    const written = withLf(body);
    const base = file === this.file ? this.#body : written;
    this.#trimmedBody = undefined;
    this.#head = head;
    this.#fileBody = body;
    const { version } = this;
    const { conflict } = this.#merge(base, this.#body, written);
    return { merged: this.version !== version, conflict };
  }

  /** The reader starts anew and counts from 1 again. */
  readerRestarted(): void {
    this.#seq = 0;
    this.#readerText = undefined;
    this.#oldestBase = this.#version;
  }

  /**
   * What the reader had before its edit: its own last edit, if it has taken over nothing since, else that version. Of one
   * that is forgotten the last one before it that is not: what was changed between them stands in both texts, and is merged
   * as what both did. Never what stands here now: the edit would undo everything that the reader has not seen.
   */
  #ancestorOf(base: number): string {
    if (this.#readerText?.base === base) return this.#readerText.body;
    return this.#history.get(this.#remembered(base)) ?? '';
  }

  /** The last version up to this one that is not forgotten; 0 when there is none. */
  #remembered(upTo: number): number {
    if (this.#history.has(upTo)) return upTo;
    let last = 0;
    for (const version of this.#history.keys()) if (version <= upTo) last = version;
    return last;
  }

  #merge(base: string, mine: string, theirs: string): NoteOutcome {
    const { text, conflict } = mergeNoteText(base, mine, theirs);
    this.#setBody(text);
    return { merged: text !== mine, conflict };
  }

  #setBody(text: string): void {
    if (text === this.#body) return;
    this.#body = text;
    this.#version += 1;
    this.#remember();
  }

  #remember(): void {
    this.#history.set(this.#version, this.#body);
    this.#characters += this.#body.length;
    const base = this.#remembered(this.#oldestBase);
    for (const [version, body] of this.#history) {
      // An edit may still build on it, however many have come since.
      if (version === base) continue;
      const isMany = this.#history.size > rememberedVersions || this.#characters > rememberedCharacters;
      if (!isMany || this.#history.size <= fewestVersions) return;
      this.#history.delete(version);
      this.#characters -= body.length;
    }
  }
}

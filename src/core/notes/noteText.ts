import { mergeNoteText } from './mergeNote.ts';
import { eolOf, toFileEol, toLf, type Eol } from '../text/lineEnds.ts';
import { composeNote, parseNote } from './noteDocument.ts';

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

/** Versions that a late edit may still name. Readers answer within one or two. */
const rememberedVersions = 100;

/**
 * The text of one note while it is edited in two places: in the reader, which sends whole bodies built on a version it
 * knows, and in its file (a text editor or the disk), which is replaced as a whole. Every change is merged three ways
 * against the last text that its side had, so neither side can undo the other. Bodies are LF; the file keeps its own
 * line ends and everything above the body.
 */
export class NoteText {
  #head: string;
  #body: string;
  #eol: Eol;
  #version = 1;
  #seq = 0;
  #readerText: { readonly base: number; readonly body: string } | undefined;
  #fileBody: string;
  readonly #history = new Map<number, string>();

  /** `file` is the text of the file, `undefined` when there is none yet; `newHead` is what a new file begins with. */
  constructor(file: string | undefined, newHead: string) {
    const { head, body } = parseNote(file ?? newHead);
    this.#head = head;
    this.#eol = eolOf(file ?? '');
    this.#body = toLf(body);
    this.#fileBody = this.#body;
    this.#history.set(this.#version, this.#body);
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
    return this.#body === this.#fileBody;
  }

  /** The whole file as it should be. */
  get file(): string {
    return composeNote(this.#head, toFileEol(this.#body, this.#eol));
  }

  /** Takes an edit of the reader in. An edit that is not newer than the last one changes nothing. */
  edit(edit: NoteEdit): NoteOutcome {
    if (edit.seq <= this.#seq) return { merged: false, conflict: false };
    const mine = toLf(edit.text);
    const ancestor = this.#ancestorOf(edit.base) ?? this.#body;
    const outcome = this.#merge(ancestor, mine, this.#body);
    this.#seq = edit.seq;
    this.#readerText = { base: edit.base, body: mine };
    return { ...outcome, merged: this.#body !== mine };
  }

  /** Takes in a text that was never confirmed, from an earlier life of the reader, with the text it was made from. */
  recover(base: string, text: string): NoteOutcome {
    return this.#merge(toLf(base), toLf(text), this.#body);
  }

  /** The file has this text now. `merged` tells that the body holds more than the file: it must be written. */
  fileChanged(file: string): NoteOutcome {
    const { head, body } = parseNote(file);
    const theirs = toLf(body);
    this.#head = head;
    this.#eol = eolOf(file);
    const outcome = this.#merge(this.#fileBody, this.#body, theirs);
    this.#fileBody = theirs;
    return { ...outcome, merged: this.#body !== theirs };
  }

  /** The file was written with exactly this text of ours. */
  fileWritten(file: string): void {
    this.#fileBody = toLf(parseNote(file).body);
  }

  /** The reader starts anew and counts from 1 again. */
  readerRestarted(): void {
    this.#seq = 0;
    this.#readerText = undefined;
  }

  /** What the reader had before its edit: its own last edit, if it has taken over nothing since, else that version. */
  #ancestorOf(base: number): string | undefined {
    return this.#readerText?.base === base ? this.#readerText.body : this.#history.get(base);
  }

  #merge(base: string, mine: string, theirs: string): NoteOutcome {
    const { text, conflict } = mergeNoteText(base, mine, theirs);
    if (text !== this.#body) {
      this.#body = text;
      this.#version += 1;
      this.#history.set(this.#version, text);
      this.#history.delete(this.#version - rememberedVersions);
    }
    return { merged: text !== mine, conflict };
  }
}

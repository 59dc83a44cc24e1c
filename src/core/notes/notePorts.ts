import type { TextEdit } from '../text/position.ts';

/**
 * What the life of a note needs of its surroundings. Each port says what its calls promise; everything else (order,
 * merging, what is told when) is decided here in core, so that it runs in tests without a disk, an editor or a clock.
 */

/** The file of one note. All calls reject with an `Error` of one plain sentence when they cannot do their work. */
export interface NoteFilePort {
  /** As messages name it: the path below the workspace folder. */
  readonly name: string;
  /** The same for the same file, also in another window: a URI. */
  readonly uri: string;
  /**
   * `write` leaves the whole old or the whole new bytes, whatever happens meanwhile. Where it is false, a write may leave
   * the start of the new bytes, or nothing.
   */
  readonly isAtomic: boolean;
  /** The bytes; `undefined` when there is no such file. Rejects when it is a folder or cannot be read. */
  read(): Promise<Uint8Array | undefined>;
  /**
   * Replaces the file if it holds exactly `expected` (`undefined`: if there is none), looked at as late as can be;
   * `changed` when it does not, and nothing was written. Its word is not taken for what is on disk: read it back.
   */
  write(bytes: Uint8Array, expected: Uint8Array | undefined): Promise<'written' | 'changed'>;
  /** Makes a new file beside this one, read back; `false` when there is one of that name already. */
  writeBeside(fileName: string, bytes: Uint8Array): Promise<boolean>;
}

/** A text editor's document, which is the truth of a note while it is open. Its properties are those of the moment. */
export interface OpenText {
  readonly text: string;
  readonly isDirty: boolean;
  /** Makes one edit; `false` when it was not made, for instance because the text changed meanwhile. */
  replace(edit: TextEdit): Promise<boolean>;
  /** `false`, or rejects, when the editor refuses. `true` does not promise that the bytes are on disk. */
  save(): Promise<boolean>;
}

/** What happens to a note without us. */
export interface PlaceEvents {
  /** The file may have changed; may come too often, and may be missing. */
  fileChanged(): void;
  /** The file may be gone. Editors that replace a file by delete and create cause this too. */
  fileGone(): void;
  /** A document was just opened: its text is what the file held. */
  textOpened(): void;
  /** The open document has another text. Whether it is dirty may only be known a moment later. */
  textChanged(): void;
  textClosed(): void;
  textSaved(): void;
}

/** Where one note is: its file, and its document as long as one is open. */
export interface NotePlace {
  readonly file: NoteFilePort;
  openText(): OpenText | undefined;
  /** Tells of changes until the returned function is called. */
  follow(events: PlaceEvents): () => void;
}

/** Text as UTF-8. */
export interface Utf8 {
  encode(text: string): Uint8Array;
  /** Keeps a BOM as a character. `undefined` when the bytes are not UTF-8. */
  decode(bytes: Uint8Array): string | undefined;
  /** For looking at only: what is not UTF-8 becomes U+FFFD. */
  show(bytes: Uint8Array): string;
}

export interface NoteClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** For file names: `2026-05-01-142530`. */
  stamp(): string;
  /** Calls `work` once after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, work: () => void): () => void;
}

/** A folder of files of our own. All calls reject with an `Error` when they cannot do their work. */
export interface JournalFiles {
  /** Names of the files; `[]` when there is no such folder yet. */
  list(): Promise<readonly string[]>;
  /** `undefined` when there is no such file. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Makes or replaces a file; durable where the system can promise that, but a failure may leave a part of it. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  /** Resolves also when there is no such file. */
  remove(name: string): Promise<void>;
}

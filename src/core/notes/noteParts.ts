import type { DraftJournal } from './draftJournal.ts';
import type { NoteClock, NotePlace, Utf8 } from './notePorts.ts';

/** What a `NoteKeeper` works with. */
export interface NoteKeeperParts {
  readonly place: NotePlace;
  /** Where the note is now when it is no longer there; `undefined` when it is nowhere. */
  readonly findMoved: () => Promise<NotePlace | undefined>;
  readonly journal: DraftJournal;
  /** Citation key of the paper. */
  readonly key: string;
  /** What a new note begins with. */
  readonly newHead: string;
  readonly utf8: Utf8;
  readonly clock: NoteClock;
  /** SHA-256 as hexadecimal. */
  readonly hash: (bytes: Uint8Array) => Promise<string>;
  readonly report: (error: unknown) => void;
}

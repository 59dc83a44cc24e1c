import { readerLimits, type ReaderSavedState } from '../protocol/parseReaderMessage.ts';
import type { NoteSession } from './noteSession.ts';

type Unsaved = ReaderSavedState['unsaved'];

/** The part of a note that the host has not confirmed as saved; `undefined` when there is none, or it is too long to keep. */
export function unsavedOf(note: NoteSession): Unsaved {
  if (note.text === note.confirmed || note.text.length > readerLimits.noteText) return undefined;
  return { key: note.key, base: note.confirmed, text: note.text, seq: note.sentSeq };
}

/** Whether two states to keep say the same. Texts are compared last: they may be long. */
export function sameSavedState(a: ReaderSavedState, b: ReaderSavedState | undefined): boolean {
  if (a.key !== b?.key) return false;
  const [x, y] = [a.unsaved, b.unsaved];
  return x === y || (x?.key === y?.key && x?.seq === y?.seq && x?.text === y?.text && x?.base === y?.base);
}

import { readerLimits } from '../protocol/parseReaderMessage.ts';
import { isSaved, isTooLong, type NoteSession } from './noteSession.ts';

/** The status line below a note, and what needs the writer's attention at once. */
export interface NoteStatus {
  /** Announced politely; `''` when there is nothing to say. */
  readonly line: string;
  /** Announced at once. */
  readonly alert: string | undefined;
  /** What the writer can do about the alert. */
  readonly remedy: 'copy' | 'dismiss' | undefined;
  readonly readOnly: boolean;
}

const reason = (message: string | undefined, otherwise: string) =>
  message === undefined || message.trim() === '' ? otherwise : message;

/** What to say of a note. "Saved" only by the host's word about everything in the text area. Pure. */
export function noteStatus(note: NoteSession): NoteStatus {
  const readOnly = note.host.state === 'readOnly';
  const problem = problemOf(note);
  if (problem !== undefined) return { line: '', alert: problem, remedy: 'copy', readOnly };
  const conflict =
    note.conflict === undefined ? undefined : reason(note.conflict, 'this note was changed elsewhere too.');
  const alert = conflict === undefined ? undefined : `Conflict: ${conflict}`;
  return { line: lineOf(note), alert, remedy: alert === undefined ? undefined : 'dismiss', readOnly };
}

/** Why what was typed is not on disk and will not get there by itself. */
function problemOf(note: NoteSession): string | undefined {
  if (note.silent) return 'Not saved: the editor does not answer. Copy your text or reload the window.';
  if (isTooLong(note)) {
    return `Not saved: the note is longer than ${readerLimits.noteText.toLocaleString('en')} characters. Shorten it.`;
  }
  const { state, message } = note.host;
  if (state === 'failed') return `Not saved: ${reason(message, 'the file could not be written. Copy your text.')}`;
  if (state === 'readOnly' && note.text !== note.confirmed) {
    return `Not saved: ${reason(message, 'this note is read-only.')}`;
  }
  return undefined;
}

function lineOf(note: NoteSession): string {
  if (note.host.state === 'readOnly') {
    return `Read-only: ${reason(note.host.message, 'notes cannot be written here.')}`;
  }
  // A note nobody wrote yet is not "saved": there is no file.
  if (note.text === '' && note.host.seq === 0 && note.sentSeq === 0) return '';
  if (isSaved(note)) return 'Saved';
  return note.host.state === 'conflict' && note.host.seq >= note.sentSeq && note.text === note.synced ? '' : 'Saving…';
}

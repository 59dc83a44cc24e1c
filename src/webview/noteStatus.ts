import { readerLimits } from '../protocol/parseReaderMessage.ts';
import { isSaved, isTooLong, type NoteSession } from './noteSession.ts';

/** What the writer can do about an alert: buttons, in this order. */
export type NoteRemedy = 'retry' | 'compare' | 'openFile' | 'copy' | 'dismiss';

/** The status line below a note, and what needs the writer's attention at once. */
export interface NoteStatus {
  /** Said quietly; `''` when there is nothing to say. */
  readonly line: string;
  /** Announced at once. */
  readonly alert: string | undefined;
  /** Whether the alert is about something lost (or not saved), or only to be looked at. */
  readonly severity: 'error' | 'warning';
  readonly remedies: readonly NoteRemedy[];
  readonly readOnly: boolean;
}

/** While something is under way: never announced, because it comes with every key. */
export const editingLine = 'Editing…';

const reason = (message: string | undefined, otherwise: string) =>
  message === undefined || message.trim() === '' ? otherwise : message;

/** What to say of a note. "Saved" only by the host's word about everything in the editor. Pure. */
export function noteStatus(note: NoteSession, hostGone = false): NoteStatus {
  const readOnly = note.host.state === 'readOnly';
  const quiet = { line: lineOf(note), alert: undefined, severity: 'warning' as const, remedies: [], readOnly };
  // Of a host that is gone the whole page tells.
  if (hostGone) return { ...quiet, line: note.text === note.confirmed ? quiet.line : 'Kept in this page, not saved' };
  const problem = problemOf(note);
  if (problem !== undefined) return { line: '', severity: 'error', readOnly, ...problem };
  const { state, message } = note.host;
  if (state === 'draft' && message !== undefined && message.trim() !== '') {
    return { ...quiet, line: '', alert: `Kept as draft: ${message}`, remedies: ['retry', 'compare', 'openFile'] };
  }
  if (note.conflict === undefined) return quiet;
  const alert = `Conflict: ${reason(note.conflict, 'this note was changed elsewhere too.')}`;
  return { ...quiet, alert, remedies: ['compare', 'dismiss'] };
}

interface Problem {
  readonly alert: string;
  readonly remedies: readonly NoteRemedy[];
}

/** Why what was typed is not on disk and will not get there by itself. */
function problemOf(note: NoteSession): Problem | undefined {
  if (note.silent) {
    const alert = 'Not saved: the editor does not answer. Copy your text or reload the window.';
    return { alert, remedies: ['copy'] };
  }
  if (isTooLong(note)) {
    const most = readerLimits.noteText.toLocaleString('en');
    return { alert: `Not saved: the note is longer than ${most} characters. Shorten it.`, remedies: ['copy'] };
  }
  const { state, message } = note.host;
  if (state === 'failed') {
    const alert = `Not saved: ${reason(message, 'the file could not be written. Copy your text.')}`;
    return { alert, remedies: ['retry', 'copy', 'openFile'] };
  }
  if (state === 'readOnly' && note.text !== note.confirmed) {
    return { alert: `Not saved: ${reason(message, 'this note is read-only.')}`, remedies: ['copy', 'openFile'] };
  }
  return undefined;
}

function lineOf(note: NoteSession): string {
  const { state, seq, message } = note.host;
  if (state === 'readOnly') return `Read-only: ${reason(message, 'notes cannot be written here.')}`;
  // A note nobody wrote yet is not "saved": there is no file.
  if (note.text === '' && seq === 0 && note.sentSeq === 0) return '';
  if (isSaved(note)) return 'Saved';
  const current = seq >= note.sentSeq && note.text === note.synced;
  if (current && state === 'conflict') return '';
  return current && state === 'draft' ? 'Kept as draft' : editingLine;
}

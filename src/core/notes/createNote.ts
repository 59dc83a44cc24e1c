import { notAsWrittenMessage } from './keptNote.ts';
import { startsWithBytes } from './noteEncoding.ts';
import { NoteFailure } from './noteFailure.ts';
import type { NoteFilePort } from './notePorts.ts';

/**
 * Makes the file of a note unless there is one: what another window, or another program, made meanwhile stays as it is.
 * Rejects when there is no file, or only the start of this one.
 */
export async function createNote(file: NoteFilePort, bytes: Uint8Array): Promise<void> {
  if ((await file.read()) !== undefined) return;
  if ((await file.write(bytes, undefined)) === 'changed') return;
  const back = await file.read();
  const isWhole = back !== undefined && (back.byteLength >= bytes.byteLength || !startsWithBytes(bytes, back));
  if (isWhole) return;
  throw new NoteFailure(notAsWrittenMessage(file.name));
}

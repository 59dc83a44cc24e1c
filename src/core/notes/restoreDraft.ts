import type { Draft } from './draft.ts';
import { withLf } from './keepLineEnds.ts';
import { mergeNoteText } from './mergeNote.ts';
import { decodeNote } from './noteEncoding.ts';
import { NoteKeeper } from './noteKeeper.ts';
import type { NoteKeeperParts } from './noteParts.ts';
import { parseNote } from './noteDocument.ts';
import { writeConflictCopy } from './writeConflictCopy.ts';

/** A host that goes on failing to save writes its draft again in a fraction of this. */
const heartbeatMilliseconds = 60_000;

/** What is known of running processes; `isAlive` is `undefined` where there are none. */
export interface RunningHosts {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly isAlive: ((pid: number) => boolean) | undefined;
}

/**
 * Whether another host seems to be at work on the draft: its process runs, and it wrote the draft a short while ago. Only
 * good for not offering a draft that is about to go by itself.
 */
export function isHeld({ owner, time }: Draft, { now, isAlive }: RunningHosts): boolean {
  const isFresh = now - time < heartbeatMilliseconds;
  return isFresh && (owner.pid === undefined || isAlive === undefined || isAlive(owner.pid));
}

/** Whether the note's file (`undefined`: there is none) holds everything of the draft, so that nobody needs it. */
export function isContained(draft: Pick<Draft, 'text' | 'base' | 'isWriting'>, file: string | undefined): boolean {
  if (file === undefined) return parseNote(draft.text).body.trim() === '';
  const [text, current] = [withLf(draft.text), withLf(file)];
  if (text === current) return true;
  if (draft.base === undefined || draft.isWriting) return false;
  const merged = mergeNoteText(withLf(draft.base), text, current);
  return !merged.conflict && merged.text === current;
}

/**
 * Brings a draft into its note: merged when what it was made from is known, else both texts stand in the note. Resolves
 * when that is on disk, read back; with the name of a copy beside the note when the note is not edited here. Rejects when
 * the text is in neither.
 */
export async function restoreDraft(parts: NoteKeeperParts, draft: Draft): Promise<string | undefined> {
  const base = await baseOf(parts, draft);
  const keeper = await NoteKeeper.open(parts, { text: () => undefined, state: () => undefined });
  try {
    if (keeper.note.state === 'readOnly') {
      return await writeConflictCopy(parts.place.file, draft.text, parts);
    }
    await keeper.restore(parseNote(base).body, parseNote(draft.text).body);
    return undefined;
  } finally {
    keeper.dispose();
  }
}

/** What the draft is merged against; `''` when that is not known, so that nothing counts as deleted. */
async function baseOf({ place, utf8, hash }: NoteKeeperParts, draft: Draft): Promise<string> {
  const bytes = await place.file.read();
  const file = bytes && decodeNote(bytes, utf8).text;
  // A write that broke off, as one in place may: what the file lacks is nobody's deletion.
  if (file !== undefined && withLf(draft.text).startsWith(withLf(file))) return file;
  if (draft.base !== undefined && !draft.isWriting) return draft.base;
  const isSame = bytes !== undefined && draft.baseHash !== undefined && (await hash(bytes)) === draft.baseHash;
  return (isSame ? file : undefined) ?? '';
}

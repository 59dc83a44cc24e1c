import { conflictFileName } from './conflictFileName.ts';
import { NoteFailure } from './noteFailure.ts';
import type { NoteKeeperParts } from './noteParts.ts';
import type { NoteFilePort } from './notePorts.ts';

const tries = 100;

/** Writes what cannot be brought into the note to a new file beside it, and gives its name. Rejects when it cannot. */
export async function writeConflictCopy(
  file: NoteFilePort,
  text: string,
  { utf8, clock }: Pick<NoteKeeperParts, 'utf8' | 'clock'>,
): Promise<string> {
  const bytes = utf8.encode(text);
  const stamp = clock.stamp();
  for (let number = 1; number <= tries; number += 1) {
    const name = conflictFileName(file.name, stamp, number);
    if (await file.writeBeside(name, bytes)) return name;
  }
  throw new NoteFailure(`No copy could be made beside "${file.name}": there are too many of them.`);
}

/** Something expected stands in the way of a note: the message is one sentence for the writer, with the next step. */
export class NoteFailure extends Error {
  override readonly name = 'NoteFailure';
}

/** What went wrong, for a message. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A file that is another one at each look. `name` is that of the file. */
export function busyFailure(name: string): NoteFailure {
  return new NoteFailure(`"${name}" is changed by another program all the time: close it there.`);
}

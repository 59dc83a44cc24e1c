/** Something expected stands in the way of a note: the message is one sentence for the writer, with the next step. */
export class NoteFailure extends Error {
  override readonly name = 'NoteFailure';
}

/** What went wrong, for a message. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** See `NoteState` of the reader's messages. */
export type KeptState = 'saved' | 'saving' | 'draft' | 'failed' | 'readOnly' | 'conflict';

/** A note as it is told: see `ReaderNote` of the reader's messages. */
export interface KeptNote {
  readonly text: string;
  readonly version: number;
  readonly seq: number;
  readonly state: KeptState;
  readonly message: string | undefined;
  readonly path: string;
}

/** What is told of a note. */
export interface NoteListener {
  /** The text is not what the reader believes it to be. */
  text(note: KeptNote): void;
  /** `state` holds for what the reader sent up to `seq`. */
  state(seq: number, state: KeptState, message: string | undefined): void;
}

/** What is said when both sides changed one passage. */
export const bothVersionsMessage = 'Changed in two places at once: both versions stand in the note.';

/** What is said of a file whose bytes are not edited here. `name` is that of the file. */
export function unreadableMessage(name: string, reason: 'encoding' | 'size'): string {
  return reason === 'size'
    ? `"${name}" is too large to be edited here: open it as a file.`
    : `"${name}" is neither UTF-8 nor UTF-16 with a byte order mark: save it as UTF-8 to edit it here.`;
}

/** What is said when a save failed, for the reason that a sentence gives. `isKept`: the text is in the journal of drafts. */
export function unsavedMessage(reason: string, isKept: boolean): string {
  const kept = isKept ? 'Your text is kept as a draft.' : 'It could not be kept as a draft either: copy your text.';
  return `${reason} ${kept}`;
}

/** What is said of a file that does not hold what was just written to it. */
export function notAsWrittenMessage(name: string): string {
  return `"${name}" is not on disk as it was written: check the free space of the disk.`;
}

/** What is said of a file that somebody else moved or deleted. */
export function goneMessage(name: string): string {
  return `"${name}" is no longer on disk: it is written again when you type or try again.`;
}

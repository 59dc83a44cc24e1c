import type { DraftContent } from './draftJournal.ts';
import { DraftKeeper } from './draftKeeper.ts';
import { NoteFailure } from './noteFailure.ts';
import type { NoteKeeperParts } from './noteParts.ts';
import type { NotePlace } from './notePorts.ts';
import { NoteSaver, settleMilliseconds, type FileSideEvents } from './noteSaver.ts';
import type { NoteText } from './noteText.ts';

/** UTF-16 units: a longer base is not kept in drafts. */
const maxDraftBase = 500_000;

/** A place and what works there. */
export interface AttachedNote {
  readonly place: NotePlace;
  readonly saver: NoteSaver;
  readonly drafts: DraftKeeper;
  readonly unfollow: () => void;
}

/** What happens at a place. */
export interface NoteEvents extends FileSideEvents {
  /** The text up to this edit is in the journal. */
  readonly kept: (seq: number) => void;
  /** The file is worth a look. */
  readonly changed: () => void;
  /** What the document held may go with what comes now: it was closed, reverted, or loaded anew. */
  readonly replaced: () => void;
  readonly closed: () => void;
  /** The writer saved the document. */
  readonly saved: () => void;
}

/** Sets up saving, drafts and events for the note at this place; nothing is read yet. */
export function attachNote(parts: NoteKeeperParts, place: NotePlace, text: NoteText, events: NoteEvents): AttachedNote {
  const { journal, key, utf8, clock, hash, report } = parts;
  const writers = journal.writersOf(place.file.uri, { clock, report });
  const saver = new NoteSaver({ place, text, utf8, writers, clock, events });
  async function content(isWriting: boolean): Promise<DraftContent> {
    const { seen, seenText } = saver.disk;
    const { file, seq } = text;
    const base = seenText.length > maxDraftBase ? undefined : seenText;
    return { text: file, seq, base, baseHash: seen && (await hash(seen)), isWriting };
  }
  const drafts = new DraftKeeper({
    slot: journal.open({ uri: place.file.uri, key }),
    clock,
    content,
    kept: ({ seq }) => events.kept(seq),
    report,
  });
  const unfollow = place.follow({
    fileChanged: () => events.changed(),
    fileGone: () => void clock.after(settleMilliseconds, () => events.changed()),
    textOpened: () => saver.editorOpened(),
    textChanged: () => {
      if (saver.isReplaced) events.replaced();
      saver.takeFromEditor();
    },
    textClosed: () => {
      events.replaced();
      events.closed();
    },
    textSaved: () => {
      saver.editorDecided();
      events.saved();
    },
  });
  return { place, saver, drafts, unfollow };
}

/** Whoever types all the time is not waited for longer. */
const draftTries = 5;

/**
 * A write that is not made in one step may leave nothing of what was there: rejects unless a draft is kept of everything
 * that stands in the text, also of what came while it was written.
 */
export async function keepDraft({ drafts, place }: AttachedNote, text: NoteText): Promise<void> {
  const isOneStep = (): boolean => place.file.isAtomic && place.openText() === undefined;
  for (let tries = 0; tries < draftTries; tries += 1) {
    const { version } = text;
    const isWriting = !isOneStep();
    drafts.keep({ isWriting });
    const isKept = await drafts.settled();
    // The note may have been opened in an editor meanwhile.
    if (isOneStep() || (isWriting && isKept && text.version === version)) return;
    if (isKept) continue;
    throw new NoteFailure(
      `"${place.file.name}" is not written, for no draft of it can be kept: ${drafts.failure ?? ''}`,
    );
  }
}

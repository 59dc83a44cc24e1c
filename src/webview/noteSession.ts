import { mergeNoteText } from '../core/notes/mergeNote.ts';
import { readerLimits } from '../protocol/parseReaderMessage.ts';
import type { NoteState, ReaderNote } from '../protocol/readerMessages.ts';

/** What the host last said about the note. */
interface HostWord {
  readonly seq: number;
  readonly state: NoteState;
  readonly message: string | undefined;
}

/**
 * One note while it stands in the reader. All texts have LF line ends.
 *
 * The two ends agree as follows. The host numbers the texts it sends (`version`); an edit names the last one it builds on.
 * When an edit's base is no longer the host's version, the host merges it (ancestor: the previous edit on the same base,
 * else the text of that base) and answers with a `noteText` that contains it. So while an edit is under way a `noteText`
 * without it is passed over: the merged one follows.
 */
export interface NoteSession {
  readonly key: string;
  /** What stands in the text area. */
  readonly text: string;
  /** Version of the last host text that was taken over. */
  readonly base: number;
  /** The last text both ends had: sent, or taken over. */
  readonly synced: string;
  /** The last text known to be safe with the host: taken over from it, or confirmed as saved. */
  readonly confirmed: string;
  /** The last edit sent. */
  readonly sentSeq: number;
  /** Texts of the newest edits sent, from the last one the host spoke of on. */
  readonly sentTexts: readonly { readonly seq: number; readonly text: string }[];
  readonly host: HostWord;
  /** An edit got no answer in time. */
  readonly silent: boolean;
  /** A flush is on its way (see `readerState.ts`). */
  readonly flushing: boolean;
  /** An input method is composing: the text area must not be touched; `waiting` holds the newest host text meanwhile. */
  readonly composing: boolean;
  readonly waiting: ReaderNote | undefined;
  /** The last conflict the writer has not dismissed. */
  readonly conflict: string | undefined;
  readonly path: string | undefined;
}

/** A host that does not answer must not fill the memory. */
const maxSentTexts = 20;

const normalized = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

const wordOf = (note: ReaderNote): HostWord => ({ seq: note.seq, state: note.state, message: note.message });

/** The note of a paper that was not shown before. */
export function openSession(key: string, note: ReaderNote): NoteSession {
  const text = normalized(note.text);
  return {
    key,
    text,
    base: note.version,
    synced: text,
    confirmed: text,
    sentSeq: note.seq,
    sentTexts: [],
    host: wordOf(note),
    silent: false,
    flushing: false,
    composing: false,
    waiting: undefined,
    conflict: note.state === 'conflict' ? (note.message ?? '') : undefined,
    path: note.path,
  };
}

/** Whether the text area holds something that was not sent. */
export const isDirty = (session: NoteSession) => session.text !== session.synced;

/** Whether nothing in the text area would be lost with the page: the host has it, or has it on disk. */
export const isSafe = (session: NoteSession) => session.text === session.confirmed;

/** Whether the text can cross to the host at all. */
export const isTooLong = (session: NoteSession) => session.text.length > readerLimits.noteText;

/** Whether everything in the text area is on disk by the host's word. */
export function isSaved(session: NoteSession): boolean {
  return session.host.state === 'saved' && session.host.seq >= session.sentSeq && !isDirty(session);
}

/** The text area's text was sent as edit `seq`. */
export function sent(session: NoteSession, seq: number): NoteSession {
  const { text, sentTexts } = session;
  return { ...session, synced: text, sentSeq: seq, sentTexts: [...sentTexts.slice(-maxSentTexts), { seq, text }] };
}

/** What happened to the session when a host text is taken over: see `receiveNote` and `resumeNote`. */
function takeOver(session: NoteSession, note: ReaderNote, ancestor: string): NoteSession {
  const theirs = normalized(note.text);
  return {
    ...hearHost(session, wordOf(note)),
    text: mergeNoteText(ancestor, session.text, theirs).text,
    base: note.version,
    synced: theirs,
    sentTexts: [],
    confirmed: theirs,
    path: note.path,
    waiting: undefined,
  };
}

/**
 * The host's text changed. Taken over when it contains every edit sent; what was typed since is put on top of it. Passed
 * over when it is older than the one taken last, or when the merged one is still to come.
 */
export function receiveNote(session: NoteSession, note: ReaderNote): NoteSession {
  if (note.version < session.base) return session;
  if (session.composing) return { ...session, waiting: note };
  return note.seq < session.sentSeq ? session : takeOver(session, note, session.synced);
}

/**
 * The host shows the same paper anew. When it must have forgotten edits (its versions start over, or it had been silent),
 * they are resumed.
 */
export function reopenNote(session: NoteSession, note: ReaderNote): NoteSession {
  const forgotten = note.version < session.base || (session.silent && note.seq < session.sentSeq);
  return forgotten ? resumeNote(session, note) : receiveNote(session, note);
}

/**
 * The host may have closed the note since the last edits were sent: what its text does not contain is put on top of it, to
 * be sent again. Should the edits still arrive, the host merges equal changes into one.
 */
export function resumeNote(session: NoteSession, note: ReaderNote): NoteSession {
  if (note.seq >= session.sentSeq) return takeOver(session, note, session.synced);
  const ancestor = session.sentTexts.find((one) => one.seq === note.seq)?.text ?? session.confirmed;
  return takeOver({ ...session, sentSeq: note.seq, silent: false, host: wordOf(note) }, note, ancestor);
}

/**
 * The host spoke about the note. Words about older edits than the last one are dropped. A failure stays until the host
 * says that something was saved: a new attempt alone is no good news.
 */
export function hearHost(session: NoteSession, word: HostWord): NoteSession {
  if (word.seq < session.host.seq) return session;
  const current = word.seq >= session.sentSeq;
  const stillFailed = session.host.state === 'failed' && word.state === 'saving';
  const safe = word.state === 'saved' || word.state === 'conflict';
  const about = current ? session.synced : session.sentTexts.find((one) => one.seq === word.seq)?.text;
  return {
    ...session,
    host: stillFailed ? { ...session.host, seq: word.seq } : word,
    silent: session.silent && !current,
    sentTexts: session.sentTexts.filter((one) => one.seq >= word.seq),
    confirmed: safe ? (about ?? session.confirmed) : session.confirmed,
    conflict: word.state === 'conflict' ? (word.message ?? '') : session.conflict,
  };
}

/** The time to answer edit `seq` is over. */
export function overdue(session: NoteSession, seq: number): NoteSession {
  return seq <= session.sentSeq && session.host.seq < seq ? { ...session, silent: true } : session;
}

import type { ReadingState } from '../core/readingLists.ts';
import type { ReaderSavedState } from '../protocol/parseReaderMessage.ts';
import type {
  FromReader,
  NoteState,
  ReaderPaper,
  ReaderPlace,
  RelatedPaper,
  SearchableFact,
  ToReader,
} from '../protocol/readerMessages.ts';
import {
  hearHost,
  isDirty,
  isSafe,
  isTooLong,
  type NoteSession,
  openSession,
  overdue,
  receiveNote,
  reopenNote,
  resumeNote,
  sent,
} from './noteSession.ts';
import { sameSavedState, unsavedOf } from './savedState.ts';

/** From the first unsent keystroke to the edit that carries it. */
const flushDelay = 150;
/** How long the host may take to say anything about an edit. */
const answerDelay = 2000;
/** How many papers left behind with unconfirmed edits are remembered. */
const maxLeft = 20;

/** What the host says of the paper shown beside its facts: it comes later, and is replaced as a whole. */
export interface PaperSurroundings {
  readonly place?: ReaderPlace | undefined;
  /** `undefined` while nothing was said yet. */
  readonly citedIn?: Extract<ToReader, { type: 'citedIn' }> | undefined;
  /** `undefined` while nothing was said yet. */
  readonly related?: readonly RelatedPaper[] | undefined;
}

/** Everything the reader knows. Immutable; `update` makes the next one. */
export interface ReaderState {
  readonly paper: ReaderPaper | undefined;
  /** The library no longer has the paper. */
  readonly gone: boolean;
  readonly around: PaperSurroundings;
  readonly note: NoteSession | undefined;
  /** Last `seq` used, over all papers. Grows. */
  readonly seq: number;
  /** Notes of papers shown before whose last edits the host has not confirmed; the newest last. */
  readonly left: readonly NoteSession[];
  /** What an earlier life of the page left unconfirmed, until the host says that this note is saved. */
  readonly restored: ReaderSavedState['unsaved'];
  /** Counts the papers shown anew: the view then starts at the top. */
  readonly visit: number;
  /** The host does not answer: nobody saves now. */
  readonly hostGone: boolean;
  /** What `setState` was given last. */
  readonly kept: ReaderSavedState | undefined;
}

/** What happens to the reader: messages of the host, doings of the writer, timers that run out. */
export type ReaderAction =
  | { readonly type: 'start'; readonly saved: ReaderSavedState | undefined; readonly rescued?: boolean }
  | { readonly type: 'hostGone'; readonly gone: boolean }
  | { readonly type: 'message'; readonly message: ToReader }
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'compositionStart' }
  | { readonly type: 'compositionEnd'; readonly text: string }
  /** Now or never: focus leaves, the page is hidden or ends. */
  | { readonly type: 'flush' }
  | { readonly type: 'flushDue'; readonly key: string }
  | { readonly type: 'overdue'; readonly key: string; readonly seq: number }
  | { readonly type: 'dismissConflict' }
  | { readonly type: 'ask'; readonly what: 'openNote' | 'insertCitation' | 'copyKey' }
  | { readonly type: 'askAt'; readonly what: AskedAt; readonly index: number }
  | PaperRequest;

/** What is asked of the host about one of several: which one is said by `index`. */
type AskedAt = 'openLink' | 'revealSource' | 'openVersion' | 'revealTheme' | 'openCitedPlace' | 'openRelated';

/** What is asked of the host about the paper shown, as the message says it. */
type PaperRequest =
  | { readonly type: 'copyAs'; readonly format: 'bibtex' | 'text' | 'other' }
  | { readonly type: 'go'; readonly to: 'back' | 'forward' | 'previous' | 'next' }
  | { readonly type: 'pin'; readonly pinned: boolean }
  | { readonly type: 'markAs'; readonly reading: ReadingState }
  | { readonly type: 'openNoteLink'; readonly kind: 'paper' | 'note' | 'web'; readonly target: string }
  | { readonly type: 'noteAction'; readonly action: 'retry' | 'compare' }
  | { readonly type: 'searchFor'; readonly fact: SearchableFact; readonly index: number };

const paperRequests: ReadonlySet<ReaderAction['type']> = new Set([
  'copyAs',
  'go',
  'pin',
  'markAs',
  'openNoteLink',
  'noteAction',
  'searchFor',
]);

/** What the page is to do after an action, in this order. A timer is never taken back: late ones change nothing. */
export type ReaderEffect =
  | { readonly type: 'post'; readonly message: FromReader }
  | { readonly type: 'keep'; readonly state: ReaderSavedState }
  | { readonly type: 'focusNote' }
  | { readonly type: 'after'; readonly milliseconds: number; readonly action: ReaderAction };

type Step = readonly [ReaderState, readonly ReaderEffect[]];

/** Before the first message. */
export const initialReaderState: ReaderState = {
  paper: undefined,
  gone: false,
  around: {},
  note: undefined,
  seq: 0,
  left: [],
  restored: undefined,
  visit: 0,
  hostGone: false,
  kept: undefined,
};

/** The next state and what to do. Pure; total for every action. */
export function update(state: ReaderState, action: ReaderAction): Step {
  const [next, effects] = step(state, action);
  const saved = savedStateOf(next);
  if (saved === undefined || sameSavedState(saved, state.kept)) return [next, effects];
  return [{ ...next, kept: saved }, [{ type: 'keep', state: saved }, ...effects]];
}

function step(state: ReaderState, action: ReaderAction): Step {
  if (action.type === 'start') return start(state, action);
  if (action.type === 'hostGone') return [{ ...state, hostGone: action.gone }, []];
  if (action.type === 'message') return receive(state, action.message);
  if (action.type === 'flush') return flush(state);
  if (action.type === 'ask') return ask(state, (key) => ({ type: action.what, key }));
  if (action.type === 'askAt') return ask(state, (key) => ({ type: action.what, key, index: action.index }));
  if (isPaperRequest(action)) return ask(state, (key) => ({ ...action, key }));
  return state.note === undefined ? [state, []] : onNote(state, state.note, action);
}

function isPaperRequest(action: ReaderAction): action is PaperRequest {
  return paperRequests.has(action.type);
}

type NoteAction = Exclude<
  ReaderAction,
  PaperRequest | { type: 'start' | 'hostGone' | 'message' | 'flush' | 'ask' | 'askAt' }
>;

function onNote(state: ReaderState, note: NoteSession, action: NoteAction): Step {
  if (action.type === 'typed') return settle(state, { ...note, text: action.text });
  if (action.type === 'compositionStart') return [{ ...state, note: { ...note, composing: true } }, []];
  if (action.type === 'compositionEnd') return endComposition(state, { ...note, text: action.text });
  if (action.type === 'dismissConflict') return [{ ...state, note: { ...note, conflict: undefined } }, []];
  // A timer of a paper left meanwhile.
  if (action.key !== note.key) return [state, []];
  return action.type === 'flushDue' ? flushOnTime(state, note) : [{ ...state, note: overdue(note, action.seq) }, []];
}

function start(state: ReaderState, { saved, rescued }: Extract<ReaderAction, { type: 'start' }>): Step {
  const restored = saved?.unsaved;
  const hello = rescued === true ? { type: 'ready' as const, rescued } : { type: 'ready' as const };
  if (restored === undefined) return [{ ...state, kept: saved }, [{ type: 'post', message: hello }]];
  const { key, base, text, seq } = restored;
  const message: FromReader = { ...hello, unsaved: { key, base, text } };
  return [{ ...state, restored, seq, kept: saved }, [{ type: 'post', message }]];
}

/** What is typed goes out before a request about the same paper: the host acts on what the writer sees. */
function ask(state: ReaderState, message: (key: string) => FromReader): Step {
  if (state.paper === undefined) return [state, []];
  const [next, effects] = flush(state);
  return [next, [...effects, { type: 'post', message: message(state.paper.key) }]];
}

function receive(state: ReaderState, message: ToReader): Step {
  if (message.type === 'show') return show(state, message);
  if (message.type === 'pong') return [state, []];
  if (message.type === 'focusNote') {
    return [state, state.paper?.key === message.key ? [{ type: 'focusNote' }] : []];
  }
  if (message.type === 'place' || message.type === 'citedIn' || message.type === 'related') {
    return [state.paper?.key === message.key ? { ...state, around: heard(state.around, message) } : state, []];
  }
  const { note } = state;
  if (note?.key !== message.key) return [hearOfOther(state, message), []];
  if (message.type === 'gone') return [{ ...state, gone: true }, []];
  const { seq, state: word, message: reason } = message.type === 'noteText' ? message.note : message;
  // An edit that was never sent cannot be answered: the word is about an earlier life of the page.
  if (seq > state.seq) return [state, []];
  const known = forgetRestored(state, message.key, word);
  if (message.type === 'noteText') return settle(known, receiveNote(note, message.note));
  return [{ ...known, note: hearHost(note, { seq, state: word, message: reason }) }, []];
}

function heard(
  before: PaperSurroundings,
  message: Extract<ToReader, { type: 'place' | 'citedIn' | 'related' }>,
): PaperSurroundings {
  if (message.type === 'place') return { ...before, place: message.place };
  return message.type === 'citedIn' ? { ...before, citedIn: message } : { ...before, related: message.papers };
}

function show(state: ReaderState, message: Extract<ToReader, { type: 'show' }>): Step {
  const { paper, note, refresh } = message;
  const same = state.note?.key === paper.key;
  const [flushed, effects] = same ? [state, []] : flush(state);
  const known = same ? state.note : flushed.left.find((one) => one.key === paper.key);
  const shownAgain = refresh ? receiveNote : reopenNote;
  const reread = same ? shownAgain : resumeNote;
  const resting = { flushing: false, composing: same && known?.composing === true };
  const session = known === undefined ? openSession(paper.key, note) : reread({ ...known, ...resting }, note);
  const leaving = same || flushed.note === undefined || isSafe(flushed.note) ? [] : [flushed.note];
  const left = [...flushed.left.filter((one) => one.key !== paper.key), ...leaving].slice(-maxLeft);
  const next = forgetRestored(flushed, paper.key, note.state);
  const visit = same && refresh ? state.visit : state.visit + 1;
  const seq = Math.max(flushed.seq, note.seq);
  const around = same ? state.around : {};
  const [settled, timers] = settle({ ...next, paper, gone: false, around, visit, seq, left }, session);
  return [settled, [...effects, ...timers]];
}

/** Messages about other papers than the one shown are stale, except the word that an edit left behind is safe. */
function hearOfOther(
  state: ReaderState,
  message: Extract<ToReader, { type: 'noteText' | 'noteState' | 'gone' }>,
): ReaderState {
  // Before anything is shown it is about what was to be shown.
  if (message.type === 'gone') return state.paper === undefined ? { ...state, gone: true } : state;
  const { seq, state: word, message: reason } = message.type === 'noteText' ? message.note : message;
  const left = state.left
    .map((one) => (one.key === message.key ? hearHost(one, { seq, state: word, message: reason }) : one))
    .filter((one) => !isSafe(one));
  return forgetRestored({ ...state, left }, message.key, word);
}

function forgetRestored(state: ReaderState, key: string, word: NoteState): ReaderState {
  const safe = word === 'saved' || word === 'conflict';
  return safe && state.restored?.key === key ? { ...state, restored: undefined } : state;
}

/** After a change of the text: makes sure that a flush is on its way when there is something to send. */
function settle(state: ReaderState, note: NoteSession): Step {
  if (note.flushing || note.composing || !isDirty(note)) return [{ ...state, note }, []];
  const timer: ReaderEffect = {
    type: 'after',
    milliseconds: flushDelay,
    action: { type: 'flushDue', key: note.key },
  };
  return [{ ...state, note: { ...note, flushing: true } }, [timer]];
}

function endComposition(state: ReaderState, note: NoteSession): Step {
  const ended = { ...note, composing: false };
  return settle(state, ended.waiting === undefined ? ended : receiveNote(ended, ended.waiting));
}

function flushOnTime(state: ReaderState, note: NoteSession): Step {
  const arrived = { ...state, note: { ...note, flushing: false } };
  return note.composing ? [arrived, []] : flush(arrived);
}

/** Sends the text if it was not sent yet. */
function flush(state: ReaderState): Step {
  const { note } = state;
  if (note === undefined || !isDirty(note) || isTooLong(note) || note.host.state === 'readOnly') return [state, []];
  const seq = state.seq + 1;
  const { key, base, text } = note;
  return [
    { ...state, seq, note: sent(note, seq) },
    [
      { type: 'post', message: { type: 'edit', key, seq, base, text } },
      { type: 'after', milliseconds: answerDelay, action: { type: 'overdue', key, seq } },
    ],
  ];
}

/** What is to outlive the page: the note shown comes first, then the last one left, then what an earlier life left. */
function savedStateOf(state: ReaderState): ReaderSavedState | undefined {
  if (state.note === undefined) return state.kept;
  const notes = [...state.left, state.note].map(unsavedOf);
  const unsaved = notes.findLast((one) => one !== undefined) ?? state.restored;
  return unsaved === undefined ? { key: state.note.key } : { key: state.note.key, unsaved };
}

import * as v from 'valibot';

import { readingStates } from '../core/readingLists.ts';
import type { Result } from '../core/result.ts';
import { parseMessage } from './parseMessage.ts';
import {
  searchableFacts,
  type CitedPlace,
  type FromReader,
  type NoteState,
  type ReaderNote,
  type ReaderPaper,
  type ReaderPlace,
  type RelatedPaper,
  type ToReader,
} from './readerMessages.ts';

/**
 * The largest message parts, in UTF-16 units (texts) or items (lists). A sender cuts or refuses what is longer: a
 * message over a limit is dropped whole by the receiver.
 */
export const readerLimits = {
  noteText: 5_000_000,
  key: 500,
  title: 100_000,
  abstract: 5_000_000,
  /** Author names, venue, keywords, labels, sources, paths, reasons. */
  line: 20_000,
  url: 20_000,
  authors: 20_000,
  list: 2_000,
} as const;

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
/** The length is looked at before the items, so that a huge list costs nothing. */
const shortArray = (max: number) => v.custom<unknown[]>((input) => Array.isArray(input) && input.length <= max);
const list = (max: number) => v.pipe(shortArray(max), v.array(text(readerLimits.line)));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const key = v.pipe(v.string(), v.minLength(1), v.maxLength(readerLimits.key));
const line = text(readerLimits.line);
const body = text(readerLimits.noteText);

const noteState: v.GenericSchema<unknown, NoteState> = v.picklist([
  'saved',
  'saving',
  'draft',
  'failed',
  'readOnly',
  'conflict',
]);

const readingState = v.picklist(readingStates);

const note: v.GenericSchema<unknown, ReaderNote> = v.strictObject({
  text: body,
  version: count,
  seq: count,
  state: noteState,
  message: v.optional(line),
  path: v.optional(line),
});

const webAddress = v.pipe(text(readerLimits.url), v.regex(/^https?:\/\//i));

const paper: v.GenericSchema<unknown, ReaderPaper> = v.strictObject({
  key,
  title: text(readerLimits.title),
  authors: list(readerLimits.authors),
  year: v.optional(v.pipe(v.number(), v.safeInteger())),
  venue: v.optional(line),
  abstract: text(readerLimits.abstract),
  keywords: list(readerLimits.list),
  themes: list(readerLimits.list),
  links: v.pipe(shortArray(readerLimits.list), v.array(v.strictObject({ label: line, url: webAddress }))),
  sources: list(readerLimits.list),
  versions: v.optional(list(readerLimits.list)),
  reading: v.optional(readingState),
  lastOpened: v.optional(count),
  query: v.optional(line),
});

const place: v.GenericSchema<unknown, ReaderPlace> = v.strictObject({
  canGoBack: v.boolean(),
  canGoForward: v.boolean(),
  hasPrevious: v.boolean(),
  hasNext: v.boolean(),
  pinned: v.boolean(),
});

const citedPlace: v.GenericSchema<unknown, CitedPlace> = v.strictObject({
  path: line,
  line: count,
  before: line,
  citation: line,
  after: line,
});

const relatedPaper: v.GenericSchema<unknown, RelatedPaper> = v.strictObject({
  title: text(readerLimits.title),
  byline: line,
  words: list(readerLimits.list),
});

const toReader = v.variant('type', [
  v.strictObject({ type: v.literal('show'), paper, note, refresh: v.boolean() }),
  v.strictObject({ type: v.literal('noteText'), key, note }),
  v.strictObject({
    type: v.literal('noteState'),
    key,
    seq: count,
    state: noteState,
    message: v.optional(line),
  }),
  v.strictObject({ type: v.literal('gone'), key }),
  v.strictObject({ type: v.literal('place'), key, place }),
  v.strictObject({
    type: v.literal('citedIn'),
    key,
    places: v.pipe(shortArray(readerLimits.list), v.array(citedPlace)),
    count,
    searching: v.boolean(),
  }),
  v.strictObject({
    type: v.literal('related'),
    key,
    papers: v.pipe(shortArray(readerLimits.list), v.array(relatedPaper)),
  }),
  v.strictObject({ type: v.literal('focusNote'), key }),
  v.strictObject({ type: v.literal('pong'), number: count }),
]);

const unsaved = v.strictObject({ key, base: body, text: body });

const fromReader = v.variant('type', [
  v.strictObject({ type: v.literal('ready'), unsaved: v.optional(unsaved), rescued: v.optional(v.boolean()) }),
  v.strictObject({ type: v.literal('edit'), key, seq: count, base: count, text: body }),
  v.strictObject({ type: v.literal('openNote'), key }),
  v.strictObject({ type: v.literal('insertCitation'), key }),
  v.strictObject({ type: v.literal('copyKey'), key }),
  v.strictObject({ type: v.literal('openLink'), key, index: count }),
  v.strictObject({ type: v.literal('revealSource'), key, index: count }),
  v.strictObject({ type: v.literal('openVersion'), key, index: count }),
  v.strictObject({ type: v.literal('copyAs'), key, format: v.picklist(['bibtex', 'text', 'other']) }),
  v.strictObject({ type: v.literal('go'), key, to: v.picklist(['back', 'forward', 'previous', 'next']) }),
  v.strictObject({ type: v.literal('pin'), key, pinned: v.boolean() }),
  v.strictObject({ type: v.literal('markAs'), key, reading: readingState }),
  v.strictObject({ type: v.literal('revealTheme'), key, index: count }),
  v.strictObject({ type: v.literal('openCitedPlace'), key, index: count }),
  v.strictObject({ type: v.literal('openRelated'), key, index: count }),
  v.strictObject({ type: v.literal('openNoteLink'), key, kind: v.picklist(['paper', 'note', 'web']), target: line }),
  v.strictObject({ type: v.literal('noteAction'), key, action: v.picklist(['retry', 'compare']) }),
  v.strictObject({ type: v.literal('ping'), number: count }),
  v.strictObject({ type: v.literal('searchFor'), key, fact: v.picklist(searchableFacts), index: count }),
]);

/** What the webview keeps in VS Code's `setState`: it outlives the page, and a serializer of the host receives it. */
export interface ReaderSavedState {
  /** The paper shown last. */
  readonly key: string;
  /** An edit that the host has not confirmed as saved; `base` is the last text known to be in the host's hands. */
  readonly unsaved?:
    { readonly key: string; readonly base: string; readonly text: string; readonly seq: number } | undefined;
}

const savedState = v.strictObject({
  key,
  unsaved: v.optional(v.strictObject({ key, base: body, text: body, seq: count })),
});

/** A message of the host as it arrived in the webview. Total: never throws for data that can be posted. */
export function parseToReader(input: unknown): Result<ToReader> {
  return parseMessage(toReader, input);
}

/** A message of the webview as it arrived in the host. Total: never throws for data that can be posted. */
export function parseFromReader(input: unknown): Result<FromReader> {
  return parseMessage(fromReader, input);
}

/** What `getState` (webview) or the serializer (host) gave; an error for anything else, also for nothing. */
export function parseReaderSavedState(input: unknown): Result<ReaderSavedState> {
  return parseMessage(savedState, input);
}

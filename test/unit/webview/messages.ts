import type { ReaderNote, ReaderPaper, ToReader } from '../../../src/protocol/readerMessages.ts';
import { noteStatus } from '../../../src/webview/noteStatus.ts';
import { ModelPage } from './modelPage.ts';

const noText = { authors: [], abstract: '', keywords: [], themes: [], links: [], sources: [] };
const paper = (key: string): ReaderPaper => ({ key, title: `Paper ${key}`, ...noText });
/** A note as the host sends it. */
export const note = (text: string, version = 1, more: Partial<ReaderNote> = {}): ReaderNote => ({
  text,
  version,
  seq: 0,
  state: 'saved',
  ...more,
});
/** A `show` of paper `key`. */
export const show = (key: string, text: string, more: Partial<ReaderNote> = {}, refresh = false): ToReader => ({
  type: 'show',
  paper: paper(key),
  note: note(text, more.version, more),
  refresh,
});
/** A `noteState` about paper `a`. */
export const said = (seq: number, state: ReaderNote['state'], message?: string): ToReader => ({
  type: 'noteState',
  key: 'a',
  seq,
  state,
  message,
});
/** A reader that shows paper `a` with this note. */
export const page = (text = 'one\n') =>
  new ModelPage().act({ type: 'start', saved: undefined }).receive(show('a', text));
/** The status line. */
export const line = (reader: ModelPage) => noteStatus(reader.note).line;
/** The alert, if there is one. */
export const alertOf = (reader: ModelPage) => noteStatus(reader.note).alert;
/** A `noteText` about paper `a`. */
export const text = (body: string, version: number, seq = 0): ToReader => ({
  type: 'noteText',
  key: 'a',
  note: note(body, version, { seq }),
});

import { describe, expect, test } from 'vitest';

import { readerLimits } from '../../../src/protocol/parseReaderMessage.ts';
import { noteStatus } from '../../../src/webview/noteStatus.ts';
import { alertOf, line, page, said, show } from './messages.ts';
import { ModelPage } from './modelPage.ts';

describe('start', () => {
  test('says ready; nothing is shown before the host says what', () => {
    const reader = new ModelPage().act({ type: 'start', saved: undefined });
    expect(reader.posted).toEqual([{ type: 'ready' }]);
    expect(reader.type('x').act({ type: 'flush' }).act({ type: 'ask', what: 'copyKey' }).posted).toHaveLength(1);
    expect(reader.state.paper).toBeUndefined();
  });

  test('hands over what an earlier life did not get confirmed, and keeps it until that note is saved', () => {
    const unsaved = { key: 'b', base: 'x', text: 'xy', seq: 7 };
    const reader = new ModelPage().act({ type: 'start', saved: { key: 'b', unsaved } });
    expect(reader.posted).toEqual([{ type: 'ready', unsaved: { key: 'b', base: 'x', text: 'xy' } }]);
    reader.receive(show('a', ''));
    expect(reader.kept).toEqual({ key: 'a', unsaved });
    reader.receive(show('b', 'xy', { state: 'saving' }));
    expect(reader.kept).toEqual({ key: 'b', unsaved });
    reader.receive({ type: 'noteState', key: 'b', seq: 0, state: 'saved' });
    expect(reader.kept).toEqual({ key: 'b' });
    reader.type('xyz').act({ type: 'flush' });
    expect(reader.edits).toEqual([{ type: 'edit', key: 'b', seq: 8, base: 1, text: 'xyz' }]);
  });
});

describe('typing', () => {
  test('is sent once, a moment after the first keystroke, with base and growing seq', () => {
    const reader = page();
    reader.type('one\nt').type('one\ntw').type('one\ntwo');
    expect(reader.timers.filter((timer) => timer.action.type === 'flushDue')).toEqual([
      { type: 'after', milliseconds: 150, action: { type: 'flushDue', key: 'a' } },
    ]);
    expect(reader.edits).toEqual([]);
    reader.fire('flushDue');
    expect(reader.edits).toEqual([{ type: 'edit', key: 'a', seq: 1, base: 1, text: 'one\ntwo' }]);
    reader.type('one\ntwo.').fire('flushDue');
    expect(reader.edits.at(-1)).toEqual({ type: 'edit', key: 'a', seq: 2, base: 1, text: 'one\ntwo.' });
  });

  test('is kept at each keystroke, with the text it builds on', () => {
    expect(page().type('one\nt').kept).toEqual({
      key: 'a',
      unsaved: { key: 'a', base: 'one\n', text: 'one\nt', seq: 0 },
    });
  });

  test('goes out at once when asked, once', () => {
    const reader = page().type('x').act({ type: 'flush' }).act({ type: 'flush' }).fire('flushDue');
    expect(reader.edits).toHaveLength(1);
  });

  test('goes out before a request of the writer', () => {
    const reader = page().type('x').act({ type: 'ask', what: 'openNote' });
    expect(reader.posted.map((message) => message.type)).toEqual(['ready', 'edit', 'openNote']);
    reader.act({ type: 'askAt', what: 'revealSource', index: 2 });
    expect(reader.posted.at(-1)).toEqual({ type: 'revealSource', key: 'a', index: 2 });
    reader.act({ type: 'searchFor', fact: 'keyword', index: 1 });
    expect(reader.posted.at(-1)).toEqual({ type: 'searchFor', key: 'a', fact: 'keyword', index: 1 });
  });

  test('back to what the host has is no edit', () => {
    const reader = page().type('x').type('one\n').fire('flushDue');
    expect(reader.edits).toEqual([]);
    expect(line(reader)).toBe('Saved');
    expect(reader.kept).toEqual({ key: 'a' });
  });

  test('more than the protocol carries is not sent, and said', () => {
    const reader = page()
      .type('x'.repeat(readerLimits.noteText + 1))
      .act({ type: 'flush' });
    expect(reader.edits).toEqual([]);
    expect(alertOf(reader)).toMatch(/^Not saved: the note is longer than 5,000,000 characters/);
  });
});

describe('what is said of the note', () => {
  test('"Saved" only after the word about the last edit', () => {
    const reader = page();
    expect(line(reader)).toBe('Saved');
    reader.type('x');
    expect(line(reader)).toBe('Editing…');
    reader.fire('flushDue').type('xy').fire('flushDue').receive(said(1, 'saved'));
    expect(line(reader)).toBe('Editing…');
    expect(reader.kept?.unsaved?.text).toBe('xy');
    reader.receive(said(2, 'saving'));
    expect(line(reader)).toBe('Editing…');
    reader.receive(said(2, 'saved'));
    expect(line(reader)).toBe('Saved');
    expect(reader.kept).toEqual({ key: 'a' });
    reader.type('xyz');
    expect(line(reader)).toBe('Editing…');
  });

  test('nothing of a note that nobody wrote', () => {
    expect(line(page(''))).toBe('');
  });

  test('words about older edits, or about edits never sent, are dropped', () => {
    const reader = page().type('x').fire('flushDue').type('xy').fire('flushDue');
    reader
      .receive(said(2, 'failed', 'disk full'))
      .receive(said(1, 'saved'))
      .receive(said(9, 'saved'));
    expect(alertOf(reader)).toBe('Not saved: disk full');
  });

  test('a failure stays until something is saved', () => {
    const reader = page()
      .type('x')
      .fire('flushDue')
      .receive(said(1, 'failed', 'disk full'));
    reader.type('xy').fire('flushDue').receive(said(2, 'saving'));
    expect(alertOf(reader)).toBe('Not saved: disk full');
    expect(noteStatus(reader.note).remedies).toEqual(['retry', 'copy', 'openFile']);
    reader.receive(said(2, 'saved'));
    expect(alertOf(reader)).toBeUndefined();
    expect(line(reader)).toBe('Saved');
  });

  test('silence of the host is an alert after two seconds, and the text is kept', () => {
    const reader = page().type('x').fire('flushDue');
    expect(reader.timers.map((timer) => timer.milliseconds)).toEqual([2000]);
    reader.fire('overdue');
    expect(alertOf(reader)).toBe('Not saved: the editor does not answer. Copy your text or reload the window.');
    expect(reader.kept?.unsaved?.text).toBe('x');
    reader.type('xy');
    expect(alertOf(reader)).toMatch(/does not answer/);
    reader.receive(said(1, 'saving'));
    expect(alertOf(reader)).toBeUndefined();
  });

  test.each(['saving', 'saved', 'failed'] as const)('an answer (%s) in time prevents it', (state) => {
    const reader = page()
      .type('x')
      .fire('flushDue')
      .receive(said(1, state, 'why'))
      .fire('overdue');
    expect(alertOf(reader) ?? '').not.toMatch(/does not answer/);
  });

  test('going on to type does not push the alert away', () => {
    const reader = page().type('x').fire('flushDue').type('xy').fire('flushDue').fire('overdue');
    expect(alertOf(reader)).toMatch(/does not answer/);
  });

  test('a conflict is shown until dismissed, also when a later edit is saved', () => {
    const reader = page()
      .type('x')
      .fire('flushDue')
      .receive(said(1, 'conflict', 'kept in notes/a.conflict.md'));
    expect(alertOf(reader)).toBe('Conflict: kept in notes/a.conflict.md');
    reader.type('xy').fire('flushDue').receive(said(2, 'saved'));
    expect(alertOf(reader)).toBe('Conflict: kept in notes/a.conflict.md');
    expect(line(reader)).toBe('Saved');
    expect(alertOf(reader.act({ type: 'dismissConflict' }))).toBeUndefined();
  });

  test('read-only: said, and nothing is sent', () => {
    const reader = new ModelPage().receive(show('a', '', { state: 'readOnly', message: 'no folder is open' }));
    expect(noteStatus(reader.note)).toMatchObject({ line: 'Read-only: no folder is open', readOnly: true });
    expect(reader.type('x').act({ type: 'flush' }).edits).toEqual([]);
    expect(alertOf(reader)).toBe('Not saved: no folder is open');
  });
});

import { describe, expect, test } from 'vitest';

import type { ToReader } from '../../../src/protocol/readerMessages.ts';
import { alertOf, line, note, page, said, show, text } from './messages.ts';
import { ModelPage } from './modelPage.ts';

describe('a text from elsewhere', () => {
  test('is taken over when nothing is under way', () => {
    const reader = page().receive(text('two\r\nlines', 2));
    expect(reader.note.text).toBe('two\nlines');
    reader.type('two\nlines!').fire('flushDue');
    expect(reader.edits).toEqual([{ type: 'edit', key: 'a', seq: 1, base: 2, text: 'two\nlines!' }]);
  });

  test('older than the one taken last is dropped', () => {
    expect(page().receive(text('new', 3)).receive(text('old', 2)).note.text).toBe('new');
  });

  test('is joined with what was typed and not sent', () => {
    const reader = page('one\n').type('one\nmine\n').receive(text('theirs\none\n', 2));
    expect(reader.note.text).toBe('theirs\none\nmine\n');
    reader.fire('flushDue');
    expect(reader.edits).toEqual([{ type: 'edit', key: 'a', seq: 1, base: 2, text: 'theirs\none\nmine\n' }]);
  });

  test.each([
    ['saved', 'Saved', undefined],
    ['conflict', '', 'Conflict: both stand there'],
  ] as const)(
    'that grows by a letter at a time around an edit, and is %s at last: that is said',
    (word, quiet, alert) => {
      const reader = page('one').type('one mine').fire('flushDue');
      let version = 1;
      const grow = (end: string, seq: number): void => {
        for (let length = 1; length <= 300; length++)
          reader.receive(text(`one${'x'.repeat(length)}${end}`, ++version, seq));
      };
      grow('', 0);
      expect(reader.note.text).toBe('one mine');
      reader.receive(said(1, 'saving'));
      grow(' mine', 1);
      reader
        .receive(said(1, word, 'both stand there'))
        .fire('flushDue')
        .fire('overdue');
      expect([line(reader), alertOf(reader), reader.note.text]).toEqual([quiet, alert, `one${'x'.repeat(300)} mine`]);
      expect(reader.edits).toHaveLength(1);
    },
  );

  test('without the edit under way is passed over: the merged one follows', () => {
    const reader = page('one\n').type('one\nmine\n').fire('flushDue').receive(text('theirs\none\n', 2));
    expect(reader.note.text).toBe('one\nmine\n');
    reader.receive(text('theirs\none\nmine\n', 3, 1));
    expect(reader.note.text).toBe('theirs\none\nmine\n');
    expect(reader.fire('flushDue').edits).toHaveLength(1);
  });

  test('waits while an input method composes', () => {
    const reader = page('one\n').act({ type: 'compositionStart' }).type('one\nに').receive(text('zero\none\n', 2));
    expect(reader.note.text).toBe('one\nに');
    expect(reader.fire('flushDue').edits).toEqual([]);
    reader.act({ type: 'compositionEnd', text: 'one\n日' });
    expect(reader.note.text).toBe('zero\none\n日');
    expect(reader.fire('flushDue').edits.at(-1)).toMatchObject({ base: 2, text: 'zero\none\n日' });
  });

  test('about another paper is dropped', () => {
    const other: ToReader = { type: 'noteText', key: 'b', note: note('b', 5) };
    expect(page().receive(other).receive({ type: 'gone', key: 'b' }).state).toMatchObject({
      gone: false,
      note: { text: 'one\n' },
    });
  });
});

describe('show', () => {
  test('another paper: what was typed goes out first, and is kept until the host has saved it', () => {
    const reader = page()
      .type('x')
      .receive(show('b', 'bee', { version: 4 }));
    expect(reader.edits).toEqual([{ type: 'edit', key: 'a', seq: 1, base: 1, text: 'x' }]);
    expect(reader.note).toMatchObject({ key: 'b', text: 'bee', base: 4 });
    expect(reader.kept).toEqual({ key: 'b', unsaved: { key: 'a', base: 'one\n', text: 'x', seq: 1 } });
    reader.receive(said(1, 'saved'));
    expect(reader.kept).toEqual({ key: 'b' });
    reader.type('bees').fire('flushDue');
    expect(reader.edits.at(-1)).toEqual({ type: 'edit', key: 'b', seq: 2, base: 4, text: 'bees' });
  });

  test('there and back while the edit is under way: the text stays as typed', () => {
    const reader = page().type('x').receive(show('b', '')).receive(show('a', 'one\n'));
    expect(reader.note.text).toBe('x');
    expect(line(reader)).toBe('Editing…');
    reader.receive(said(1, 'saved'));
    expect(line(reader)).toBe('Editing…');
    reader.fire('flushDue');
    expect(reader.edits.at(-1)).toMatchObject({ seq: 2, text: 'x' });
    expect(line(reader.receive(said(2, 'saved')))).toBe('Saved');
  });

  test('there and back: an edit that the host did not take is sent again, on the text it has now', () => {
    const reader = page('one\n').type('one\ntwo\n').fire('flushDue').type('one\ntwo\nthree\n').fire('flushDue');
    reader.receive(said(1, 'saved')).type('one\ntwo\nthree\nfour\n').receive(show('b', ''));
    expect(reader.kept?.unsaved).toEqual({
      key: 'a',
      base: 'one\ntwo\n',
      text: 'one\ntwo\nthree\nfour\n',
      seq: 3,
    });
    // The host closed the note after the second edit, and opened it again: its numbers start over.
    reader.receive(show('a', 'zero\none\ntwo\n'));
    expect(reader.note.text).toBe('zero\none\ntwo\nthree\nfour\n');
    reader.fire('flushDue');
    expect(reader.edits.at(-1)).toMatchObject({ seq: 4, base: 1, text: 'zero\none\ntwo\nthree\nfour\n' });
  });

  test('a refresh keeps what is typed and takes the new paper over', () => {
    const reader = page().type('x');
    const before = reader.state.visit;
    reader.receive(show('a', 'one\n', {}, true));
    expect(reader.note.text).toBe('x');
    expect(reader.state.visit).toBe(before);
    expect(reader.receive(show('a', 'one\n')).state.visit).toBe(before + 1);
  });

  test('a host that started over gets what it does not have', () => {
    const reader = page('one\n').receive({ type: 'noteText', key: 'a', note: note('one\n', 9) });
    reader.type('one\nmine\n').fire('flushDue').fire('overdue');
    reader.receive(show('a', 'zero\none\n', { version: 1 }));
    expect(reader.note.text).toBe('zero\none\nmine\n');
    expect(alertOf(reader)).toBeUndefined();
    reader.fire('flushDue');
    expect(reader.edits.at(-1)).toEqual({ type: 'edit', key: 'a', seq: 2, base: 1, text: 'zero\none\nmine\n' });
  });

  test('gone is said until the paper is back; the note stays editable', () => {
    const reader = page().receive({ type: 'gone', key: 'a' });
    expect(reader.state.gone).toBe(true);
    expect(reader.type('x').fire('flushDue').edits).toHaveLength(1);
    expect(reader.receive(show('a', 'one\n', {}, true)).state.gone).toBe(false);
  });

  test('seq goes on from what the host knows of an earlier life', () => {
    const reader = new ModelPage()
      .receive(show('a', 'one\n', { seq: 57 }))
      .type('x')
      .fire('flushDue');
    expect(reader.edits).toEqual([{ type: 'edit', key: 'a', seq: 58, base: 1, text: 'x' }]);
  });

  test('a timer of a paper left behind changes nothing', () => {
    const reader = page().type('x').receive(show('b', '')).fire('overdue').fire('flushDue');
    expect(alertOf(reader)).toBeUndefined();
    expect(reader.edits).toHaveLength(1);
  });
});

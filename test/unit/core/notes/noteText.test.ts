import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NoteText } from '../../../../src/core/notes/noteText.ts';

const head = '---\ncitekey: a\n---\n\n';

describe('NoteText', () => {
  test('shows the body and keeps everything above it', () => {
    const note = new NoteText(`${head}one\n`, '');
    expect(note.body).toBe('one\n');
    note.edit({ seq: 1, base: 1, text: 'one\ntwo\n' });
    expect(note.file).toBe(`${head}one\ntwo\n`);
  });

  test('a new note begins with the given head', () => {
    const note = new NoteText(undefined, head);
    note.edit({ seq: 1, base: 1, text: 'first words' });
    expect(note.file).toBe(`${head}first words`);
  });

  test('keeps CRLF of the file while the reader has LF', () => {
    const note = new NoteText('---\r\ncitekey: a\r\n---\r\n\r\none\r\ntwo\r\n', '');
    expect(note.body).toBe('one\ntwo\n');
    note.edit({ seq: 1, base: 1, text: 'one\ntwo\nthree\n' });
    expect(note.file).toBe('---\r\ncitekey: a\r\n---\r\n\r\none\r\ntwo\r\nthree\r\n');
  });

  test('merges what the reader typed before it heard of a change in the file', () => {
    const note = new NoteText(`${head}alpha\nbeta\n`, '');
    note.edit({ seq: 1, base: 1, text: 'alpha!\nbeta\n' });
    note.fileWritten(note.file);
    const outside = note.fileChanged(`${head}alpha!\nbeta\ngamma\n`);
    expect(outside.merged).toBe(false);
    const late = note.edit({ seq: 2, base: 1, text: 'alpha!?\nbeta\n' });
    expect(late).toEqual({ merged: true, conflict: false });
    expect(note.body).toBe('alpha!?\nbeta\ngamma\n');
    expect(note.seq).toBe(2);
  });

  test('a change of the file while an edit is not written yet keeps both', () => {
    const note = new NoteText(`${head}alpha\nbeta\n`, '');
    note.edit({ seq: 1, base: 1, text: 'alpha mine\nbeta\n' });
    const outcome = note.fileChanged(`${head}alpha\nbeta theirs\n`);
    expect(outcome).toEqual({ merged: true, conflict: false });
    expect(note.body).toBe('alpha mine\nbeta theirs\n');
  });

  test('an emptied file gets its front matter again with the next words', () => {
    const note = new NoteText(`${head}alpha\n`, '');
    note.fileChanged('');
    expect(note.body).toBe('');
    note.edit({ seq: 1, base: 2, text: 'beta\n' });
    expect(note.file).toBe(`${head}beta\n`);
  });

  test('two versions of one passage both stay', () => {
    const note = new NoteText(`${head}word\n`, '');
    note.edit({ seq: 1, base: 1, text: 'mine\n' });
    const outcome = note.fileChanged(`${head}theirs\n`);
    expect(outcome.conflict).toBe(true);
    expect(note.body).toContain('mine');
    expect(note.body).toContain('theirs');
  });

  test('an edit that comes twice counts once', () => {
    const note = new NoteText(head, '');
    note.edit({ seq: 1, base: 1, text: 'a' });
    note.edit({ seq: 2, base: 1, text: 'ab' });
    note.edit({ seq: 1, base: 1, text: 'a' });
    expect(note.body).toBe('ab');
  });

  test('takes an unconfirmed edit of an earlier life in', () => {
    const note = new NoteText(`${head}kept\n`, '');
    note.readerRestarted();
    note.recover('kept\n', 'kept\nrescued\n');
    expect(note.body).toBe('kept\nrescued\n');
    // Again: it is there already.
    note.recover('kept\n', 'kept\nrescued\n');
    expect(note.body).toBe('kept\nrescued\n');
  });

  test('whatever is typed on both sides in whatever order, every word survives', () => {
    const step = fc.record({ side: fc.constantFrom('reader', 'file'), late: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const note = new NoteText(`${head}start\n`, '');
        let reader = { text: note.body, base: note.version };
        let file = note.file;
        const words: string[] = [];
        steps.forEach(({ side, late }, index) => {
          const word = `w${index}x`;
          words.push(word);
          if (side === 'reader') {
            reader = { ...reader, text: `${word}\n${reader.text}` };
            const { merged } = note.edit({ seq: index + 1, base: reader.base, text: reader.text });
            if (merged || !late) reader = { text: note.body, base: note.version };
          } else {
            file = `${file}${word}\n`;
            note.fileChanged(file);
            if (!late) reader = { text: note.body, base: note.version };
          }
          if (!late) {
            file = note.file;
            note.fileWritten(file);
          }
        });
        for (const word of words) expect(note.body).toContain(word);
      }),
    );
  });

  test.each([3, 200, 5_000])('a reader that is %i changes behind undoes none of them', (changes) => {
    const note = new NoteText(`${head}one\n\nlast\n`, '');
    let written = '';
    for (let change = 0; change < changes; change += 1) {
      written += `${change % 10}`;
      note.fileChanged(`${head}one\n${written}\n\nlast\n`);
    }
    // Typed while none of them had come to the page.
    note.edit({ seq: 1, base: 1, text: 'one\n\nlast\nand more\n' });
    expect(note.body).toBe(`one\n${written}\n\nlast\nand more\n`);
  });

  test('a version that is forgotten is stood for by the one before it', () => {
    const note = new NoteText(`${head}one\n\nlast\n`, '');
    let written = '';
    const change = (count: number): void => {
      for (let at = 0; at < count; at += 1) {
        written += 'x';
        note.fileChanged(`${head}one\n${written}\n\nlast\n`);
      }
    };
    change(500);
    const { version, body } = note;
    // A thousand versions are remembered.
    change(3_000);
    note.edit({ seq: 1, base: version, text: `${body}and more\n` });
    for (const line of [written, 'and more']) expect(note.body.split('\n')).toContain(line);
  });

  test('a base that never was undoes nothing', () => {
    const note = new NoteText(`${head}one\n`, '');
    note.fileChanged(`${head}one\ntwo\n`);
    note.edit({ seq: 1, base: 0, text: 'three\n' });
    for (const line of ['one', 'two', 'three']) expect(note.body).toContain(line);
  });
});

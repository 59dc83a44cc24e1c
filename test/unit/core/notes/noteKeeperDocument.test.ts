import { describe, expect, test } from 'vitest';
import { decodeNote, encodeNote } from '../../../../src/core/notes/noteEncoding.ts';
import { utf8 } from './world/memoryDisk.ts';
import { head } from './world/memoryWindow.ts';
import { opened } from './world/openedNote.ts';

describe('encodings and line ends', () => {
  test('a note that is not UTF-8 is shown and never written', async () => {
    const latin = Uint8Array.of(0x63, 0x61, 0x66, 0xe9);
    const { steps, disk, window } = await opened(latin);
    expect(window.keeper?.note).toMatchObject({
      text: 'caf\uFFFD',
      state: 'readOnly',
      message: '"a.md" is neither UTF-8 nor UTF-16 with a byte order mark: save it as UTF-8 to edit it here.',
    });
    window.keeper?.edit({ seq: 1, base: 1, text: 'x' });
    // Asked for where an alert of a moment ago still stands.
    window.keeper?.retry();
    await steps.finish();
    expect(disk.writes).toBe(0);
    expect([...disk.files.keys()]).toEqual(['a.md']);
    window.keeper?.look();
    await steps.finish();
    expect([...disk.files.keys()]).toEqual(['a.md']);
    expect(window.page.state).toBe('readOnly');
  });

  test.each([
    ['UTF-8 with a byte order mark', 'utf8bom'],
    ['UTF-16 LE', 'utf16le'],
    ['UTF-16 BE', 'utf16be'],
  ] as const)('%s stays that, and lines that stay keep their ends', async (_, encoding) => {
    const { steps, disk, window } = await opened(encodeNote(`${head}é\r\ntwo\nthree\r\n`, encoding, utf8));
    expect(window.page.text).toBe('é\ntwo\nthree\n');
    window.type('é\ntwo\nnew\nthree\n');
    await steps.finish();
    const bytes = disk.files.get('a.md')?.bytes ?? new Uint8Array();
    expect(decodeNote(bytes, utf8)).toEqual({ text: `${head}é\r\ntwo\nnew\nthree\r\n`, encoding });
    expect(window.page.state).toBe('saved');
  });
});

describe('an open document', () => {
  test('gets what the reader types, and is saved', async () => {
    const { steps, disk, window } = await opened(`${head}one\n`);
    window.editor.open();
    window.type('one\ntwo\n');
    await steps.finish();
    expect(window.editor.text).toBe(`${head}one\ntwo\n`);
    expect(window.editor.openText()?.isDirty).toBe(false);
    expect(disk.text('a.md')).toBe(`${head}one\ntwo\n`);
    expect(disk.writes).toBe(0);
    expect(window.page.state).toBe('saved');
  });

  test.each([
    ['of the same size', 'ONE\ntwo\n', 0],
    ['older and longer', 'ONE and more\ntwo\n', 1_000_000],
    ['newer and longer, which the editor refuses to overwrite', 'ONE and more\ntwo\n', 0],
  ])('with unsaved text and a file changed meanwhile, %s: both changes are on disk', async (_, theirs, age) => {
    const { steps, disk, window } = await opened(`${head}one\ntwo\n`);
    window.editor.open();
    window.editor.type(`${head}one\nTWO\n`);
    steps.now += 10;
    disk.put('a.md', head + theirs, age);
    window.type('one\nTWO\nthree\n');
    await steps.finish();
    expect(disk.text('a.md')).toBe(`${head}${theirs.replace('two', 'TWO')}three\n`);
    expect(window.editor.text).toBe(disk.text('a.md'));
    expect(window.page.state).toBe('saved');
  });

  test('that saves short: not called saved, written again', async () => {
    const { steps, disk, window } = await opened(`${head}one\ntwo\nthree\n`);
    window.editor.open();
    disk.faults.push('short');
    const states: string[] = [];
    window.page.told = (_, state) => states.push(state);
    window.type('one\ntwo\nthree\nfour\n');
    await steps.finish(8_000);
    expect(states).toEqual(['saving', 'draft', 'failed', 'saved']);
    expect(disk.text('a.md')).toBe(`${head}one\ntwo\nthree\nfour\n`);
    expect(window.page.state).toBe('saved');
  });

  test('closed without saving takes along what it had; a copy stays for a while', async () => {
    const { steps, disk, journal, window } = await opened(`${head}one\n`);
    window.editor.open();
    window.type('one\ntwo\n');
    while (await steps.one(0));
    window.editor.close();
    await steps.finish();
    expect(disk.text('a.md')).toBe(`${head}one\n`);
    expect(window.page.text).toBe('one\n');
    const aside = [...journal.files].map(([name, bytes]) => [name.slice(0, 6), utf8.show(bytes)]);
    expect(aside).toEqual([['aside-', expect.stringContaining(String.raw`one\ntwo\n`)]]);
  });

  test('one message for each change, and none back', async () => {
    const { steps, window } = await opened(`${head}one\n`);
    window.editor.open();
    const texts: string[] = [];
    const { page } = window;
    page.took = (text) => texts.push(text);
    window.type('one\ntwo\n');
    await steps.finish();
    expect(texts).toEqual([]);
    window.editor.type(`${head}zero\none\ntwo\n`);
    await steps.finish();
    expect(texts).toEqual(['zero\none\ntwo\n']);
  });
});

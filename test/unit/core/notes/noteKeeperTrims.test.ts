import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameWhenTrimmed } from '../../../../src/core/notes/trimmedText.ts';
import { trimmed } from './world/memoryEditor.ts';
import { head } from './world/memoryWindow.ts';
import { opened } from './world/openedNote.ts';

async function openedInBoth(text: string) {
  const world = await opened(head + text);
  world.window.editor.open();
  world.window.editor.format = trimmed;
  return world;
}

describe('an editor that trims when it saves', () => {
  test('the reader keeps the space at which the writer goes on; the file is as VS Code wants it', async () => {
    const { steps, disk, window } = await openedInBoth('one\n');
    window.type('one\ntwo ');
    await steps.finish(2_000);
    expect(disk.text('a.md')).toBe(`${head}one\ntwo\n`);
    expect(window.page.text).toBe('one\ntwo ');
    expect(window.page.state).toBe('saved');
    window.type('one\ntwo three ');
    await steps.finish(2_000);
    expect(disk.text('a.md')).toBe(`${head}one\ntwo three\n`);
    expect(window.page.text).toBe('one\ntwo three ');
    expect(window.page.state).toBe('saved');
  });

  test('is saved once for each pause, and then there is silence', async () => {
    const { steps, disk, window } = await openedInBoth('one\n');
    window.type('one\ntwo ');
    await steps.finish(20_000);
    expect(disk.writes).toBe(0);
    expect(disk.looseWrites).toBe(1);
  });

  test('is left alone when what it has trimmed is to be saved once more', async () => {
    const { steps, disk, window } = await openedInBoth('one\n');
    window.type('one\ntwo ');
    await steps.finish(2_000);
    window.keeper?.retry();
    await steps.finish(2_000);
    expect(disk.looseWrites).toBe(1);
    expect(window.editor.text).toBe(`${head}one\ntwo\n`);
    expect(window.page.text).toBe('one\ntwo ');
    expect(window.page.state).toBe('saved');
  });

  test('what is typed while it saves is not doubled', async () => {
    const { steps, disk, window } = await openedInBoth('one\n');
    let typed = 'one\n';
    for (const word of ['alpha ', 'beta ', 'gamma ', 'delta ', 'epsilon ']) {
      typed += word;
      window.type(typed);
      // About when the save of the word before is under way.
      await steps.advance(251);
      for (let step = 0; step < 4; step += 1) await steps.one(0);
    }
    await steps.finish(5_000);
    expect(window.page.text).toBe(typed);
    expect(disk.text('a.md')).toBe(`${head}one\nalpha beta gamma delta epsilon\n`);
    expect(window.page.state).toBe('saved');
  });

  test('words in the editor and in the reader by turns stand once each', async () => {
    const { steps, disk, window } = await openedInBoth('one\n');
    window.type('one\nreader1 ');
    await steps.finish(2_000);
    window.editor.type(`${window.editor.text ?? ''}editor1 `);
    await steps.finish(2_000);
    window.type(`${window.page.text}reader2 `);
    await steps.finish(5_000);
    const text = disk.text('a.md') ?? '';
    for (const word of ['reader1', 'editor1', 'reader2']) expect(text.split(word)).toHaveLength(2);
    expect(text).not.toContain('conflict');
    expect(window.page.state).toBe('saved');
  });
});

describe('sameWhenTrimmed', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\n', '\r\n', 'b') });

  test('a text and its trimmed form are the same', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(sameWhenTrimmed(one, trimmed(one))).toBe(true);
      }),
    );
  });

  test('other letters, other lines and spaces within a line differ', () => {
    expect(sameWhenTrimmed('a b', 'ab')).toBe(false);
    expect(sameWhenTrimmed('a\n\nb', 'a\nb')).toBe(false);
    expect(sameWhenTrimmed(' a', 'a')).toBe(false);
    expect(sameWhenTrimmed('a', 'b')).toBe(false);
  });
});

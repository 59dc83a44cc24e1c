import { describe, expect, test } from 'vitest';
import { parseDraft, type Draft } from '../../../../src/core/notes/draft.ts';
import type { PlaceEvents } from '../../../../src/core/notes/notePorts.ts';
import { restoreDraft } from '../../../../src/core/notes/restoreDraft.ts';
import { utf8 } from './world/memoryDisk.ts';
import { head } from './world/memoryWindow.ts';
import { opened } from './world/openedNote.ts';
import { settle } from './world/steps.ts';

const nothing: PlaceEvents = {
  fileChanged: () => undefined,
  fileGone: () => undefined,
  textOpened: () => undefined,
  textChanged: () => undefined,
  textClosed: () => undefined,
  textSaved: () => undefined,
};
const lines = Array.from({ length: 20 }, (_, index) => `line ${index}\n`);
const before = lines.join('');
const after = before.replace('line 0', 'LINE 0');

describe('what the editor held comes back from the disk', () => {
  test('an earlier text that the editor saved is no change by somebody else', async () => {
    const { steps, disk, window } = await opened(`${head}one\n`);
    window.editor.open();
    const texts: string[] = [];
    window.page.took = (text) => texts.push(text);
    window.editor.type(`${head}one\ntwo\n`);
    window.editor.save();
    // The writer goes on before the host has seen that save.
    window.editor.type(`${head}one\n`);
    window.keeper?.look();
    window.type('one\nmine\n');
    await steps.finish();
    expect(disk.text('a.md')).toBe(`${head}one\nmine\n`);
    expect(texts).toEqual(['one\ntwo\n', 'one\n']);
    expect(window.page.state).toBe('saved');
  });
});

describe('our own text in the editor', () => {
  test('comes back while more was typed: it is merged with nothing', async () => {
    const { steps, disk, window } = await opened(`${head}one\n`);
    window.editor.open();
    const texts: string[] = [];
    window.page.took = (text) => texts.push(text);
    window.type('one\na\n');
    await settle();
    window.type('one\nab\n');
    await steps.finish();
    expect(disk.text('a.md')).toBe(`${head}one\nab\n`);
    expect(texts).toEqual([]);
    expect(window.page.state).toBe('saved');
  });

  test('was saved, and the writer goes on in the editor before it is read back: that is no failure', async () => {
    const { steps, disk, window } = await opened(`${head}one\n`);
    window.editor.open();
    const states: string[] = [];
    window.page.told = (_, state) => states.push(state);
    window.type('one\ntwo\n');
    const goOn = (): void => {
      window.editor.followers.delete(follower);
      window.editor.type(`${head}one\ntwo\nthree\n`);
    };
    const follower = { ...nothing, textSaved: goOn };
    window.editor.followers.add(follower);
    await steps.finish(2_000);
    expect(disk.text('a.md')).toBe(`${head}one\ntwo\n`);
    expect(states).toEqual(['saving', 'draft', 'saved']);
  });
});

describe('reverted in the editor', () => {
  test('what the reader could not save goes with it, and a copy of it stays for a while', async () => {
    const { steps, disk, journal, window } = await opened(`${head}one\n`);
    window.editor.open();
    disk.faults.push('refuse', 'refuse');
    window.type('one\nlong work\n');
    await steps.finish(1_000);
    expect(window.page.state).toBe('failed');
    window.editor.revert();
    await steps.finish(8_000);
    expect(window.page.text).toBe('one\n');
    const aside = [...journal.files].filter(([name]) => name.startsWith('aside-'));
    const texts = aside.map(([, bytes]) => parseDraft(utf8.show(bytes)));
    expect(texts).toMatchObject([{ kind: 'draft', draft: { text: `${head}one\nlong work\n` } }]);
  });
});

describe('closed in the editor without saving', () => {
  test('what the reader sent on top of it meanwhile is kept for a while as it was', async () => {
    const { steps, disk, journal, window } = await opened(`${head}one\ntwo\nthree\n`);
    window.editor.open();
    window.editor.type(`${head}zero\none\ntwo\nthree\n`);
    window.editor.close();
    // The page has not heard of that yet, and may hear that this is kept.
    window.type('zero\none\ntwo\nthree!\n');
    await steps.finish(2_000);
    const texts = [...journal.files.values()].map((bytes) => parseDraft(utf8.show(bytes)));
    expect(texts).toMatchObject([{ kind: 'draft', draft: { text: `${head}zero\none\ntwo\nthree!\n` } }]);
    expect(disk.text('a.md')).toBe(`${head}one\ntwo\nthree!\n`);
    expect(window.page.text).toBe('one\ntwo\nthree!\n');
  });
});

describe('a draft that is restored', () => {
  test('over the start of its own text, which a write in place left: it is whole again', async () => {
    const { steps, disk, window } = await opened(head + before);
    disk.put('a.md', (head + after).slice(0, 60));
    const draft: Draft = {
      note: 'file:///notes/a.md',
      key: 'a',
      text: head + after,
      base: head + before,
      baseHash: undefined,
      isWriting: false,
      seq: 1,
      time: 0,
      owner: { host: 'gone', pid: undefined },
    };
    const restored = restoreDraft(window.parts('a.md'), draft);
    await steps.finish(3_000);
    expect(await restored).toBeUndefined();
    expect(disk.text('a.md')).toBe(head + after);
  });
});

describe('the folder of drafts is full or read-only', () => {
  test('what the writer saves in the editor is called saved', async () => {
    const { steps, disk, journal, window } = await opened(`${head}one\n`);
    window.editor.open();
    for (let count = 0; count < 50; count += 1) journal.faults.push('fail');
    window.type('one\ntwo\n');
    await steps.finish(1_000);
    expect(window.page.state).toBe('failed');
    expect(window.page.message).toMatch(/It could not be kept as a draft either: copy your text\.$/);
    window.editor.save();
    await steps.finish(1_000);
    expect(disk.text('a.md')).toBe(`${head}one\ntwo\n`);
    expect(window.page.state).toBe('saved');
  });
});

describe('an editor that has loaded the start that a write left', () => {
  test('before it was read back: it is not what the editor saved', async () => {
    const { steps, disk, window } = await opened(head + before, (one) => {
      one.isAtomic = false;
    });
    disk.faults.push('short');
    window.type(after);
    await steps.advance(260);
    while (disk.text('a.md') === head + before || disk.text('a.md') === '') await steps.one(0);
    window.editor.open();
    await steps.finish(8_000);
    expect(window.page.text).toBe(after);
    expect(disk.text('a.md')).toBe(head + after);
    expect(window.page.state).toBe('saved');
  });

  test('and breaks off at the same place when it saves', async () => {
    const { steps, disk, window } = await opened(head + before, (one) => {
      one.isAtomic = false;
    });
    disk.faults.push('short');
    window.type(after);
    await steps.finish(1_000);
    expect(window.page.state).toBe('failed');
    window.editor.open();
    disk.faults.push('short');
    await steps.finish(20_000);
    expect(disk.text('a.md')).toBe(head + after);
    expect(window.page.text).toBe(after);
    expect(window.page.state).toBe('saved');
  });
});

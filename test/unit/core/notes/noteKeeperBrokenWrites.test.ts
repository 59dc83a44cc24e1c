import { describe, expect, test } from 'vitest';
import { head } from './world/memoryWindow.ts';
import { drafts, opened } from './world/openedNote.ts';

const lines = Array.from({ length: 20 }, (_, index) => `line ${index}\n`);
const before = lines.join('');
const after = before.replace('line 0', 'LINE 0');

describe('what a broken write left is nobody’s deletion', () => {
  test('a save of the editor that breaks off within a character, and the editor loads that before it is looked at', async () => {
    const { steps, disk, window } = await opened(`${head}one\n`);
    window.editor.open();
    disk.faults.push('short');
    // Half of the bytes end within the first of these characters.
    const text = `${'丁'.repeat(10)}\none\n`;
    window.type(text);
    await steps.advance(260);
    while (disk.text('a.md') === `${head}one\n`) await steps.one(0);
    window.editor.follow();
    expect(window.editor.text).toMatch(/\uFFFD$/);
    await steps.finish(8_000);
    expect(window.page.text).toBe(text);
    expect(disk.text('a.md')).toBe(head + text);
    expect(window.page.state).toBe('saved');
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('a note that is opened in an editor after step %i of a save', async (count) => {
    const { steps, disk, journal, window } = await opened(`${head}one\ntwo\nthree\n`);
    window.type('one!\ntwo\nthree\n');
    disk.put('a.md', `${head}one\ntwo\nthree\nfour\n`);
    await steps.advance(260);
    for (let done = 0; done < count; done += 1) await steps.one(0);
    disk.put('a.md', (disk.text('a.md') ?? '').replace('four', 'four elsewhere'));
    window.editor.open();
    disk.faults.push('short');
    for (let done = 0; done < 50; done += 1) {
      await steps.one(0);
      expect([disk.text('a.md'), ...drafts(journal)].join('')).toContain('elsewhere');
    }
  });

  test('a write of our own that leaves its start: the rest is written again', async () => {
    const { steps, disk, window } = await opened(`${head}one\ntwo\nthree\nfour\nfive\nsix\n`, (one) => {
      one.isAtomic = false;
    });
    disk.faults.push('short');
    const text = 'one!\ntwo\nthree\nfour\nfive\nsix\n';
    window.type(text);
    await steps.finish(1_000);
    expect(window.page.state).toBe('failed');
    expect(disk.text('a.md')).toBe(`${head}one!`);
    window.keeper?.look();
    await steps.finish(1_000);
    expect(window.page.text).toBe(text);
    await steps.finish(6_000);
    expect(disk.text('a.md')).toBe(head + text);
    expect(window.page.state).toBe('saved');
  });

  test('another program adds to the start of our text: the rest is still ours', async () => {
    const { steps, disk, window } = await opened(head + before, (one) => {
      one.isAtomic = false;
    });
    disk.faults.push('short');
    window.type(after);
    await steps.finish(1_000);
    disk.put('a.md', `${disk.text('a.md')}\nfrom elsewhere\n`);
    await steps.finish(8_000);
    const text = disk.text('a.md') ?? '';
    expect(lines.slice(1).filter((line) => !text.includes(line))).toEqual([]);
    expect(text).toContain('LINE 0\n');
    expect(text).toContain('from elsewhere\n');
  });

  test('a write that fails after it emptied the file', async () => {
    const { steps, disk, window } = await opened(head + before, (one) => {
      one.isAtomic = false;
    });
    disk.faults.push('fail');
    window.type(after);
    await steps.finish(1_000);
    expect(window.page.state).toBe('failed');
    expect(disk.text('a.md')).toBe('');
    await steps.finish(8_000);
    expect(disk.text('a.md')).toBe(head + after);
    expect(window.page.text).toBe(after);
    expect(window.page.state).toBe('saved');
  });

  test('a write that fails, and somebody goes on from the empty file before it is looked at', async () => {
    const { steps, disk, window } = await opened(head + before, (one) => {
      one.isAtomic = false;
    });
    disk.faults.push('fail');
    window.type(after);
    await steps.advance(260);
    while (!disk.halfWritten) await steps.one(0);
    await steps.one(0);
    disk.put('a.md', `${head}line 9\nfrom elsewhere\n`);
    await steps.finish(8_000);
    const text = disk.text('a.md') ?? '';
    expect(['LINE 0\n', ...lines.slice(1)].filter((line) => !text.includes(line))).toEqual([]);
    expect(text).toContain('from elsewhere\n');
    expect(window.page.text).toBe(text.slice(head.length));
  });

  test('a save of the editor that fails after it emptied the file', async () => {
    const { steps, disk, window } = await opened(head + before);
    window.editor.open();
    disk.faults.push('fail');
    window.type(after);
    await steps.finish(8_000);
    expect(disk.text('a.md')).toBe(head + after);
    expect(window.page.text).toBe(after);
    expect(window.page.state).toBe('saved');
  });

  test('the editor loads it after it was seen', async () => {
    const { steps, disk, window } = await opened(head + before);
    window.editor.open();
    disk.faults.push('short');
    window.type(after);
    for (let count = 0; count < 50 && window.page.state !== 'failed'; count += 1) {
      if (!(await steps.one(0))) await steps.advance(50);
    }
    expect(window.page.state).toBe('failed');
    window.editor.follow();
    expect(window.editor.text).toBe(disk.text('a.md'));
    await steps.finish(8_000);
    expect(window.page.text).toBe(after);
    expect(disk.text('a.md')).toBe(head + after);
  });
});

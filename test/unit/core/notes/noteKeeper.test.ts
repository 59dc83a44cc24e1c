import { describe, expect, test } from 'vitest';
import { parseDraft } from '../../../../src/core/notes/draft.ts';
import { MemoryDisk, MemoryJournal, utf8 } from './world/memoryDisk.ts';
import { head, MemoryWindow } from './world/memoryWindow.ts';
import { settle, Steps } from './world/steps.ts';

/** A window in which the note is open. */
async function opened(text?: string | Uint8Array, prepare?: (disk: MemoryDisk) => void) {
  const steps = new Steps();
  const disk = new MemoryDisk(steps);
  prepare?.(disk);
  const journal = new MemoryJournal(steps);
  if (text !== undefined) disk.put('a.md', text);
  const window = new MemoryWindow(disk, journal);
  const starting = window.start(1);
  await settle();
  while (await steps.one(0));
  await starting;
  return { steps, disk, journal, window, page: window.page };
}

const drafts = (journal: MemoryJournal) =>
  [...journal.files.values()].flatMap((bytes) => {
    const parsed = parseDraft(utf8.show(bytes));
    return parsed.kind === 'draft' ? [parsed.draft.text] : [];
  });

describe('a save', () => {
  test('says saving, draft, saved; the draft goes when the file was read back', async () => {
    const { steps, disk, journal, window } = await opened(`${head}one\n`);
    const heard: string[] = [];
    window.page.told = (seq, state) => heard.push(`${seq} ${state}`);
    window.type('one\ntwo\n');
    while (await steps.one(0));
    expect(drafts(journal)).toEqual([`${head}one\ntwo\n`]);
    expect(disk.text('a.md')).toBe(`${head}one\n`);
    await steps.finish();
    expect(disk.text('a.md')).toBe(`${head}one\ntwo\n`);
    expect(heard).toEqual(['1 saving', '1 draft', '1 saved']);
    expect(journal.files.size).toBe(0);
    expect(disk.writes).toBe(1);
  });

  test('a change from outside is merged', async () => {
    const { steps, disk, window } = await opened(`${head}one\ntwo\n`);
    window.type('one!\ntwo\n');
    disk.put('a.md', `${head}one\nTWO\n`, 1_000_000);
    await steps.finish();
    expect(disk.text('a.md')).toBe(`${head}one!\nTWO\n`);
    expect(window.page.text).toBe('one!\nTWO\n');
    expect(window.page.state).toBe('saved');
  });
});

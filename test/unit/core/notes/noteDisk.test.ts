import { describe, expect, test } from 'vitest';
import { NoteDisk } from '../../../../src/core/notes/noteDisk.ts';
import { busyFailure } from '../../../../src/core/notes/noteFailure.ts';
import { DraftJournal } from '../../../../src/core/notes/draftJournal.ts';
import { MemoryDisk, MemoryJournal, utf8 } from './world/memoryDisk.ts';
import { Steps } from './world/steps.ts';

/** A note whose file is read as these texts, one after the other; the last one stays. */
function readAs(
  texts: readonly string[],
  torn: (text: string) => void = () => undefined,
  steps: Steps = new Steps(),
): NoteDisk {
  const file = new MemoryDisk(steps).fileOf(1, 'a.md');
  let reads = 0;
  const read = async (): Promise<Uint8Array> => utf8.encode(texts[Math.min(reads++, texts.length - 1)] ?? '');
  const files = { ...new MemoryJournal(steps).filesOf(1), list: async () => [] };
  const clock = { now: () => 1, stamp: () => 'now', after: () => () => undefined };
  const writers = new DraftJournal(files, utf8, { host: 'h1', pid: 1 }).writersOf(file.uri, {
    clock,
    report: () => undefined,
  });
  return new NoteDisk({ ...file, read }, utf8, writers, torn);
}

describe('a file that another program writes while it is looked at', () => {
  test('is what it is when two looks agree', async () => {
    expect(await readAs(['o', 'on', 'one']).look()).toMatchObject({ kind: 'changed', text: 'one' });
  });

  test('is given up when it is another one at each look', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => `${index}`);
    await expect(readAs(texts).look()).rejects.toThrow(busyFailure('a.md').message);
  });
});

test('what an editor leaves that empties the file and then fails is known at once: who goes on from there deletes nothing', async () => {
  const torn: string[] = [];
  const steps = new Steps();
  const disk = readAs(['old', 'old', 'old', '', 'theirs'], (text) => torn.push(text), steps);
  const look = await disk.look();
  if (look.kind === 'changed') look.accept();
  const open = { text: 'old and new', isDirty: true, replace: async () => true, save: async () => false };
  const saving = disk.editorSaves(open, open.save);
  while (await steps.one(0));
  expect(await saving).toBe('refused');
  expect(torn).toEqual(['']);
  expect(await disk.look()).toMatchObject({ kind: 'changed', text: 'theirs' });
});

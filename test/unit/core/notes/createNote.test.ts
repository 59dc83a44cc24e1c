import { describe, expect, test } from 'vitest';
import { createNote } from '../../../../src/core/notes/createNote.ts';
import { MemoryDisk, utf8 } from './world/memoryDisk.ts';
import { Steps } from './world/steps.ts';

function start(isAtomic = true) {
  const steps = new Steps();
  const disk = new MemoryDisk(steps);
  disk.isAtomic = isAtomic;
  const create = (host: number, text: string) => createNote(disk.fileOf(host, 'a.md'), utf8.encode(text));
  return { steps, disk, create };
}

describe('making the file of a note', () => {
  test('two windows at once: one note, and what was written in it stays', async () => {
    const { steps, disk, create } = start();
    const [mine, theirs] = [create(1, 'mine\n'), create(2, 'theirs\n')];
    // Both see that there is none, then each writes.
    for (let count = 0; count < 3; count += 1) await steps.one(0);
    expect(disk.text('a.md')).toBe('mine\n');
    disk.put('a.md', 'mine\nand more\n');
    await steps.finish(0);
    await Promise.all([mine, theirs]);
    expect(disk.text('a.md')).toBe('mine\nand more\n');
    expect(disk.writes).toBe(1);
  });

  test('one that is there is not written', async () => {
    const { steps, disk, create } = start();
    disk.put('a.md', 'old\n');
    const made = create(1, 'new\n');
    await steps.finish(0);
    await made;
    expect(disk.writes).toBe(0);
    expect(disk.text('a.md')).toBe('old\n');
  });

  test('a short write is said', async () => {
    const { steps, disk, create } = start(false);
    disk.faults.push('short');
    const made = create(1, 'a new note\n');
    const said = expect(made).rejects.toThrow(
      '"a.md" is not on disk as it was written: check the free space of the disk.',
    );
    await steps.finish(0);
    await said;
  });
});

import { describe, expect, test } from 'vitest';
import { head } from './world/memoryWindow.ts';
import { drafts, opened } from './world/openedNote.ts';

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

describe('drafts', () => {
  test('when the disk is full the text is in the draft, and that is said', async () => {
    const { steps, disk, journal, window } = await opened(`${head}one\n`);
    disk.faults.push('fail');
    window.type('one\ntwo\n');
    await steps.finish(1_000);
    expect(window.page.state).toBe('failed');
    expect(window.page.message).toBe('the disk is full Your text is kept as a draft.');
    expect(disk.text('a.md')).toBe(`${head}one\n`);
    expect(drafts(journal)).toEqual([`${head}one\ntwo\n`]);
    await steps.finish(6_000);
    expect(window.page.state).toBe('saved');
    expect(disk.text('a.md')).toBe(`${head}one\ntwo\n`);
    expect(journal.files.size).toBe(0);
  });

  test('when they cannot be kept either, that is said', async () => {
    const { steps, disk, journal, window } = await opened(`${head}one\n`);
    disk.faults.push('fail', 'fail');
    journal.faults.push('fail', 'fail', 'fail');
    window.type('one\ntwo\n');
    await steps.finish(1_000);
    expect(window.page.state).toBe('failed');
    expect(window.page.message).toBe('the disk is full It could not be kept as a draft either: copy your text.');
  });

  test('a write that may leave nothing is not begun without one', async () => {
    const { steps, disk, journal, window } = await opened(`${head}one\n`, (one) => {
      one.isAtomic = false;
    });
    journal.faults.push('fail', 'fail', 'fail');
    window.type('one\ntwo\n');
    await steps.finish(1_000);
    expect(disk.writes).toBe(0);
    expect(window.page.state).toBe('failed');
    expect(window.page.message).toMatch(/^"a.md" is not written, for no draft of it can be kept:/);
  });

  test('a short write is found, and what it left is nobody’s deletion', async () => {
    const { steps, disk, window } = await opened(`${head}one\ntwo\nthree\nfour\n`, (one) => {
      one.isAtomic = false;
    });
    disk.faults.push('short');
    window.type('one!\ntwo\nthree\nfour\n');
    await steps.finish(1_000);
    expect(window.page.state).toBe('failed');
    expect(window.page.message).toMatch(/^"a.md" is not on disk as it was written: check the free space of the disk\./);
    disk.put('a.md', `${disk.text('a.md')}\nfrom elsewhere\n`);
    await steps.finish(8_000);
    for (const line of ['one!', 'two', 'three', 'four', 'from elsewhere']) expect(disk.text('a.md')).toContain(line);
  });

  test('a lone failure of the journal is no failure of the note', async () => {
    const { steps, disk, journal, window } = await opened(`${head}one\n`);
    journal.faults.push('fail', 'fail', 'fail');
    window.type('one\ntwo\n');
    await steps.finish(1_000);
    expect(window.page.state).toBe('saved');
    expect(disk.text('a.md')).toBe(`${head}one\ntwo\n`);
  });
});

describe('a file that others change', () => {
  test.each([
    ['newer and longer', 'ONE and more\n', 0],
    ['of the same size', 'ONE\n', 0],
    ['older', 'ONE and more\n', 1_000_000],
    ['older and of the same size', 'ONE\n', 1_000_000],
  ])('%s: both texts stay', async (_, theirs, age) => {
    const { steps, disk, window } = await opened(`${head}one\n`);
    window.type('two\n');
    disk.put('a.md', head + theirs, age);
    await steps.finish();
    expect(disk.text('a.md')).toBe(`${head}${theirs}two\n`);
    expect(window.page.state).toBe('conflict');
    expect(window.page.message).toBe('Changed in two places at once: both versions stand in the note.');
  });

  test('the same bytes again are no change', async () => {
    const { steps, disk, window } = await opened(`${head}one\n`);
    window.type('two\n');
    disk.put('a.md', `${head}one\n`);
    await steps.finish();
    expect(disk.text('a.md')).toBe(`${head}two\n`);
    expect(window.page.state).toBe('saved');
  });

  test('a thousand saves of our own are no conflict', async () => {
    const { steps, disk, window } = await opened(`${head}one\n`);
    const states = new Set<string>();
    window.page.told = (_, state) => states.add(state);
    for (let count = 1; count <= 1_000; count += 1) {
      window.type(`one\n${'x'.repeat(count)}\n`);
      await steps.finish(300);
    }
    expect(disk.writes).toBe(1_000);
    expect([...states].sort()).toEqual(['draft', 'saved', 'saving']);
  }, 60_000);

  test('deleted: it is made again when the writer types on, not before', async () => {
    const { steps, disk, window } = await opened(`${head}one\n`);
    disk.files.delete('a.md');
    window.keeper?.look();
    await steps.finish(2_000);
    expect(window.page.state).toBe('failed');
    expect(window.page.message).toBe('"a.md" is no longer on disk: it is written again when you type or try again.');
    expect(disk.text('a.md')).toBeUndefined();
    window.type('one\ntwo\n');
    await steps.finish(2_000);
    expect(disk.text('a.md')).toBe(`${head}one\ntwo\n`);
    expect(window.page.state).toBe('saved');
  });

  test('deleted while something is unsaved: kept as a draft until the writer tries again', async () => {
    const { steps, disk, journal, window } = await opened(`${head}one\n`);
    window.type('one\ntwo\n');
    disk.files.delete('a.md');
    await steps.finish(10_000);
    expect(window.page.state).toBe('failed');
    expect(disk.text('a.md')).toBeUndefined();
    expect(drafts(journal)).toEqual([`${head}one\ntwo\n`]);
    window.keeper?.retry();
    await steps.finish(2_000);
    expect(disk.text('a.md')).toBe(`${head}one\ntwo\n`);
    expect(window.page.state).toBe('saved');
  });

  test('replaced by delete and create: nothing is said', async () => {
    const { steps, disk, window } = await opened(`${head}one\n`);
    const states: string[] = [];
    window.page.told = (_, state) => states.push(state);
    disk.files.delete('a.md');
    window.keeper?.look();
    await steps.one(0);
    disk.put('a.md', `${head}ONE\n`);
    await steps.finish(2_000);
    expect(states).toEqual([]);
    expect(window.page.text).toBe('ONE\n');
  });

  test('renamed: it is followed to where it is found', async () => {
    const { steps, disk, journal, window } = await opened(`${head}one\n`);
    window.type('one\ntwo\n');
    disk.files.delete('a.md');
    disk.put('b.md', `${head}one\nthree\n`);
    window.movedTo = 'b.md';
    await steps.finish(10_000);
    expect([...disk.files.keys()]).toEqual(['b.md']);
    for (const line of ['one', 'two', 'three']) expect(disk.text('b.md')).toContain(line);
    expect(window.keeper?.note.path).toBe('b.md');
    expect(journal.files.size).toBe(0);
  });

  test('in another encoding: what was not saved goes into a copy beside it, and the note is read-only', async () => {
    const { steps, disk, window } = await opened(`${head}one\n`);
    window.type('one\nmine\n');
    disk.put('a.md', Uint8Array.of(0x63, 0x61, 0x66, 0xe9));
    await steps.finish();
    expect(disk.text('a.conflict-now.md')).toBe(`${head}one\nmine\n`);
    expect(disk.files.get('a.md')?.bytes).toEqual(Uint8Array.of(0x63, 0x61, 0x66, 0xe9));
    expect(window.page.state).toBe('readOnly');
    disk.put('a.md', `${head}again\n`);
    window.keeper?.look();
    await steps.finish();
    expect(window.page.state).toBe('saved');
    expect(window.page.text).toBe('again\n');
  });
});

import { describe, expect, test } from 'vitest';
import { DraftJournal } from '../../../../src/core/notes/draftJournal.ts';
import { NoteFailure } from '../../../../src/core/notes/noteFailure.ts';
import type { JournalFiles } from '../../../../src/core/notes/notePorts.ts';
import type { NoteWriters } from '../../../../src/core/notes/noteWriters.ts';
import { MemoryJournal, utf8, type MemoryDisk } from './world/memoryDisk.ts';
import { head, MemoryWindow } from './world/memoryWindow.ts';
import { drafts, opened } from './world/openedNote.ts';
import { settle, Steps } from './world/steps.ts';

const note = 'file:///notes/a.md';

/** A host with the note open, and another window of the same workspace. */
async function twoWindows(text: string, prepare?: (disk: MemoryDisk) => void) {
  const one = await opened(text, prepare);
  const { steps, disk, journal, window } = one;
  const second = new MemoryWindow(disk, journal);
  const starting = second.start(2);
  await settle();
  while (await steps.one(0));
  await starting;
  return { ...one, first: window, second };
}

/** A folder of drafts without a disk, and hosts that use it; `broken` are calls that fail. */
function world(isAlive?: (pid: number) => boolean, broken: Partial<JournalFiles> = {}) {
  const steps = new Steps();
  const journal = new MemoryJournal(steps);
  const files: JournalFiles = {
    list: async () => [...journal.files.keys()],
    read: async (name) => journal.files.get(name),
    write: async (name, bytes) => void journal.files.set(name, bytes),
    remove: async (name) => void journal.files.delete(name),
    ...broken,
  };
  const reported: unknown[] = [];
  const clock = {
    now: () => steps.now,
    stamp: () => 'now',
    after: (milliseconds: number, work: () => void) => steps.after(0, milliseconds, work),
  };
  const journalOf = (host: string, pid?: number) => new DraftJournal(files, utf8, { host, pid }, isAlive);
  const writersOf = (host: string, pid?: number, uri = note): NoteWriters =>
    journalOf(host, pid).writersOf(uri, { clock, report: (error) => reported.push(error) });
  return { steps, journal, journalOf, writersOf, reported };
}

/** Whether this one is waited for at first, while another one writes. */
async function isWaitedFor(reader: NoteWriters, writer: NoteWriters): Promise<boolean> {
  return writer.during(async () => {
    const done = reader.othersDone('a.md').then(() => 'done');
    void done.catch(() => undefined);
    const first = await Promise.race([done, settle()]);
    return first !== 'done';
  });
}

describe('two windows write one note at once, and neither replaces it in one step', () => {
  test('what one saved while the other was in the middle of writing is not called saved before that is done', async () => {
    const { steps, disk, journal, first, second } = await twoWindows(`${head}one\n`, (one) => {
      one.isAtomic = false;
    });
    // A write of the first breaks off and leaves nothing, on which both go on.
    disk.faults.push('fail');
    first.type('first one\n');
    await steps.finish(1_000);
    expect([first.page.state, disk.text('a.md')]).toEqual(['failed', '']);
    second.type('second one\n');
    while (!disk.halfWritten) if (!(await steps.one(0))) await steps.advance(50);
    const goOn = steps.suspend(2);
    // VS Code loads nothing, and its own check of sizes sees no change when it saves.
    first.editor.open();
    const states: string[] = [];
    first.page.told = (_, state) => states.push(state);
    while (disk.text('a.md') === '') if (!(await steps.one(0))) await steps.advance(50);
    await steps.finish(2_000);
    expect(disk.text('a.md')).toBe(`${head}first one\n`);
    expect(states).toEqual([]);
    await steps.finish(2_000);
    expect(states).toEqual(['failed']);
    expect(first.page.message).toBe(
      '"a.md" is being written by another window: it is saved when that is done. Your text is kept as a draft.',
    );
    expect(drafts(journal)).toContain(`${head}first one\n`);
    goOn();
    await steps.finish(3_000);
    second.keeper?.look();
    await steps.finish(3_000);
    expect(disk.text('a.md')).toBe(`${head}second one\nfirst one\n`);
    expect([first, second].map(({ page }) => page.text)).toEqual(Array(2).fill('second one\nfirst one\n'));
    expect(first.page.state).toBe('conflict');
  });

  test('a window that ended in the middle of writing is not waited for', async () => {
    const { steps, disk, first, second } = await twoWindows(`${head}one\n`, (one) => {
      one.isAtomic = false;
    });
    second.type('second one\n');
    await steps.advance(260);
    while (!disk.halfWritten) await steps.one(0);
    second.die();
    disk.halfWritten = false;
    first.type('one\nfirst\n');
    await steps.finish(2_000);
    expect(disk.text('a.md')).toBe(`${head}one\nfirst\n`);
    expect(['saved', 'conflict']).toContain(first.page.state);
  });
});

describe('a window in whose editor the note is saved', () => {
  test('overwrites nothing that another window was told to be saved', async () => {
    const { steps, disk, journal, first, second } = await twoWindows(`${head}one\ntwo\n`);
    second.editor.open();
    second.type('one\ntwo, second\n');
    await steps.advance(260);
    const isAboutToSave = (): boolean => [...journal.files.keys()].some((name) => name.startsWith('writing-'));
    while (!isAboutToSave()) await steps.one(0);
    // The notice is there, and the file was looked at.
    await steps.one(0);
    await steps.one(0);
    const goOn = steps.suspend(2);
    // Of the same size, which VS Code takes for no change.
    first.type('ONE\ntwo\n');
    await steps.finish(2_000);
    expect(disk.text('a.md')).toBe(`${head}ONE\ntwo\n`);
    expect(first.page.state).toBe('draft');
    goOn();
    await steps.finish(20_000);
    expect(disk.text('a.md')).toBe(`${head}ONE\ntwo, second\n`);
    expect([first.page.state, second.page.state]).toEqual(['saved', 'saved']);
  });
});

describe('a note that nobody else has open', () => {
  test('costs one look into the folder of drafts when it is opened and when it is saved, and none in between', async () => {
    const { steps, journal, window } = await opened(`${head}one\n`);
    expect(journal.calls.splice(0)).toEqual(['list']);
    window.keeper?.look();
    await steps.finish(2_000);
    expect(journal.calls).toEqual([]);
    window.type('one\ntwo\n');
    await steps.finish();
    expect(journal.calls).toEqual(['write draft', 'read draft', 'list', 'remove draft']);
  });

  test('costs a notice that comes and goes where its file is not replaced in one step', async () => {
    const { steps, journal, window } = await opened(`${head}one\n`, (disk) => {
      disk.isAtomic = false;
    });
    journal.calls.length = 0;
    window.type('one\ntwo\n');
    await steps.finish();
    const kept = ['write draft', 'read draft', 'write draft', 'read draft', 'remove draft'];
    expect(journal.calls).toEqual([...kept, 'write notice', 'remove notice', 'list', 'remove draft']);
  });
});

describe('who is in the middle of writing a note', () => {
  test('another host, but not this one, nor one that writes another note or has ended', async () => {
    const { writersOf } = world((pid) => [1, 2].includes(pid));
    const reader = writersOf('h1', 1);
    expect(await isWaitedFor(reader, writersOf('h2', 2))).toBe(true);
    expect(await isWaitedFor(reader, writersOf('h2'))).toBe(true);
    expect(await isWaitedFor(reader, reader)).toBe(false);
    expect(await isWaitedFor(reader, writersOf('h2', 2, 'file:///notes/b.md'))).toBe(false);
    expect(await isWaitedFor(reader, writersOf('h3', 3))).toBe(false);
  });

  test('another reader of the same host', async () => {
    const { journalOf, steps } = world();
    const journal = journalOf('h1', 1);
    const clock = { now: () => steps.now, stamp: () => 'now', after: () => () => undefined };
    const [one, other] = [1, 2].map(() => journal.writersOf(note, { clock, report: () => undefined }));
    if (one === undefined || other === undefined) throw new Error('there are two');
    expect(await isWaitedFor(one, other)).toBe(true);
  });

  test('is waited for until that is done', async () => {
    const { steps, writersOf } = world();
    const ends: (() => void)[] = [];
    const writing = writersOf('h2', 2).during(() => new Promise<void>((resolve) => ends.push(resolve)));
    await settle();
    const said: string[] = [];
    const reading = writersOf('h1', 1)
      .othersDone('a.md')
      .then(() => said.push('done'));
    await steps.advance(100);
    await steps.advance(100);
    expect(said).toEqual([]);
    for (const end of ends) end();
    await writing;
    await steps.advance(100);
    await reading;
    expect(said).toEqual(['done']);
  });

  test('a notice of a minute ago is heeded no more, and swept away', async () => {
    const { steps, journal, journalOf, writersOf } = world();
    void writersOf('h2', 2).during(() => new Promise<void>(() => undefined));
    await settle();
    expect([...journal.files.keys()]).toEqual([expect.stringMatching(/^writing-\w+-h2-1-2-1000000$/)]);
    await journalOf('h1').sweep(steps.now + 60_000);
    expect(journal.files.size).toBe(1);
    steps.now += 60_001;
    await writersOf('h1', 1).othersDone('a.md');
    await journalOf('h1').sweep(steps.now);
    expect([...journal.files.keys()].filter((name) => name.startsWith('writing-'))).toEqual([]);
  });

  test('nobody, where the folder of drafts cannot be read: that is reported', async () => {
    const { writersOf, reported } = world(undefined, { list: () => Promise.reject(new Error('denied')) });
    await writersOf('h1', 1).othersDone('a.md');
    expect(reported).toEqual([new NoteFailure('The folder of drafts cannot be read: denied')]);
  });

  test('a notice that stays is reported, and what was written is written', async () => {
    const left = new Error('it stays');
    const { writersOf, reported } = world(undefined, { remove: () => Promise.reject(left) });
    expect(await writersOf('h1', 1).during(async () => 'written')).toBe('written');
    expect(reported).toEqual([left]);
  });

  test('nothing is written when nobody can be told', async () => {
    const { steps } = world();
    const journal = new MemoryJournal(steps);
    journal.faults.push('fail');
    const clock = { now: () => 1, stamp: () => 'now', after: () => () => undefined };
    const owner = { host: 'h1', pid: 1 };
    const writers = new DraftJournal(journal.filesOf(1), utf8, owner).writersOf(note, {
      clock,
      report: () => undefined,
    });
    const did: string[] = [];
    const writing = writers.during(async () => did.push('written'));
    const failed = expect(writing).rejects.toThrow('the disk of drafts is full');
    while (await steps.one(0));
    await failed;
    expect(did).toEqual([]);
    expect(journal.files.size).toBe(0);
  });
});

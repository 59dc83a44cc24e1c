import { describe, expect, test } from 'vitest';
import { parseDraft, writeDraft, type Draft } from '../../../../src/core/notes/draft.ts';
import { asideMilliseconds, DraftJournal } from '../../../../src/core/notes/draftJournal.ts';
import type { JournalFiles } from '../../../../src/core/notes/notePorts.ts';
import { isContained, isHeld } from '../../../../src/core/notes/restoreDraft.ts';
import { utf8 } from './world/memoryDisk.ts';

const draft: Draft = {
  note: 'file:///notes/a.md',
  key: 'a',
  text: 'one\ntwo\n',
  base: 'one\n',
  baseHash: 'beef',
  isWriting: false,
  seq: 3,
  time: 1_000,
  owner: { host: 'h1', pid: 17 },
};
const content = { text: 'mine', base: 'old', baseHash: 'beef', isWriting: false, seq: 1 };

/** Files in memory. */
function memory({ isTorn } = { isTorn: false }) {
  const files = new Map<string, Uint8Array>();
  const port: JournalFiles = {
    list: async () => [...files.keys()],
    read: async (name) => files.get(name),
    write: async (name, bytes) => void files.set(name, isTorn ? bytes.slice(0, 20) : bytes),
    remove: async (name) => void files.delete(name),
  };
  return { files, port };
}

describe('a draft', () => {
  test('is read as it was written', () => {
    expect(parseDraft(writeDraft(draft))).toEqual({ kind: 'draft', draft });
  });

  test('of an earlier version needs no more than the note and the text', () => {
    const parsed = parseDraft('{"format":0,"note":"file:///a.md","text":"x","more":[1]}');
    expect(parsed).toEqual({
      kind: 'draft',
      draft: {
        note: 'file:///a.md',
        key: '',
        text: 'x',
        base: undefined,
        baseHash: undefined,
        isWriting: false,
        seq: 0,
        time: 0,
        owner: { host: '', pid: undefined },
      },
    });
  });

  test.each([
    ['', 'damaged'],
    ['null', 'damaged'],
    ['[]', 'damaged'],
    ['{"format":1,"note":"file:///a.md"}', 'damaged'],
    [writeDraft(draft).replace('two', 'twO'), 'damaged'],
    [writeDraft(draft).slice(0, -10), 'damaged'],
    ['{"format":2,"note":"file:///a.md","text":"x"}', 'later'],
  ])('%j is %s', (json, kind) => {
    expect(parseDraft(json)).toEqual({ kind });
  });
});

describe('the journal', () => {
  test('keeps the draft before until the next one was read back', async () => {
    const { files, port } = memory();
    const slot = new DraftJournal(port, utf8, draft.owner).open({ uri: draft.note, key: 'a' });
    await slot.put(content, 1);
    const [first = ''] = files.keys();
    await slot.put({ ...content, text: 'later' }, 2);
    expect([...files.keys()]).toEqual([first.replace('.1.json', '.2.json')]);
    await slot.clear();
    expect(files.size).toBe(0);
  });

  test('gives the newest whole draft of each slot, and names what is damaged', async () => {
    const { files, port } = memory();
    const journal = new DraftJournal(port, utf8, draft.owner);
    files.set('x-h1-1.1.json', utf8.encode(writeDraft({ ...draft, text: 'old' })));
    files.set('x-h1-1.2.json', utf8.encode(writeDraft({ ...draft, text: 'new' })));
    files.set('x-h1-1.10.json', utf8.encode(writeDraft(draft).slice(0, 30)));
    files.set('y-h1-2.1.json', Uint8Array.of(0xff));
    files.set('other.txt', Uint8Array.of());
    const { drafts, damaged } = await journal.list();
    expect(drafts.map((kept) => [kept.draft.text, kept.files])).toEqual([
      ['new', ['x-h1-1.10.json', 'x-h1-1.2.json', 'x-h1-1.1.json']],
    ]);
    expect(damaged).toEqual(['x-h1-1.10.json', 'y-h1-2.1.json']);
  });

  test('what is set aside is no longer listed, and goes after 30 days', async () => {
    const { files, port } = memory();
    const journal = new DraftJournal(port, utf8, draft.owner);
    await journal.open({ uri: draft.note, key: 'a' }).put(content, 5);
    const [kept] = (await journal.list()).drafts;
    if (kept === undefined) throw new Error('there is a draft');
    await journal.setAside(kept, 1_000);
    expect((await journal.list()).drafts).toEqual([]);
    expect([...files.keys()]).toEqual([`aside-1000-${draft.owner.host}-1-${kept.files[0]}`]);
    await journal.sweep(1_000 + asideMilliseconds);
    expect(files.size).toBe(1);
    await journal.sweep(1_001 + asideMilliseconds);
    expect(files.size).toBe(0);
  });

  test('when a draft cannot be written the one before stays', async () => {
    const { files, port } = memory();
    let isFull = false;
    const full: JournalFiles = {
      ...port,
      write: (name, bytes) => (isFull ? Promise.reject(new Error('full')) : port.write(name, bytes)),
    };
    const slot = new DraftJournal(full, utf8, draft.owner).open({ uri: draft.note, key: 'a' });
    await slot.put(content, 1);
    isFull = true;
    await expect(slot.put({ ...content, text: 'later' }, 2)).rejects.toThrow('full');
    expect([...files.values()].map((bytes) => utf8.show(bytes))).toEqual([expect.stringContaining('"text":"mine"')]);
  });

  test('a draft that was written by half is not kept', async () => {
    const { port } = memory({ isTorn: true });
    const slot = new DraftJournal(port, utf8, draft.owner).open({ uri: draft.note, key: 'a' });
    await expect(slot.put(content, 2)).rejects.toThrow('check the free space of the disk');
  });

  test('two windows never write one draft', async () => {
    const { files, port } = memory();
    for (const host of ['h1', 'h2']) {
      const journal = new DraftJournal(port, utf8, { host, pid: undefined });
      await journal.open({ uri: draft.note, key: 'a' }).put(content, 1);
      await journal.open({ uri: draft.note, key: 'a' }).put(content, 1);
    }
    expect(files.size).toBe(4);
  });

  test('set aside twice at the same moment, here and in another window, it is written to files of their own', async () => {
    const { files, port } = memory();
    const journalOf = (host: string): DraftJournal => new DraftJournal(port, utf8, { host, pid: undefined });
    const [one, other] = [journalOf('h1'), journalOf('h2')] as const;
    files.set('x-h0-1.1.json', utf8.encode(writeDraft(draft)));
    const [kept] = (await one.list()).drafts;
    if (kept === undefined) throw new Error('there is a draft');
    await Promise.all([one, one, other].map((journal) => journal.setAside(kept, 1_000)));
    expect([...files.keys()]).toEqual(['h1-1', 'h1-2', 'h2-1'].map((by) => `aside-1000-${by}-x-h0-1.1.json`));
  });
});

describe('a draft that was left', () => {
  test.each([
    ['the file is the same', 'one\r\ntwo\r\n', true],
    ['the file went on from there', 'zero\none\ntwo\n', true],
    ['the file lacks it', 'one\n', false],
    ['the file went another way', 'one\nTWO\n', false],
    ['there is no file', undefined, false],
  ])('is needed unless the note holds it: %s', (_, file, expected) => {
    expect(isContained(draft, file)).toBe(expected);
  });

  test('of a write that was under way is needed unless the file is the same', () => {
    expect(isContained({ ...draft, isWriting: true }, 'zero\none\ntwo\n')).toBe(false);
    expect(isContained({ ...draft, isWriting: true }, 'one\ntwo\n')).toBe(true);
  });

  test('in which nothing was written is needed by nobody', () => {
    expect(isContained({ ...draft, text: '---\ncitekey: a\n---\n\n' }, undefined)).toBe(true);
  });

  test.each([
    ['its process runs and wrote a moment ago', 2_000, (pid: number) => pid === 17, true],
    ['its process is gone', 2_000, () => false, false],
    ['it has not written for a minute', 61_000, () => true, false],
    ['there are no processes', 2_000, undefined, true],
  ])('is held while %s: %i', (_, now, isAlive, expected) => {
    expect(isHeld(draft, { now, isAlive })).toBe(expected);
  });
});

import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FaultRoom } from './harness/faultRoom.ts';
import type { FaultWindow } from './harness/faultWindow.ts';
import { Ledger } from './harness/ledger.ts';
import { count, notRun } from './harness/tally.ts';
import { mountSmallDisk, remount } from './harness/tools.ts';
import { arrives, insists, saved, savePiece, typePiece } from './harness/typing.ts';
import { pause, until } from './harness/until.ts';

let room: FaultRoom;
let window: FaultWindow;
beforeAll(async () => {
  room = await FaultRoom.open();
  window = await room.window();
});
afterEach(({ task }) => room.pictures(task));
afterAll(() => room.close());

/** All texts of the folder of notes. */
function notes(): string {
  return [...room.files(room.notes).values()].join('\n');
}

/** Changes a file while the host sleeps and the page holds text that is not saved yet. Gives the piece typed. */
async function changeUnderneath(ledger: Ledger, change: (file: string, text: string) => void): Promise<string> {
  const note = await window.openNote(ledger.index);
  await savePiece(note, new Ledger(room, ledger.index), 300);
  const host = await room.host();
  process.kill(host, 'SIGSTOP');
  const file = room.noteFile(ledger.index);
  change(file, readFileSync(file, 'utf8'));
  const piece = await typePiece(note, ledger, 300);
  process.kill(host, 'SIGCONT');
  return piece;
}

const inThePast = new Date('2001-02-03T04:05:06Z');

/** What another program makes of a note: other writing of the same size. */
function changed(text: string, mark: string): string {
  return text.replaceAll(/<[^>]*>/g, (piece) => mark.padEnd(piece.length, '.'));
}

const foreignChanges: readonly {
  readonly kind: string;
  readonly change: (file: string, text: string, mark: string) => void;
}[] = [
  { kind: 'of another size', change: (file, text, mark) => writeFileSync(file, changed(text, mark) + mark) },
  { kind: 'of the same size', change: (file, text, mark) => writeFileSync(file, changed(text, mark)) },
  {
    kind: 'with an older time',
    change: (file, text, mark) => {
      writeFileSync(file, changed(text, mark));
      utimesSync(file, inThePast, inThePast);
    },
  },
  {
    kind: 'by a file moved over it',
    change: (file, text, mark) => {
      writeFileSync(`${file}.other.md`, changed(text, mark));
      renameSync(`${file}.other.md`, file);
    },
  },
];

test.each(foreignChanges)(
  'F6: a change from outside, $kind, and text not saved yet: both are kept',
  async ({ kind, change }) => {
    const ledger = new Ledger(
      room,
      foreignChanges.findIndex((one) => one.kind === kind),
    );
    const mark = `FOREIGN${String(Math.random()).slice(2, 10)}`;
    const piece = await changeUnderneath(ledger, (file, text) => change(file, text, mark));
    await arrives(room, piece, 20_000);
    await until('the foreign text', () => notes().includes(mark), 2000);
    const shown = await (await window.note(ledger.index)).now();
    if (/conflict/i.test(shown.words)) count({ conflicts: 1 });
    await ledger.heard(await window.note(ledger.index));
    await ledger.expectSafe();
  },
);

test('F6: the same bytes written again are no conflict', async () => {
  const ledger = new Ledger(room, 4);
  const before = readdirSync(room.notes).length;
  const piece = await changeUnderneath(ledger, (file, text) => writeFileSync(file, text));
  await arrives(room, piece, 20_000);
  const note = await window.note(4);
  await note.says(saved);
  expect((await note.everything()).match(/conflict/i)).toBeNull();
  expect(readdirSync(room.notes).length - before).toBeLessThanOrEqual(1);
});

test('F10: a note renamed while it is open is followed', async () => {
  const ledger = new Ledger(room, 5);
  const note = await window.openNote(5);
  await savePiece(note, ledger);
  const renamed = path.join(room.notes, 'Renamed by hand.md');
  renameSync(room.noteFile(5), renamed);
  const piece = await typePiece(note, ledger);
  await arrives(room, piece, 20_000);
  await ledger.heard(note);
  await ledger.expectSafe();
  expect(readFileSync(renamed, 'utf8')).toContain(piece.trim());
  expect(ledger.file(), 'a second note of the same paper').toBeUndefined();
  await window.closeEditors();
  rmSync(renamed);
});

test('F10: a note deleted while it is open: the page says so, and what is typed is kept', async () => {
  const ledger = new Ledger(room, 6);
  const note = await window.openNote(6);
  const first = await savePiece(note, ledger);
  rmSync(room.noteFile(6));
  await note.says(/no longer|deleted|gone/i, 10_000);
  const piece = await typePiece(note, ledger);
  await note.says(/^(?:saved|kept as draft|not saved)/im, 10_000);
  await ledger.heard(note);
  await ledger.expectSafe();
  await insists(room, note, piece);
  await arrives(room, first, 20_000);
});

test('F10: a folder stands where the note was: nothing is called saved', async () => {
  const ledger = new Ledger(room, 7);
  const note = await window.openNote(7);
  await savePiece(note, ledger);
  const file = room.noteFile(7);
  rmSync(file);
  mkdirSync(file);
  const piece = await typePiece(note, ledger);
  await note.says(/^(?:not saved|kept as draft: )/im, 10_000);
  await pause(1000);
  expect((await note.now()).words).not.toMatch(saved);
  await ledger.heard(note);
  await ledger.expectSafe();
  rmSync(file, { recursive: true });
  await insists(room, note, piece);
  await window.closeEditors();
});

test('F11: the folder of notes is gone: it comes back with the text', async () => {
  const ledger = new Ledger(room, 0);
  const note = await window.openNote(0);
  await savePiece(note, ledger);
  rmSync(room.notes, { recursive: true });
  const piece = await typePiece(note, ledger);
  await note.says(/^(?:saved|kept as draft|not saved)/im, 10_000);
  await ledger.heard(note);
  await ledger.expectSafe();
  await insists(room, note, piece);
  await window.closeEditors();
});

test('F11: the folder of notes leads out of the workspace: nothing is written there', async () => {
  rmSync(room.notes, { recursive: true, force: true });
  const elsewhere = path.join(room.outside, 'elsewhere');
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, room.notes);
  const ledger = new Ledger(room, 1);
  const note = await window.openNote(1);
  const piece = await typePiece(note, ledger);
  await note.says(/^(?:not saved|kept as draft: |read-only)/im, 10_000);
  await pause(1000);
  expect((await note.now()).words).not.toMatch(saved);
  await ledger.heard(note);
  expect(readdirSync(elsewhere)).toEqual([]);
  rmSync(room.notes);
  mkdirSync(room.notes);
  await arrives(room, piece, 20_000);
  expect(readdirSync(elsewhere)).toEqual([]);
  await window.closeEditors();
});

test('F11: a note marked read-only, and a disk that is', async () => {
  const ledger = new Ledger(room, 2);
  const note = await window.openNote(2);
  await savePiece(note, ledger);
  const before = ledger.file();
  chmodSync(room.noteFile(2), 0o444);
  const piece = await typePiece(note, ledger);
  await note.says(/^(?:not saved|kept as draft: )/im, 10_000);
  expect(ledger.file()).toBe(before);
  expect(statSync(room.noteFile(2)).mode & 0o777).toBe(0o444);
  chmodSync(room.noteFile(2), 0o644);
  await arrives(room, piece, 20_000);
  await window.closeEditors();

  rmSync(room.notes, { recursive: true });
  mkdirSync(room.notes);
  const unmount = mountSmallDisk(room.notes, 1024);
  if (unmount === undefined) return notRun('F11, a read-only disk: none may be mounted here');
  try {
    const other = new Ledger(room, 3);
    const open = await window.openNote(3);
    await savePiece(open, other);
    remount(room.notes, 'ro');
    const late = await typePiece(open, other);
    await open.says(/^(?:not saved|kept as draft: )/im, 10_000);
    await other.heard(open);
    await other.expectSafe();
    remount(room.notes, 'rw');
    await arrives(room, late, 20_000);
  } finally {
    await window.closeEditors();
    unmount();
  }
});

test('F12: links survive, and their target gets the text', async () => {
  const target = path.join(room.workspace, 'real.md');
  writeFileSync(target, `---\ncitekey: slow-swifts\n---\n\n`);
  mkdirSync(room.notes, { recursive: true });
  symlinkSync(target, room.noteFile(4));
  const soft = new Ledger(room, 4);
  const piece = await savePiece(await window.openNote(4), soft);
  expect(lstatSync(room.noteFile(4)).isSymbolicLink()).toBe(true);
  expect(readFileSync(target, 'utf8')).toContain(piece.trim());

  const twin = path.join(room.workspace, 'twin.md');
  writeFileSync(twin, `---\ncitekey: slow-lamps\n---\n\n`);
  linkSync(twin, room.noteFile(5));
  const hard = new Ledger(room, 5);
  const second = await savePiece(await window.openNote(5), hard);
  expect(statSync(room.noteFile(5)).ino).toBe(statSync(twin).ino);
  expect(readFileSync(twin, 'utf8')).toContain(second.trim());
});

import { mkdirSync, rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FaultRoom } from './harness/faultRoom.ts';
import type { FaultWindow } from './harness/faultWindow.ts';
import { Ledger } from './harness/ledger.ts';
import type { NotePage } from './harness/notePage.ts';
import { notRun } from './harness/tally.ts';
import { fillDisk, limitFileSize, mountSmallDisk } from './harness/tools.ts';
import { arrives, saved, savePiece, typePiece } from './harness/typing.ts';
import { pause } from './harness/until.ts';

let room: FaultRoom;
let window: FaultWindow;
beforeAll(async () => {
  room = await FaultRoom.open();
  window = await room.window();
});
afterEach(async ({ task }) => {
  room.plan(undefined);
  await room.pictures(task);
});
afterAll(() => room.close());

/** Not on disk, and said so with the name of the file: never called saved, and the old note is as it was. */
async function expectRefused(note: NotePage, ledger: Ledger, before: string | undefined): Promise<void> {
  const shown = await note.says(/^(?:not saved|kept as draft: )/im, 15_000);
  expect(shown.words).toMatch(/slow-\w+\.md/);
  await pause(1500);
  expect((await note.now()).words).not.toMatch(saved);
  ledger.expectWhole(before);
  expect(ledger.file(), 'the old note').toBe(before);
}

test.each([0, 1])('F4: the disk is full but for %i pages', async (pages) => {
  rmSync(room.notes, { recursive: true, force: true });
  mkdirSync(room.notes);
  const unmount = mountSmallDisk(room.notes, 256);
  if (unmount === undefined) return notRun('F4, a full disk: no small disk may be mounted here');
  try {
    const ledger = new Ledger(room, pages);
    const note = await window.openNote(pages);
    await savePiece(note, ledger);
    const before = ledger.file();
    const filling = fillDisk(room.notes, pages);
    const piece = await typePiece(note, ledger, 20_000);
    await expectRefused(note, ledger, before);
    await ledger.heard(note);
    await ledger.expectSafe();
    rmSync(filling);
    await arrives(room, piece, 20_000);
    await note.says(saved, 20_000);
    await ledger.expectSafe();
    await ledger.expectSwept();
  } finally {
    await window.closeEditors();
    unmount();
  }
});

const refusals = [
  { operation: 'writeFile', code: 'ENOSPC' },
  { operation: 'writeFile', code: 'EDQUOT' },
  { operation: 'sync', code: 'EIO' },
  { operation: 'open', code: 'EROFS' },
  { operation: 'rename', code: 'EIO' },
];

test.each(refusals)('F4: $operation of a note fails with $code', async (refusal) => {
  const ledger = new Ledger(room, 2);
  const note = await window.openNote(2);
  await savePiece(note, ledger);
  const before = ledger.file();
  room.plan({ id: `${refusal.operation} ${refusal.code}`, fail: { ...refusal, path: room.notes } });
  const piece = await typePiece(note, ledger);
  await expectRefused(note, ledger, before);
  await ledger.heard(note);
  await ledger.expectSafe();
  room.plan(undefined);
  await arrives(room, piece, 20_000);
  await note.says(saved, 20_000);
  await ledger.expectSwept();
});

test('F4: neither notes nor drafts can be written: the text stays in the page, which says so', async () => {
  const ledger = new Ledger(room, 3);
  const note = await window.openNote(3);
  await savePiece(note, ledger);
  const before = ledger.file();
  room.plan({ id: 'nothing', fail: { operation: 'writeFile', code: 'ENOSPC' } });
  const piece = await typePiece(note, ledger);
  expect((await note.says(/^not saved/im, 15_000)).words).toMatch(/slow-\w+\.md/);
  expect(await note.promised(), 'pieces called safe').not.toContain(piece);
  expect(ledger.file()).toBe(before);
  room.plan(undefined);
  await arrives(room, piece, 20_000);
  await note.says(saved, 20_000);
});

test('F5: writes stop short at 4096 bytes', async () => {
  const ledger = new Ledger(room, 4);
  const note = await window.openNote(4);
  await savePiece(note, ledger, 100);
  const before = ledger.file();
  const host = await room.host();
  if (!limitFileSize(host, 4096)) return notRun('F5, a limit to the size of files: no prlimit');
  const piece = await typePiece(note, ledger, 20_000);
  await note.says(/^not saved/im, 15_000);
  expect(await note.promised(), 'pieces called safe').not.toContain(piece);
  expect(ledger.file()).toBe(before);
  limitFileSize(host, 'unlimited');
  await arrives(room, piece, 20_000);
  await note.says(saved, 20_000);
  await ledger.heard(note);
  await ledger.expectSafe();
  await ledger.expectSwept();
});

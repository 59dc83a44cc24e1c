import { statSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { chunk } from './harness/chunk.ts';
import { FaultRoom } from './harness/faultRoom.ts';
import type { FaultWindow } from './harness/faultWindow.ts';
import { revertKey } from './harness/faultyExtension.ts';
import { Ledger } from './harness/ledger.ts';
import type { NotePage } from './harness/notePage.ts';
import { arrives, follows, saved, savePiece, typePiece } from './harness/typing.ts';
import { pause, until } from './harness/until.ts';

let room: FaultRoom;
let window: FaultWindow;
beforeAll(async () => {
  room = await FaultRoom.open({ 'files.trimTrailingWhitespace': true, 'editor.wordWrap': 'off' });
  window = await room.window();
});
afterEach(async ({ task }) => {
  await room.pictures(task);
  await window.closeEditors();
});
afterAll(() => room.close());

/** The note in a text editor and, beside it, in the reader. */
async function openBoth(ledger: Ledger): Promise<NotePage> {
  await savePiece(await window.openNote(ledger.index), ledger, 200);
  await window.closeEditors();
  await window.openFile(ledger.index);
  return window.openNote(ledger.index);
}

/** Two programs that answer each other write for ever. */
async function expectQuiet(index: number): Promise<void> {
  await pause(500);
  const time = (): number => statSync(room.noteFile(index)).mtimeMs;
  const before = time();
  await pause(1500);
  expect(time(), 'the time of the last write').toBe(before);
}

/** Presses a key in the text editor until this is so: what VS Code trimmed at a save is a step of its own that is undone first. */
async function repeat(key: string, isDone: () => Promise<boolean>): Promise<void> {
  for (let steps = 0; steps < 3; steps += 1) {
    await window.page.keyboard.press(key);
    if (await until(key, isDone, 5000).catch(() => false)) return;
  }
  throw new Error(`${key} did nothing.`);
}

test('F7: typed in a text editor and in the reader by turns: one text, no conflict, no echo', async () => {
  const ledger = new Ledger(room, 0);
  const note = await openBoth(ledger);
  const foreign: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const piece = chunk(200);
    foreign.push(piece);
    await window.typeInFile(piece);
    // By turns: who types on has seen what the other one wrote.
    await follows(note, piece);
    await typePiece(note, ledger, 200);
    await note.says(saved);
  }
  await ledger.heard(note);
  await ledger.expectSafe();
  for (const piece of foreign) await arrives(room, piece);
  expect((await note.everything()).match(/conflict/i)).toBeNull();
  expect(room.files(room.notes).size).toBe(1);
  await expectQuiet(0);
});

test('F7: undone in the text editor, what the reader typed goes away in both and nothing comes back', async () => {
  const ledger = new Ledger(room, 1);
  const note = await openBoth(ledger);
  const piece = await savePiece(note, ledger, 200);
  await window.focusFile();
  const undo = (): Promise<void> => repeat('Control+z', async () => !(await note.holds(piece.trim())));
  await undo();
  // Before the save, which may trim and is then a change after which VS Code has nothing to redo.
  await repeat('Control+y', () => note.holds(piece.trim()));
  await undo();
  await window.page.keyboard.press('Control+s');
  await until('the note without the piece', () => ledger.file()?.includes(piece.trim()) === false);
  await pause(1500);
  expect(ledger.file()).not.toContain(piece.trim());
  expect(await note.holds(piece.trim()), 'undone, and there again').toBe(false);
  await expectQuiet(1);
});

test('F7: reverted in the text editor: what the reader had saved stays', async () => {
  const ledger = new Ledger(room, 2);
  const note = await openBoth(ledger);
  await savePiece(note, ledger, 200);
  const given = chunk(200);
  await window.typeInFile(given);
  await follows(note, given);
  await window.page.keyboard.press(revertKey);
  await follows(note, given, false);
  await savePiece(note, ledger, 200);
  await ledger.expectSafe();
  await expectQuiet(2);
});

test('F7: white space that the editor cuts off at each save is no conflict', async () => {
  const ledger = new Ledger(room, 3);
  const note = await openBoth(ledger);
  const foreign = chunk(200);
  await window.typeInFile(`${foreign}   `);
  await window.page.keyboard.press('Control+s');
  await savePiece(note, ledger, 200);
  await arrives(room, foreign);
  expect((await note.everything()).match(/conflict/i)).toBeNull();
  expect(room.files(room.notes).size).toBe(4);
  await ledger.expectSafe();
  await expectQuiet(3);
});

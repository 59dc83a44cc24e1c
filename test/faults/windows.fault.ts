import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FaultRoom } from './harness/faultRoom.ts';
import type { FaultWindow } from './harness/faultWindow.ts';
import { Ledger } from './harness/ledger.ts';
import { byLength } from './harness/runLength.ts';
import { count } from './harness/tally.ts';
import { arrives, typePiece } from './harness/typing.ts';
import { pause } from './harness/until.ts';

let room: FaultRoom;
beforeAll(async () => {
  room = await FaultRoom.open();
});
afterEach(({ task }) => room.pictures(task));
afterAll(() => room.close());

/** Numbers from 0 to 1 that are the same in each run. */
function* randomFrom(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    yield (state >>> 8) / 0x1000000;
  }
}

test('F8: two windows type into one note, by turns and at once: nothing of either is lost', async () => {
  const turns = byLength(24, 200);
  const windows: FaultWindow[] = [await room.window(), await room.window()];
  const ledger = new Ledger(room, 0);
  const notes = await Promise.all(windows.map((window) => window.openNote(0)));
  const random = randomFrom(11);
  const pieces: string[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const who = Math.floor(random.next().value * 3);
    const typing = who === 2 ? notes : notes.slice(who, who + 1);
    pieces.push(...(await Promise.all(typing.map((note) => typePiece(note, ledger, 80)))));
    await pause(random.next().value * 500);
  }
  for (const note of notes) await note.says(/^(?:saved|conflict)/im, 20_000);
  for (const note of notes) await ledger.heard(note);
  for (const piece of pieces) {
    ledger.promise(piece);
    await arrives(room, piece, 5000).catch(() => undefined);
  }
  const [first] = windows;
  if (first === undefined) throw new Error('No window.');
  await ledger.expectSafe();
  const words = await Promise.all(notes.map((note) => note.everything()));
  count({ conflicts: words.filter((text) => /conflict/i.test(text)).length });
  expect(pieces.length).toBeGreaterThanOrEqual(turns);
  for (const window of windows) await window.end();
});

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FaultRoom } from './harness/faultRoom.ts';
import type { FaultWindow } from './harness/faultWindow.ts';
import { Ledger } from './harness/ledger.ts';
import { byLength } from './harness/runLength.ts';
import { count } from './harness/tally.ts';
import { savePiece, typePiece } from './harness/typing.ts';
import { pause, until } from './harness/until.ts';

let room: FaultRoom;
let window: FaultWindow;
beforeAll(async () => {
  room = await FaultRoom.open();
  window = await room.window();
});
afterEach(({ task }) => room.pictures(task));
afterAll(() => room.close());

/** VS Code in a browser has no command that starts the extension host anew; `kills.fault.ts` ends it without asking. */
const ways: readonly { readonly way: string; readonly end: () => Promise<void> }[] = [
  { way: 'the window is loaded anew', end: () => window.reload() },
  {
    way: 'the window is closed',
    end: async () => {
      await window.leave();
      await until('the end of its host', () => room.hosts().length === 0, 10_000).catch(() => room.endHosts());
      await window.end();
      window = await room.window();
    },
  },
  {
    way: 'the reader is closed',
    end: () => window.closeEditors(),
  },
];

test.each(ways)('F24: $way at some moment of a save', async ({ way, end }) => {
  const index = ways.findIndex((one) => one.way === way);
  const ledger = new Ledger(room, index);
  await savePiece(await window.openNote(index), ledger);
  for (let turn = 0; turn < byLength(3, 15); turn += 1) {
    const note = await window.openNote(index);
    const before = ledger.file();
    await typePiece(note, ledger);
    // The reader sends after a moment, the draft follows, then the file.
    await pause(Math.random() * 700);
    await ledger.heard(note);
    await end();
    count({ kills: 1 });
    expect(before).toBeDefined();
    ledger.expectWhole(before);
    await ledger.expectRecovered(window);
  }
});

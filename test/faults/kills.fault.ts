import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { KillMoment } from './hook/faultPlan.ts';
import { FaultRoom } from './harness/faultRoom.ts';
import type { FaultWindow } from './harness/faultWindow.ts';
import { Ledger } from './harness/ledger.ts';
import { count } from './harness/tally.ts';
import { killsWanted } from './harness/runLength.ts';
import { endsOrSaves, savePiece, typePiece } from './harness/typing.ts';
import { pause } from './harness/until.ts';

let room: FaultRoom;
let window: FaultWindow;
beforeAll(async () => {
  room = await FaultRoom.open();
  window = await room.window();
});
afterEach(({ task }) => room.pictures(task));
afterAll(() => room.close());

interface Point {
  readonly at: number;
  readonly moment: KillMoment;
  readonly name: string;
}

let plans = 0;

/** Every place where one save can be cut off: before each operation, in the middle of each write, and after the last. */
async function pointsOfSave(index: number): Promise<readonly Point[]> {
  const ledger = new Ledger(room, index);
  const note = await window.openNote(index);
  await savePiece(note, ledger);
  plans += 1;
  room.plan({ id: `measure${plans}` });
  await savePiece(note, ledger);
  // Its draft goes after it.
  await pause(300);
  const operations = room.operations(`measure${plans}`);
  room.plan(undefined);
  expect(operations.map(({ name }) => name)).toContain('rename');
  const moments = operations.flatMap(({ name }, place): Point[] => {
    const at = place + 1;
    const half: Point[] = /^(?:write|append)/.test(name) ? [{ at, moment: 'half', name }] : [];
    return [{ at, moment: 'before', name }, ...half];
  });
  return [...moments, { at: operations.length, moment: 'after', name: 'the last' }];
}

/** The host ends at the point of a save; it starts again, and the note is opened anew. Gives whether the host ended. */
async function killAt(point: Point, ledger: Ledger): Promise<boolean> {
  const note = await window.openNote(ledger.index);
  const host = await room.host();
  const before = ledger.file();
  plans += 1;
  room.plan({ id: `kill${plans}`, kill: point });
  const piece = await typePiece(note, ledger);
  const died = await endsOrSaves(host, ledger, piece);
  ledger.expectWhole(before);
  ledger.promiseKept(piece);
  room.plan(undefined);
  // The reader of the next host may have taken its place already, and what it said with it.
  await ledger.heard(note).catch(() => undefined);
  await window.closeEditors();
  if (died) {
    count({ kills: 1 });
    await room.revive(window);
  }
  await ledger.expectRecovered(window);
  return died;
}

test('F1: the extension host is killed at every operation of a save', async () => {
  const points = await pointsOfSave(0);
  console.log(`A save is ${points.map(({ name, moment }) => `${moment} ${name}`).join(', ')}.`);
  const wanted = killsWanted(points.length);
  let kills = 0;
  for (let turn = 0; kills < wanted; turn += 1) {
    const point = points[turn % points.length];
    if (point === undefined || turn > 3 * wanted) break;
    if (await killAt(point, new Ledger(room, turn % 8))) kills += 1;
  }
  expect(kills).toBe(wanted);
});

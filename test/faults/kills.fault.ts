import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { KillMoment } from './hook/faultPlan.ts';
import { chunk } from './harness/chunk.ts';
import { FaultRoom } from './harness/faultRoom.ts';
import type { FaultWindow } from './harness/faultWindow.ts';
import { Ledger } from './harness/ledger.ts';
import { isAlive } from './harness/processes.ts';
import { count } from './harness/tally.ts';
import { until } from './harness/until.ts';
import { killsWanted } from './harness/runLength.ts';

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
  const note = await window.openNote(index);
  await note.type(chunk());
  await note.says(/^saved/im);
  plans += 1;
  room.plan({ id: `measure${plans}` });
  const piece = chunk();
  await note.type(piece);
  await until('the save', () => new Ledger(room, index).file()?.includes(piece.trim()));
  await note.says(/^saved/im);
  await until('the end of its operations', () => true, 1);
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
  const piece = chunk();
  ledger.typed(piece);
  await note.type(piece);
  const died = await until('the end of the host', () => !isAlive(host), 4000).catch(() => false);
  ledger.expectWhole(before);
  room.plan(undefined);
  await ledger.heard(note);
  await window.closeEditors();
  if (died) {
    count({ kills: 1 });
    await room.revive(window);
  }
  // Paperside looks for drafts when it is first needed.
  await window.openNote(ledger.index);
  if (await ledger.expectKept(window)) await window.closeEditors();
  await ledger.expectSwept();
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

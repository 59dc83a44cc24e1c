import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FaultRoom } from './harness/faultRoom.ts';
import type { FaultWindow } from './harness/faultWindow.ts';
import { Ledger } from './harness/ledger.ts';
import { isAlive, killAll } from './harness/processes.ts';
import { byLength } from './harness/runLength.ts';
import { count } from './harness/tally.ts';
import { arrives, notSafe, savePiece, typePiece } from './harness/typing.ts';
import { pause, until } from './harness/until.ts';

let room: FaultRoom;
const windows: FaultWindow[] = [];
beforeAll(async () => {
  room = await FaultRoom.open();
});
afterEach(async ({ task }) => {
  await room.pictures(task);
  for (const window of windows.splice(0)) await window.end();
  room.endHosts();
  room.plan(undefined);
});
afterAll(() => room.close());

async function open(): Promise<FaultWindow> {
  const window = await room.window();
  windows.push(window);
  return window;
}

/** Types pieces without a pause, and gives with each when it had been typed. */
async function typeOn(window: FaultWindow, ledger: Ledger, seconds: number): Promise<readonly [string, number][]> {
  const note = await window.note(ledger.index);
  const pieces: [string, number][] = [];
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(120))
    pieces.push([await typePiece(note, ledger, 200), Date.now()]);
  await ledger.heard(note).catch(() => undefined);
  return pieces;
}

/** What was typed more than a second before the end is promised to be on disk, said or not. */
function promiseOlder(ledger: Ledger, pieces: readonly [string, number][], end: number): void {
  for (const [piece, time] of pieces) if (time < end - 1000) ledger.promise(piece);
}

test('F2: the server is killed while somebody types', async () => {
  for (let turn = 0; turn < byLength(1, 10); turn += 1) {
    const window = await open();
    const ledger = new Ledger(room, 0);
    await savePiece(await window.openNote(0), ledger);
    const pieces = await typeOn(window, ledger, 2 + Math.random());
    killAll([room.serverPid ?? 0]);
    promiseOlder(ledger, pieces, Date.now());
    count({ kills: 1 });
    await window.end();
    await room.restartServer();
    const again = await open();
    await ledger.expectRecovered(again);
    await again.end();
  }
});

test('F2: the browser ends while somebody types', async () => {
  for (let turn = 0; turn < byLength(1, 10); turn += 1) {
    const window = await open();
    const ledger = new Ledger(room, 1);
    await savePiece(await window.openNote(1), ledger);
    const pieces = await typeOn(window, ledger, 2 + Math.random());
    await window.end();
    promiseOlder(ledger, pieces, Date.now());
    count({ kills: 1 });
    // The host lives on without its page: it may still save.
    const again = await open();
    await ledger.expectRecovered(again);
    await again.end();
  }
});

/** The page is alone: says so in time. */
async function expectAlone(window: FaultWindow, index: number, since: number): Promise<void> {
  const shown = await (await window.note(index)).says(notSafe, 10_000);
  expect(shown.at - since, 'milliseconds until the page said that nothing is saved').toBeLessThanOrEqual(2000);
}

test('F3: the host is killed and its page lives on: it says so, keeps what is typed, and brings it', async () => {
  const window = await open();
  const ledger = new Ledger(room, 2);
  const note = await window.openNote(2);
  await savePiece(note, ledger);
  killAll([await room.host()]);
  const killed = Date.now();
  count({ kills: 1 });
  const typed = await typePiece(note, ledger);
  // Where VS Code starts another host at once, that one may have saved everything before anybody can look.
  await Promise.any([expectAlone(window, 2, killed), arrives(room, typed, 10_000)]);
  const later = await typePiece(note, ledger);
  await room.revive(window);
  await window.openNote(2);
  await arrives(room, typed, 15_000);
  await arrives(room, later, 15_000);
  await ledger.expectKept(window);
});

/** Kills each host that VS Code starts, until it starts none any more. */
async function killForGood(): Promise<void> {
  for (;;) {
    const host = await until('another host', () => room.hosts().at(-1), 8000).catch(() => undefined);
    if (host === undefined) return;
    killAll([host]);
    await until('its end', () => !isAlive(host));
    count({ kills: 1 });
  }
}

test('F3: what was typed without a host outlives a reload of the window', async () => {
  const window = await open();
  const ledger = new Ledger(room, 3);
  const note = await window.openNote(3);
  await savePiece(note, ledger);
  await killForGood();
  const typed = await typePiece(note, ledger);
  await note.says(notSafe);
  await window.reload();
  // VS Code brings no reader back that had no host.
  await window.openNote(3);
  await arrives(room, typed);
  await ledger.expectKept(window);
});

test('F9: an old host wakes up beside a new one and writes nothing over', async () => {
  for (let turn = 0; turn < byLength(1, 10); turn += 1) {
    const window = await open();
    const ledger = new Ledger(room, 4);
    const note = await window.openNote(4);
    await savePiece(note, ledger);
    const old = await room.host();
    // On its way when the host stops.
    await typePiece(note, ledger);
    await pause(200 + Math.random() * 300);
    process.kill(old, 'SIGSTOP');
    await ledger.heard(note);
    // As when the line was cut: the old host is not told that its page has gone.
    await window.end();
    const again = await open();
    const fresh = await again.openNote(4);
    await savePiece(fresh, ledger);
    process.kill(old, 'SIGCONT');
    await pause(3000);
    await savePiece(fresh, ledger);
    await ledger.expectKept(again);
    await again.end();
    room.endHosts();
  }
});

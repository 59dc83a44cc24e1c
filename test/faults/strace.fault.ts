import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FaultRoom } from './harness/faultRoom.ts';
import type { FaultWindow } from './harness/faultWindow.ts';
import { Ledger } from './harness/ledger.ts';
import { isAlive } from './harness/processes.ts';
import { byLength } from './harness/runLength.ts';
import { strace, type Strace } from './harness/strace.ts';
import { count, notRun } from './harness/tally.ts';
import { ensureStrace } from './harness/tools.ts';
import { savePiece, typePiece } from './harness/typing.ts';
import { pause, until } from './harness/until.ts';

let room: FaultRoom;
let window: FaultWindow;
let hasStrace = false;
let logs = 0;
beforeAll(async () => {
  hasStrace = await ensureStrace();
  if (!hasStrace) return notRun('F1, kills at system calls: no strace (kills at operations of Node ran instead)');
  room = await FaultRoom.open();
  window = await room.window();
});
afterEach(({ task }) => (hasStrace ? room.pictures(task) : undefined));
afterAll(() => (hasStrace ? room.close() : undefined));

function trace(pid: number, args: readonly string[]): Promise<Strace> {
  logs += 1;
  return strace(pid, path.join(room.outside, `strace-${logs}.log`), args);
}

/** System calls that change what is on disk and are rare in a host at rest, so that the nth of a save can be told beforehand. */
const rare = ['openat', 'ftruncate', 'fsync', 'fdatasync', 'rename', 'unlink', 'link'];

interface Call {
  readonly name: string;
  /** The how manieth of its name. */
  readonly at: number;
}

/** The system calls of one save of a note, with their numbers. */
async function callsOfSave(): Promise<readonly Call[]> {
  const ledger = new Ledger(room, 0);
  const note = await window.openNote(0);
  await savePiece(note, ledger);
  const tracer = await trace(await room.host(), ['-e', `trace=${rare.join()}`]);
  await savePiece(note, ledger);
  await pause(300);
  await tracer.detach();
  const numbers = new Map<string, number>();
  return tracer.calls().flatMap((line) => {
    const name = /^\d+\s+(\w+)\(/.exec(line)?.[1];
    if (name === undefined) return [];
    const at = (numbers.get(name) ?? 0) + 1;
    numbers.set(name, at);
    return line.includes(room.notes) || line.includes('drafts') ? [{ name, at }] : [];
  });
}

async function killAt({ name, at }: Call, ledger: Ledger): Promise<string | undefined> {
  const note = await window.openNote(ledger.index);
  const host = await room.host();
  const before = ledger.file();
  const tracer = await trace(host, ['-e', `trace=${name}`, '-e', `inject=${name}:signal=KILL:when=${at}`]);
  await typePiece(note, ledger);
  const died = await until('the end of the host', () => !isAlive(host), 4000).catch(() => false);
  ledger.expectWhole(before);
  // While strace holds the dead host VS Code starts no other one, whose reader would take the place of this.
  await ledger.heard(note);
  await tracer.detach();
  await window.closeEditors();
  if (died) {
    count({ kills: 1 });
    await room.revive(window);
  }
  await ledger.expectRecovered(window);
  return died ? tracer.calls().findLast((line) => line.includes(`${name}(`)) : undefined;
}

test('F1: the extension host is killed at the system calls of a save', async () => {
  if (!hasStrace) return;
  const calls = await callsOfSave();
  expect(calls.map(({ name }) => name)).toContain('rename');
  const where: string[] = [];
  for (let turn = 0; turn < byLength(12, 100); turn += 1) {
    // Spread over all of them, however many there are.
    const call = calls[Math.floor((turn * calls.length) / byLength(12, 100)) % calls.length];
    if (call === undefined) break;
    const line = await killAt(call, new Ledger(room, turn % 8));
    if (line !== undefined) where.push(`${call.name} ${/"[^"]*\/([^"/]+)"/.exec(line)?.[1] ?? ''}`.trim());
  }
  console.log(`The host was killed at ${where.join(', ')}.`);
  expect(where.length).toBeGreaterThan(0);
});

/** Calls of VS Code's own save of an open document; the server makes them. */
const serverCalls = ['openat', 'write,pwrite64', 'fdatasync,fsync'];

test.each(serverCalls)('F1: the server is killed at %s while it saves the open document of a note', async (name) => {
  if (!hasStrace) return;
  const ledger = new Ledger(room, serverCalls.indexOf(name));
  await savePiece(await window.openNote(ledger.index), ledger);
  await window.closeEditors();
  await window.openFile(ledger.index);
  const note = await window.openNote(ledger.index);
  await savePiece(note, ledger);
  const server = room.serverPid ?? 0;
  const file = room.noteFile(ledger.index);
  const inject = `inject=${name}:signal=KILL:when=1`;
  const tracer = await trace(server, ['-P', file, '-e', `trace=${name}`, '-e', inject]);
  await typePiece(note, ledger);
  const died = await until('the end of the server', () => !isAlive(server), 5000).catch(() => false);
  await ledger.heard(note);
  await tracer.detach();
  if (died) count({ kills: 1 });
  else notRun(`F1, a kill of the server at ${name}: its save made no such call`);
  await window.end();
  await room.restartServer();
  window = await room.window();
  await ledger.expectKept(window);
});

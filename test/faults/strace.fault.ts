import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { FaultRoom } from './harness/faultRoom.ts';
import type { FaultWindow } from './harness/faultWindow.ts';
import { Ledger } from './harness/ledger.ts';
import { byLength } from './harness/runLength.ts';
import { strace, type Strace } from './harness/strace.ts';
import { count, notRun } from './harness/tally.ts';
import { ensureStrace } from './harness/tools.ts';
import { endsOrSaves, savePiece, typePiece } from './harness/typing.ts';

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

interface Call {
  /** Names of system calls; which of them is made differs by processor. */
  readonly names: string;
  /** Only on this file or folder. */
  readonly file?: string;
}

/**
 * System calls of a save. Threads count theirs apart, so that only the first of its name, or the first on a file, can be told
 * beforehand; `kills.fault.ts` ends the host at each operation.
 */
function callsOfSave(): readonly Call[] {
  const names = readdirSync(room.storage, { recursive: true, encoding: 'utf8' });
  const drafts = names.find((name) => name.endsWith('drafts'));
  if (drafts === undefined) throw new Error('No folder of drafts.');
  const folders = [path.join(room.storage, drafts), room.notes];
  return [
    ...folders.flatMap((file) => ['openat', 'fsync'].map((name) => ({ names: name, file }))),
    { names: 'rename,renameat,renameat2' },
    { names: 'fchmod' },
    { names: 'unlink,unlinkat' },
  ];
}

async function killAt({ names, file }: Call, ledger: Ledger): Promise<string | undefined> {
  const note = await window.openNote(ledger.index);
  const host = await room.host();
  const before = ledger.file();
  const only = file === undefined ? [] : ['-P', file];
  const tracer = await trace(host, [...only, '-e', `trace=${names}`, '-e', `inject=${names}:signal=KILL:when=1`]);
  const piece = await typePiece(note, ledger);
  const died = await endsOrSaves(host, ledger, piece);
  ledger.expectWhole(before);
  const killed = died ? tracer.calls().find((line) => line.includes('(')) : undefined;
  ledger.promiseKept(piece);
  // While strace holds the dead host VS Code starts no other one, whose reader would take the place of this.
  await ledger.heard(note);
  await tracer.detach();
  await window.closeEditors();
  if (died) {
    count({ kills: 1 });
    await room.revive(window);
  }
  await ledger.expectRecovered(window);
  return killed;
}

test('F1: the extension host is killed at the system calls of a save', async () => {
  if (!hasStrace) return;
  // What is written anew takes other calls than what is written over.
  for (const index of [0, 1]) await savePiece(await window.openNote(index), new Ledger(room, index));
  const calls = callsOfSave();
  const where: string[] = [];
  for (let turn = 0; turn < byLength(10, 100); turn += 1) {
    const call = calls[turn % calls.length];
    const line = call && (await killAt(call, new Ledger(room, turn % 2)));
    if (line !== undefined) where.push(line.replace(/^\d+ +/, '').replaceAll(room.outside, ''));
  }
  console.log(`The host was killed at\n${where.join('\n')}`);
  expect(where.length).toBe(byLength(10, 100));
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
  const died = await endsOrSaves(server, ledger, await typePiece(note, ledger));
  await ledger.heard(note);
  await tracer.detach();
  if (died) count({ kills: 1 });
  else notRun(`F1, a kill of the server at ${name}: its save made no such call`);
  await window.end();
  await room.restartServer();
  window = await room.window();
  await ledger.expectRecovered(window);
});

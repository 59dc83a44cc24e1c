import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FaultRoom } from './harness/faultRoom.ts';
import { installFacts } from './harness/faultyExtension.ts';
import { strace } from './harness/strace.ts';
import { notRun } from './harness/tally.ts';
import { ensureStrace, fillDisk, mountSmallDisk } from './harness/tools.ts';
import { until } from './harness/until.ts';
import { parseFacts } from './hook/foundFacts.ts';

/** Facts are told, not asserted: when VS Code mends one, nobody has broken anything, and a rule of ours may go. */
function tell(fact: string, holds: boolean, seen: unknown): void {
  console.log(`VS Code: ${fact}: ${holds ? 'still so' : 'NO LONGER SO'} (${JSON.stringify(seen)})`);
}

test('what VS Code does to files is what Paperside guards against', async () => {
  const room = await FaultRoom.open();
  const facts = path.join(room.workspace, 'facts');
  const full = path.join(facts, 'full');
  mkdirSync(full, { recursive: true });
  const unmount = mountSmallDisk(full, 256);
  try {
    if (unmount === undefined) notRun('VS Code on a full disk: no small disk may be mounted here');
    else {
      writeFileSync(path.join(full, 'note.txt'), 'a note of some words that stands here first');
      fillDisk(full, 0);
    }
    await installFacts(room.extension.folder);
    await room.window();
    const found = path.join(facts, 'found.json');
    await until('what was found', () => existsSync(found));
    await until('all of it', () => readFileSync(found, 'utf8').endsWith('}'));
    const { shortWrite, sameSize, olderTime, failure } = parseFacts(readFileSync(found, 'utf8'));
    expect(failure).toBeUndefined();
    const stopsShort = shortWrite?.success === true && shortWrite.bytes < 20_000;
    if (shortWrite !== undefined)
      tell('a save that stops short on a full disk is called a success', stopsShort, shortWrite);
    tell('a change of the same size is saved over', sameSize?.success === true && sameSize.overwritten, sameSize);
    tell('a change with an older time is saved over', olderTime?.success === true && olderTime.overwritten, olderTime);
    await tellRenames(room, facts);
  } finally {
    unmount?.();
    await room.close();
  }
});

async function tellRenames(room: FaultRoom, facts: string): Promise<void> {
  if (!(await ensureStrace())) return notRun('how VS Code renames: no strace');
  const pids = [await room.host(), room.serverPid ?? 0];
  // The host asks the server for some of it.
  const look = ['-e', 'trace=rename,renameat,renameat2,link,unlink'];
  const tracers = await Promise.all(pids.map((pid) => strace(pid, path.join(room.outside, `rename-${pid}.log`), look)));
  writeFileSync(path.join(facts, 'rename'), '');
  await until('the rename', () => existsSync(path.join(facts, 'renamed')));
  await Promise.all(tracers.map((tracer) => tracer.detach()));
  const lines = tracers.flatMap((tracer) => tracer.calls());
  const calls = lines.filter((line) => line.includes('to.txt') || line.includes('from.txt'));
  if (calls.length === 0) return notRun('how VS Code renames: no call was seen');
  const steps = calls.map((line) => line.replace(/^\d+ +/, '').replaceAll(`${facts}/`, ''));
  tell('a rename over a file takes more than one step', steps.length > 1, steps);
}

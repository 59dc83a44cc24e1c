import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { randomUUID } from 'node:crypto';
import { codeOf } from './errorCode.ts';

/** `tmp`: on its way to replace a file. `bak`: what a file held while it is written in place. */
type Kind = 'tmp' | 'bak';

/** Short, so that it fits where the longest names do; names the process that it belongs to. */
const ours = /^\.paperside-(\d{1,10})-[0-9a-f]{8}\.(tmp|bak)$/;

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** A path in the folder that no other call gives. */
export function temporaryPath(folder: string, kind: Kind): string {
  return path.join(folder, `.paperside-${process.pid}-${randomUUID().slice(0, 8)}.${kind}`);
}

/** Whether a process of this number runs. Another program may have taken the number over. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Of another user.
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Removes temporary files of ours whose process is gone, and gives the paths of backups that such a process left: they may
 * hold what a file has lost. A folder that cannot be read holds none.
 */
export async function sweepTemporaryFiles(folder: string): Promise<readonly string[]> {
  const backups: string[] = [];
  for (const name of await fs.readdir(folder).catch(() => [])) {
    const [, pid, kind] = ours.exec(name) ?? [];
    const file = path.join(folder, name);
    if (pid === undefined || !(await isLeft(file, Number(pid)))) continue;
    if (kind === 'bak') backups.push(file);
    else await fs.rm(file, { force: true }).catch(() => undefined);
  }
  return backups;
}

/** Its process is gone; or it is so old that another process must have taken the number over. */
async function isLeft(file: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return true;
  const stat = await fs.stat(file).catch(() => undefined);
  return stat !== undefined && Date.now() - stat.mtimeMs > dayMilliseconds;
}

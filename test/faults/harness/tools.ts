import { spawnSync } from 'node:child_process';
import { statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aptInstall, isDebianRoot } from '../../support/aptInstall.ts';

const runs = (program: string, args: readonly string[]): boolean => spawnSync(program, args).status === 0;

/** Sees to it that strace is there, where it can be installed from here. Resolves to whether it can look into other processes. */
export async function ensureStrace(): Promise<boolean> {
  if (!runs('strace', ['-V']) && isDebianRoot()) await aptInstall('strace').catch(() => undefined);
  return runs('strace', ['-o', '/dev/null', 'true']);
}

/** Mounts a small disk in memory; `undefined` where that is not allowed. Its function takes it away. */
export function mountSmallDisk(folder: string, kilobytes: number): (() => void) | undefined {
  if (process.platform !== 'linux' || !runs('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]))
    return undefined;
  return () => void runs('umount', ['-l', folder]);
}

/** Makes a mounted disk read-only or writable. */
export function remount(folder: string, way: 'ro' | 'rw'): boolean {
  return runs('mount', ['-o', `remount,${way}`, folder]);
}

/** Fills a disk until `pages` of 4096 bytes are free, with a file that may be removed again. Gives its path. */
export function fillDisk(folder: string, pages: number): string {
  const file = path.join(folder, 'filling.md');
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - pages * 4096), 'x'));
  return file;
}

/** Limits the size of files that a process may write; `unlimited` takes it back. */
export function limitFileSize(pid: number, bytes: number | 'unlimited'): boolean {
  return runs('prlimit', [`--fsize=${bytes}:unlimited`, '--pid', String(pid)]);
}

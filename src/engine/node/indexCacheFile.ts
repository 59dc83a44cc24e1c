import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { IndexCache } from '../cache/indexCache.ts';
import type { PartSeal } from '../cache/sealedParts.ts';
import { Checksum, isWhole, mostHeadBytes, readSealedHead, writeSealedHead } from '../cache/sealedParts.ts';

/** Bytes summed up and written at once: what is asked meanwhile is answered in between. */
const atOnce = 4 * 1024 * 1024;
/** Nobody writes for so long, in milliseconds: who began has ended. */
const abandonedAfter = 60 * 60 * 1000;

/** An index cache in one file. `stamp` names who may read it: another version of the extension or of Unicode may not. */
export function indexCacheFile(path: string, stamp: string): IndexCache {
  return {
    async read() {
      const file = await opened(path);
      if (file === undefined) return undefined;
      try {
        return await readParts(file, stamp);
      } finally {
        await file.close();
      }
    },
    async write(parts) {
      await mkdir(dirname(path), { recursive: true });
      const seals: PartSeal[] = [];
      for (const pieces of parts) seals.push(await sealOf(pieces));
      await removeAbandoned(path);
      const unfinished = `${path}.${randomUUID()}.tmp`;
      try {
        await writeAll(unfinished, [writeSealedHead(stamp, seals), ...parts.flat()]);
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
  };
}

/** Takes away what processes left that ended while they wrote. */
async function removeAbandoned(path: string): Promise<void> {
  const folder = dirname(path);
  const names = await readdir(folder);
  for (const name of names.filter((one) => one.startsWith(`${basename(path)}.`) && one.endsWith('.tmp'))) {
    const unfinished = join(folder, name);
    try {
      const { mtimeMs } = await stat(unfinished);
      if (Date.now() - mtimeMs > abandonedAfter) await rm(unfinished);
    } catch {
      // Another window may have taken it away first; what cannot go does no harm.
    }
  }
}

async function opened(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

async function readParts(file: FileHandle, stamp: string): Promise<readonly ArrayBuffer[] | undefined> {
  const { size } = await file.stat();
  const head = readSealedHead(stamp, await readBytes(file, 0, Math.min(size, mostHeadBytes)));
  if (head === undefined) return undefined;
  const whole = head.parts.reduce((sum, { length }) => sum + length, head.length);
  // Checked before so much memory is asked for.
  if (whole !== size) return undefined;
  const parts: ArrayBuffer[] = [];
  let at = head.length;
  for (const seal of head.parts) {
    const bytes = await readBytes(file, at, seal.length);
    if (!isWhole(seal, bytes)) return undefined;
    parts.push(bytes);
    at += seal.length;
  }
  return parts;
}

/** Into memory of its own; shorter when the file ends before. */
async function readBytes(file: FileHandle, from: number, length: number): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  while (at < length) {
    const { bytesRead } = await file.read(bytes, at, length - at, from + at);
    if (bytesRead === 0) return bytes.buffer.slice(0, at);
    at += bytesRead;
  }
  return bytes.buffer;
}

async function sealOf(pieces: readonly Uint8Array[]): Promise<PartSeal> {
  const sum = new Checksum();
  let length = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += atOnce) {
      sum.add(piece.subarray(at, at + atOnce));
      await setImmediate();
    }
    length += piece.length;
  }
  return { length, checksum: sum.value };
}

async function writeAll(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; at += atOnce) await file.writeFile(piece.subarray(at, at + atOnce));
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

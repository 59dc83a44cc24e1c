import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { temporaryPath } from './temporaryFiles.ts';

/**
 * Writes an existing file without replacing it, so that its other hard links follow. What it held stands in a backup beside
 * it meanwhile: a failure puts that back, and a backup that could not be put back stays.
 */
export async function writeInPlace(file: string, bytes: Uint8Array): Promise<void> {
  const backup = temporaryPath(path.dirname(file), 'bak');
  const old = await fs.readFile(file);
  try {
    await writeAndFlush(backup, old, 'wx');
  } catch (error) {
    await fs.rm(backup, { force: true }).catch(() => undefined);
    throw error;
  }
  try {
    await writeAndFlush(file, bytes, 'r+');
  } catch (error) {
    await putBack(file, old, backup);
    await fs.rm(backup, { force: true });
    throw error;
  }
  await fs.rm(backup, { force: true });
}

async function putBack(file: string, old: Uint8Array, backup: string): Promise<void> {
  try {
    await writeAndFlush(file, old, 'r+');
  } catch (error) {
    const [name, copy] = [path.basename(file), path.basename(backup)];
    throw new Error(`"${name}" is damaged: what it held is in "${copy}"`, { cause: error });
  }
}

async function writeAndFlush(file: string, bytes: Uint8Array, flags: 'wx' | 'r+'): Promise<void> {
  const handle = await fs.open(file, flags, 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.truncate(bytes.byteLength);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

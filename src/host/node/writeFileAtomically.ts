import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { randomUUID } from 'node:crypto';

const renameTries = 5;
const firstRetryMilliseconds = 20;

/**
 * Replaces the file at `target` by `bytes` in one step: a temporary file in the same folder, flushed, then renamed over
 * it (JabRef's AtomicFileOutputStream does the same). VS Code's own file system truncates first and renames in two
 * steps, so a crash there can leave nothing.
 *
 * A symbolic link is kept and its target written; a file with further hard links is written in place, since a rename
 * would tear them apart. Refuses to leave `root` through links, and to replace a file marked read-only, which a rename
 * would do without asking. Creates missing folders below `root`.
 */
export async function writeFileAtomically(target: string, bytes: Uint8Array, root: string): Promise<void> {
  await fs.mkdir(path.dirname(target), { recursive: true });
  const file = await resolveInside(target, root);
  const old = await fs.stat(file).catch(ignoreMissing);
  if (old !== undefined) {
    if (!old.isFile()) throw new Error(`"${path.basename(file)}" is not a regular file`);
    if ((old.mode & 0o222) === 0) throw new Error(`"${path.basename(file)}" is marked read-only`);
    if (old.nlink > 1) {
      await writeAndFlush(file, bytes, 'r+', old.mode);
      return;
    }
  }
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    await writeAndFlush(temporary, bytes, 'wx', old?.mode ?? 0o666);
    await renameOver(temporary, file);
  } catch (error) {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await flushFolder(path.dirname(file));
}

/** The real path of `target`, which must lie in the real path of `root`. */
async function resolveInside(target: string, root: string): Promise<string> {
  const realRoot = await fs.realpath(root);
  const existing = await fs.realpath(target).catch(ignoreMissing);
  const real = existing ?? path.join(await fs.realpath(path.dirname(target)), path.basename(target));
  const fromRoot = path.relative(realRoot, real);
  if (fromRoot === '' || fromRoot.startsWith('..') || path.isAbsolute(fromRoot)) {
    throw new Error(`"${path.basename(target)}" leads out of the workspace through a link`);
  }
  return real;
}

async function writeAndFlush(file: string, bytes: Uint8Array, flags: string, mode: number): Promise<void> {
  const handle = await fs.open(file, flags, mode);
  try {
    await handle.writeFile(bytes);
    await handle.truncate(bytes.byteLength);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** On Windows a scanner or an editor may hold the file for a moment: EPERM, EBUSY and EACCES are tried again. */
async function renameOver(from: string, to: string): Promise<void> {
  let wait = firstRetryMilliseconds;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      const busy = code === 'EPERM' || code === 'EBUSY' || code === 'EACCES';
      if (!busy || attempt === renameTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
      wait *= 2;
    }
  }
}

/** Makes the rename itself durable. Windows has no such call and some file systems refuse it: the data is safe anyway. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

import * as fs from 'node:fs/promises';
import type { Stats } from 'node:fs';
import * as path from 'node:path';
import { codeOf, ignoreMissing, WriteRefusal } from './errorCode.ts';
import { resolveInside } from './resolveInside.ts';
import { temporaryPath } from './temporaryFiles.ts';
import { writeInPlace } from './writeInPlace.ts';

const renameTries = 5;
const firstRetryMilliseconds = 20;

/** What a write may replace. */
export interface WriteLimits {
  /** The file must stay below this folder, also through links. */
  readonly root: string;
  /** Replace only these bytes (`undefined`: only where no file is); without it, whatever is there. */
  readonly expected?: { readonly bytes: Uint8Array | undefined } | undefined;
}

/**
 * Replaces the file at `target` by `bytes` in one step: a temporary file in the same folder, flushed, then renamed over
 * it (JabRef's AtomicFileOutputStream does the same). VS Code's own file system truncates first and renames in two
 * steps, so a crash there can leave nothing. What the file holds is compared with `expected` after the temporary file is
 * on disk, right before the rename; `changed` when it differs, and nothing was written.
 *
 * A symbolic link is kept and its target written; a file with further hard links, one that cannot be renamed over (a mount
 * of its own), or one whose owner or group a new file cannot have, is written in place beside a backup. Refuses to leave
 * `root` through links, and to replace a file marked read-only, which a rename would do without asking. Creates missing
 * folders below `root`.
 */
export async function writeFileAtomically(
  target: string,
  bytes: Uint8Array,
  { root, expected }: WriteLimits,
): Promise<'written' | 'changed'> {
  const file = await resolveInside(target, root);
  const old = await fs.stat(file).catch(ignoreMissing);
  const name = path.basename(file);
  if (old !== undefined) {
    if (!old.isFile()) throw new WriteRefusal('NotAFile', `"${name}" is not a regular file`);
    if ((old.mode & 0o222) === 0) throw new WriteRefusal('MarkedReadOnly', `"${name}" is marked read-only`);
    if (old.nlink > 1) return (await isExpected(file, expected)) ? inPlace(file, bytes) : 'changed';
  }
  const temporary = temporaryPath(path.dirname(file), 'tmp');
  try {
    const isAlike = await writeNew(temporary, bytes, old);
    // A folder may have been replaced by a link meanwhile.
    if ((await resolveInside(target, root)) !== file) throw new WriteRefusal('Moved', `"${name}" was moved meanwhile`);
    if (!(await isExpected(file, expected))) return 'changed';
    if (expected !== undefined && old === undefined) return await linkNew(temporary, file);
    return isAlike && (await renameOver(temporary, file)) ? 'written' : await inPlace(file, bytes);
  } finally {
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    await flushFolder(path.dirname(file));
  }
}

async function inPlace(file: string, bytes: Uint8Array): Promise<'written'> {
  await writeInPlace(file, bytes);
  return 'written';
}

async function isExpected(file: string, expected: WriteLimits['expected']): Promise<boolean> {
  if (expected === undefined) return true;
  const bytes = await fs.readFile(file).catch(ignoreMissing);
  return bytes === undefined || expected.bytes === undefined ? bytes === expected.bytes : bytes.equals(expected.bytes);
}

/** With owner, group and permissions of the file it is to replace: whether it could get them. */
async function writeNew(file: string, bytes: Uint8Array, old: Stats | undefined): Promise<boolean> {
  const handle = await fs.open(file, 'wx', old?.mode ?? 0o666);
  try {
    await handle.writeFile(bytes);
    const isAlike = old === undefined || (await giveTo(handle, old));
    // What the process masks when a file is made, and what a change of its owner takes away.
    if (old !== undefined) await handle.chmod(old.mode & 0o7777);
    await handle.sync();
    return isAlike;
  } finally {
    await handle.close();
  }
}

/** In a folder that several people share, a note must not become one's own. */
async function giveTo(handle: fs.FileHandle, { uid, gid }: Stats): Promise<boolean> {
  const made = await handle.stat();
  if (made.uid === uid && made.gid === gid) return true;
  return handle.chown(uid, gid).then(
    () => true,
    () => false,
  );
}

/** A link fails where a file has come meanwhile, a rename would replace it. Some file systems have no links. */
async function linkNew(from: string, to: string): Promise<'written' | 'changed'> {
  try {
    await fs.link(from, to);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'changed';
    await fs.rename(from, to);
  }
  return 'written';
}

/**
 * Whether the file was replaced; `false` when it can only be written in place. On Windows a scanner or an editor may hold
 * it for a moment: EPERM, EBUSY and EACCES are tried again.
 */
async function renameOver(from: string, to: string): Promise<boolean> {
  let wait = firstRetryMilliseconds;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fs.rename(from, to);
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EXDEV') return false;
      const isBusy = code === 'EPERM' || code === 'EBUSY' || code === 'EACCES';
      if (!isBusy) throw error;
      if (attempt === renameTries) {
        if (code === 'EBUSY') return false;
        throw error;
      }
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

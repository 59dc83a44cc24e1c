import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { ignoreMissing, WriteRefusal } from './errorCode.ts';

/**
 * The real path of `target`, whose folders are made where they are missing. Rejects when links lead out of `root`, and
 * makes nothing there.
 */
export async function resolveInside(target: string, root: string): Promise<string> {
  const realRoot = await fs.realpath(root);
  const name = path.basename(target);
  await makeFolder(path.dirname(target), realRoot, name);
  const folder = await fs.realpath(path.dirname(target));
  const existing = await realpathOf(target);
  if (existing === undefined && (await isLink(target))) {
    throw new WriteRefusal('DeadLink', `"${name}" is a link to a file that is not there`);
  }
  const real = existing ?? path.join(folder, name);
  if (real === realRoot || !isInside(real, realRoot)) throw leavesError(name);
  return real;
}

/** Makes the missing folders one by one, each only below a folder that really is inside. */
async function makeFolder(folder: string, realRoot: string, name: string): Promise<void> {
  const real = await realpathOf(folder);
  if (real !== undefined) {
    if (!isInside(real, realRoot)) throw leavesError(name);
    return;
  }
  const parent = path.dirname(folder);
  if (parent === folder) throw leavesError(name);
  await makeFolder(parent, realRoot, name);
  await fs.mkdir(folder, { recursive: true });
}

function isInside(real: string, realRoot: string): boolean {
  const from = path.relative(realRoot, real);
  return from === '' || !(from === '..' || from.startsWith(`..${path.sep}`) || path.isAbsolute(from));
}

function leavesError(name: string): Error {
  return new WriteRefusal('LeadsOut', `"${name}" leads out of the workspace through a link`);
}

function realpathOf(file: string): Promise<string | undefined> {
  return fs.realpath(file).catch(ignoreMissing);
}

async function isLink(file: string): Promise<boolean> {
  const stat = await fs.lstat(file).catch(() => undefined);
  return stat?.isSymbolicLink() === true;
}

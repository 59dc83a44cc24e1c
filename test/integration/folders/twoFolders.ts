import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The workspace of two folders, in the folder that they are in. */
export const twoFolders = 'two.code-workspace';

/** Makes a workspace of two folders of the small one: the papers are in the first. */
export async function writeTwoFolders(workspace: string): Promise<void> {
  for (const name of ['one', 'two']) await mkdir(path.join(workspace, name));
  await rename(path.join(workspace, 'papers.txt'), path.join(workspace, 'one/papers.txt'));
  const folders = [{ path: 'one' }, { path: 'two' }];
  await writeFile(path.join(workspace, twoFolders), JSON.stringify({ folders }));
}

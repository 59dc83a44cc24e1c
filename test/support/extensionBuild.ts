import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { repositoryRoot } from './repositoryRoot.ts';
import { runNode, runQuietly, toolScript } from './runProgram.ts';

/** The extension in its packaged form: what tests load. */
export const stagedExtension = path.join(repositoryRoot, 'out/extension');

/** Makes `dist/`. Rejects when a bundle cannot be made; esbuild has said why by then. */
export async function buildExtension(): Promise<void> {
  const code = await runNode([path.join(repositoryRoot, 'esbuild.mjs')]);
  if (code !== 0) throw new Error('The build failed.');
}

/** Copies exactly the files that a package would hold to `out/extension`. */
export async function stageExtension(): Promise<string> {
  const listed = await runQuietly(process.execPath, [toolScript('vsce'), 'ls', '--no-dependencies']);
  const files = listed.split(/\r?\n/).filter((line) => line !== '');
  await rm(stagedExtension, { recursive: true, force: true });
  for (const file of files) {
    const target = path.join(stagedExtension, file);
    await mkdir(path.dirname(target), { recursive: true });
    await cp(path.join(repositoryRoot, file), target);
  }
  if (!existsSync(path.join(stagedExtension, 'dist/extension.js'))) throw new Error('The package holds no bundle.');
  return stagedExtension;
}

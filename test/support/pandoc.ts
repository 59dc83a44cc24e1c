import { spawnSync } from 'node:child_process';
import { aptInstall, isDebianRoot } from './aptInstall.ts';

/** Whether `pandoc` runs. */
function hasPandoc(): boolean {
  return spawnSync('pandoc', ['--version']).status === 0;
}

/** Sees to it that `pandoc` is there. Rejects with what to install where it cannot be installed from here. */
export async function ensurePandoc(): Promise<void> {
  if (hasPandoc()) return;
  if (isDebianRoot()) await aptInstall('pandoc');
  if (!hasPandoc())
    throw new Error('No pandoc found: install it (https://pandoc.org/installing.html); tests prove citations with it.');
}

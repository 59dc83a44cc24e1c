import { existsSync } from 'node:fs';
import { withProgress } from './progress.ts';
import { runQuietly } from './runProgram.ts';

/** Whether this is a Debian (or a relative) where we may install packages. */
export function isDebianRoot(): boolean {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/** Installs a Debian package. Rejects with apt's words when it cannot. */
export async function aptInstall(name: string): Promise<void> {
  await withProgress(`Installing ${name} by apt-get (once)`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runQuietly('apt-get', ['update'], { env });
    await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', name], { env });
  });
}

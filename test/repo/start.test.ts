import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { repositoryRoot } from './support/repository.ts';

const patience = 240_000;
let folder: string | undefined;
let started: ChildProcess | undefined;

afterEach(() => {
  if (started?.pid !== undefined && isGroupAlive(started.pid)) process.kill(-started.pid, 'SIGKILL');
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

// Process groups are POSIX.
test.runIf(process.platform !== 'win32')(
  'npm start serves a folder and leaves no process behind',
  async () => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'paperside start '));
    writeFileSync(join(folder, 'papers.txt'), 'A Title\n\nAn abstract.\n');
    const child = spawn(process.execPath, [join(repositoryRoot, 'test/support/start.ts'), folder], {
      env: { ...process.env, PAPERSIDE_START: 'server' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    started = child;
    const address = new URL(await printedAddress(child));
    expect(address.searchParams.get('folder')).toBe(folder);
    expect(address.searchParams.get('payload')).toContain('extensionDevelopmentPath');
    expect((await fetch(address)).status).toBe(200);

    const servers = childrenOf(child.pid);
    expect(servers.length).toBeGreaterThan(0);
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code).toBe(130);
    for (const group of [child.pid ?? 0, ...servers]) expect(isGroupAlive(group)).toBe(false);
    await expect(fetch(address)).rejects.toThrow();
  },
  patience,
);

function printedAddress(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /^Paperside runs at (\S+)$/m.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('close', (code) => reject(new Error(`npm start ended with ${String(code)}:\n${output}`)));
  });
}

/** The process ids that `ps` names as children; each server leads a group of its own. */
function childrenOf(parent: number | undefined): readonly number[] {
  return processes()
    .filter((entry) => entry.parent === parent)
    .map(({ id }) => id);
}

function isGroupAlive(group: number): boolean {
  return processes().some((entry) => entry.group === group);
}

/** Every process of this machine that is not merely waiting to be forgotten. */
function processes(): readonly { id: number; parent: number; group: number }[] {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat=']).toString();
  return listed
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state = 'Z']) => !state.startsWith('Z'))
    .map(([id, parent, group]) => ({ id: Number(id), parent: Number(parent), group: Number(group) }));
}

import { existsSync, rmSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runNpm } from './npm.ts';
import { onExit } from './onExit.ts';
import { withProgress } from './progress.ts';
import { downloads } from './repositoryRoot.ts';

/** Releases of the VS Code server that tests use, each with the major Node version it is made for. */
const nodeOf = { '4.139.1': 24, '4.103.2': 22 } as const;

/** A release of the server; `4.139.1` is VS Code 1.139.1. */
export type ServerVersion = keyof typeof nodeOf;

/** An installed server. */
export interface InstalledServer {
  /** Its folder: holds `out/server-main.js`. */
  readonly folder: string;
  /** The Node to run it with. */
  readonly node: string;
}

/** The newest VS Code, or the one that `PAPERSIDE_VSCODE` names (`4.103.2` is the oldest that Paperside runs in). */
export function chosenServerVersion(): ServerVersion {
  const asked = process.env['PAPERSIDE_VSCODE'] ?? '4.139.1';
  const known = Object.keys(nodeOf).find((version): version is ServerVersion => version === asked);
  if (known === undefined)
    throw new Error(`PAPERSIDE_VSCODE=${asked} is unknown; known are ${Object.keys(nodeOf).join(' and ')}.`);
  return known;
}

/**
 * The VS Code server from `.vscode-test`, installed first when it is missing or damaged (about 20 s, 700 MB).
 * The folder gets its name only when it is complete, so an interrupted installation is never taken for one.
 */
export async function ensureServer(version: ServerVersion = chosenServerVersion()): Promise<InstalledServer> {
  const folder = path.join(downloads, `server-${version}`);
  const server = { folder: path.join(folder, serverFolder), node: path.join(folder, nodeBinary()) };
  if (isComplete(server)) return server;
  await removeAbandonedParts();
  const part = `${folder}${partMark}${process.pid}`;
  const removePart = (): void => rmSync(part, { recursive: true, force: true, maxRetries: 5 });
  const forget = onExit(removePart);
  try {
    await withProgress(`Installing the VS Code server ${version} into .vscode-test (once)`, () =>
      install(version, part),
    );
    // Two runs at once: the first to finish wins, and both have what they need.
    if (!isComplete(server)) {
      await rm(folder, { recursive: true, force: true });
      await rename(part, folder);
    }
  } catch (error) {
    if (process.platform === 'linux') throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`No VS Code server for this system: install desktop VS Code and its "code" command.\n${reason}`, {
      cause: error,
    });
  } finally {
    forget();
    removePart();
  }
  return server;
}

/** Whether what a window needs first is there: an interrupted clean-up leaves a folder without it. */
function isComplete({ folder, node }: InstalledServer): boolean {
  const needed = [node, path.join(folder, 'out/server-main.js'), path.join(folder, 'node_modules')];
  return needed.every((file) => existsSync(file));
}

const partMark = '.part-';

/** Removes unfinished installations whose process is gone: one that was killed could not do it. */
async function removeAbandonedParts(): Promise<void> {
  const names = await readdir(downloads).catch(() => []);
  for (const name of names) {
    const owner = name.split(partMark)[1];
    if (owner !== undefined && !isRunning(Number(owner)))
      await rm(path.join(downloads, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const serverFolder = 'node_modules/code-server/lib/vscode';

function nodePackage(): string {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${system}-${process.arch}`;
}

function nodeBinary(): string {
  return path.join('node_modules', nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

async function install(version: ServerVersion, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const packages = [`code-server@${version}`, `${nodePackage()}@${nodeOf[version]}`, ripgrepPackage];
  await runNpm(['install', ...quiet, ...packages], folder);
  // The server's own dependencies, its file watcher among them, are listed in a package of their own.
  const node = path.join(folder, nodeBinary());
  await runNpm(['install', '--omit=dev', ...quiet], path.join(folder, serverFolder), node);
  await addRipgrep(folder);
}

const ripgrepPackage = `@vscode/ripgrep-${process.platform}-${process.arch}`;

/** Old releases get `rg`, with which VS Code finds files, by a script that downloads from GitHub: a package of npm stands in for it. */
async function addRipgrep(folder: string): Promise<void> {
  const wanted = path.join(folder, serverFolder, 'node_modules/@vscode/ripgrep');
  if (existsSync(wanted))
    await cp(path.join(folder, 'node_modules', ripgrepPackage, 'bin'), path.join(wanted, 'bin'), { recursive: true });
}

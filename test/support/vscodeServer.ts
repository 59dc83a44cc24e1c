import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureServer } from './installServer.ts';
import { killTree } from './killTree.ts';
import { onExit } from './onExit.ts';

/** What may be said about a server at its start. */
export interface ServerOptions {
  /** Settings beside the quiet defaults. Settings of scope "application" have no effect here. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Ask before trusting a folder, as VS Code does; off unless asked for. */
  readonly workspaceTrust?: boolean;
  /** Fixed port; a free one by default. */
  readonly port?: number;
  /** Environment of the extension host beside ours. */
  readonly env?: Readonly<Record<string, string>>;
  /** Folder for its data, which outlives the server and is the caller's to remove; one of its own that goes with it by default. */
  readonly data?: string;
  /** Folders of extensions that are installed beside ours. */
  readonly others?: readonly string[];
  /** The only ones of VS Code's own extensions that it has, by their folder names: a host with few starts sooner. All by default. */
  readonly ownExtensions?: readonly string[];
}

/** Folders and files that a window opens with. */
export interface WindowTarget {
  readonly folder: string;
  /** A `.code-workspace` file in that folder, to be opened instead of it. */
  readonly workspaceFile?: string;
  /** An extension to load from its folder. */
  readonly extension: string;
  /** A CommonJS module that exports `run()`: starts a test run instead of a session. */
  readonly tests?: string;
}

/** A running server. */
export interface VscodeServer {
  readonly port: number;
  /** Process id of the guard, whose child the server is. */
  readonly pid: number | undefined;
  /** The address of a window. */
  url(target: WindowTarget): string;
  /** What the server has written so far, for messages when something goes wrong. */
  log(): string;
  /** Resolves when the server has ended by itself or by `stop`. */
  readonly ended: Promise<void>;
  /** Ends the server and everything it started, and removes its data. */
  stop(): Promise<void>;
}

const quietSettings = {
  'workbench.startupEditor': 'none',
  // Browsers save after a delay by default, desktop VS Code does not: nothing is on disk that Paperside did not save.
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'files.simpleDialog.enable': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
};

/** Starts the VS Code server with data of its own; installs it first when it is missing. */
export async function startServer(options: ServerOptions = {}): Promise<VscodeServer> {
  const installed = await ensureServer();
  const data = options.data ?? mkdtempSync(path.join(tmpdir(), 'paperside-server-'));
  const keepsData = options.data !== undefined;
  mkdirSync(path.join(data, 'data/Machine'), { recursive: true });
  for (const folder of options.others ?? []) {
    cpSync(folder, path.join(data, 'extensions', path.basename(folder)), { recursive: true });
  }
  const settings = { ...quietSettings, ...options.settings };
  writeFileSync(path.join(data, 'data/Machine/settings.json'), JSON.stringify(settings));

  if (options.ownExtensions !== undefined) linkExtensions(installed.folder, data, options.ownExtensions);
  const guard = [path.join(import.meta.dirname, 'serverGuard.ts'), keepsData ? '' : data, installed.node];
  const child = spawn(process.execPath, [...guard, ...serverArguments(installed.folder, data, options)], {
    cwd: data,
    // Sockets of VS Code, which it leaves behind when it is ended, go where they are removed with the rest.
    env: { ...process.env, XDG_RUNTIME_DIR: data, ...options.env },
    // The open pipe to its standard input tells the guard that we live.
    stdio: ['pipe', 'pipe', 'pipe'],
    // A process group of its own, so that it can be ended with everything it started.
    detached: process.platform !== 'win32',
  });
  let log = '';
  child.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = new Promise<void>((resolve) => {
    child.on('close', resolve);
    child.on('error', resolve);
  });
  const end = (): void => {
    killTree(child.pid);
    if (!keepsData) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  const forget = onExit(end);
  const stop = async (): Promise<void> => {
    killTree(child.pid);
    await ended;
    end();
    forget();
  };
  try {
    const port = await listening(child, () => log);
    return { port, pid: child.pid, url: (target) => windowUrl(port, target), log: () => log, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serverArguments(folder: string, data: string, options: ServerOptions): string[] {
  const { port = 0, workspaceTrust = false } = options;
  return [
    path.join(folder, 'out/server-main.js'),
    // Makes the built workbench honour the payload of its address.
    '--enable-smoke-test-driver',
    '--without-connection-token',
    '--accept-server-license-terms',
    '--host=127.0.0.1',
    `--port=${port}`,
    `--server-data-dir=${data}`,
    `--extensions-dir=${path.join(data, 'extensions')}`,
    '--telemetry-level=off',
    ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(options.ownExtensions === undefined ? [] : [`--builtin-extensions-dir=${path.join(data, ownExtensions)}`]),
  ];
}

const ownExtensions = 'own-extensions';

function linkExtensions(server: string, data: string, names: readonly string[]): void {
  const folder = path.join(data, ownExtensions);
  mkdirSync(folder, { recursive: true });
  for (const name of names) {
    rmSync(path.join(folder, name), { force: true });
    symlinkSync(path.join(server, 'extensions', name), path.join(folder, name), 'junction');
  }
}

function listening(child: ChildProcess, log: () => string): Promise<number> {
  const patience = 60_000;
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`The VS Code server ${why}:\n${log().slice(-2000)}`));
    const timer = setTimeout(() => fail(`said nothing for ${patience / 1000} s`), patience);
    child.stdout?.on('data', () => {
      const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    });
    child.on('error', (error) => fail(`did not start (${error.message})`));
    child.on('close', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code ?? 'a signal'}`);
    });
  });
}

function windowUrl(port: number, { folder, workspaceFile, extension, tests }: WindowTarget): string {
  const remote = (file: string): string => `vscode-remote://127.0.0.1:${port}${encodeURI(serverPath(file))}`;
  const payload = [['extensionDevelopmentPath', remote(extension)]];
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  const opened: [string, string] =
    workspaceFile === undefined
      ? ['folder', serverPath(folder)]
      : ['workspace', serverPath(path.join(folder, workspaceFile))];
  const query = new URLSearchParams([opened, ['payload', JSON.stringify(payload)]]);
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}

/** `C:\x` as the server's addresses name it: `/C:/x`. */
function serverPath(file: string): string {
  const slashes = file.replaceAll('\\', '/');
  return slashes.startsWith('/') ? slashes : `/${slashes}`;
}

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killTree } from './killTree.ts';
import { onExit } from './onExit.ts';
import { repositoryRoot } from './repositoryRoot.ts';

/** Whether a window of a desktop program would be seen. */
export function hasScreen(): boolean {
  const { DISPLAY = '', WAYLAND_DISPLAY = '' } = process.env;
  return process.platform !== 'linux' || DISPLAY !== '' || WAYLAND_DISPLAY !== '';
}

/** The `code` command of desktop VS Code; `undefined` where there is none, no screen, or it is the one of a remote terminal. */
export function desktopCode(): string | undefined {
  if (!hasScreen()) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file) && !isRemote(file));
}

/** The `code` of a terminal inside a VS Code server only talks to that server's window. */
function isRemote(file: string): boolean {
  return file.includes('remote-cli');
}

/** Opens a folder in desktop VS Code with Paperside and a profile of its own. Resolves to the exit code when the window is closed. */
export async function runDesktop(code: string, folder: string): Promise<number> {
  const data = mkdtempSync(path.join(tmpdir(), 'paperside-desktop-'));
  const windows = process.platform === 'win32';
  const args = [
    `--extensionDevelopmentPath=${repositoryRoot}`,
    `--user-data-dir=${data}`,
    `--extensions-dir=${path.join(data, 'extensions')}`,
    '--disable-workspace-trust',
    '--new-window',
    '--wait',
    folder,
  ].map((arg) => (windows ? `"${arg}"` : arg));
  // `code` is a batch file on Windows, which needs a shell.
  const child = spawn(windows ? `"${code}"` : code, args, { stdio: 'inherit', shell: windows, detached: !windows });
  const end = (): void => {
    killTree(child.pid);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  const forget = onExit(end);
  console.log('Paperside runs in a window of VS Code; closing it, or Ctrl+C here, ends it.');
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
  end();
  forget();
  return exitCode;
}

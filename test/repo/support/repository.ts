import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { delimiter, join, relative, sep } from 'node:path';

/** The top folder of the checkout. */
export const repositoryRoot = join(import.meta.dirname, '../../..');

/** What a finished program left behind. */
export interface ToolRun {
  /** 0 when it succeeded. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one of the project's own tools (`oxlint`, `tsc`, `vsce`, `node`) with the project's Node. Never rejects. */
export function runTool(tool: string, args: readonly string[], cwd: string): Promise<ToolRun> {
  const bin = join(repositoryRoot, 'node_modules/.bin');
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  // npm's bin entries are `.cmd` files on Windows, and those need a shell.
  const windows = process.platform === 'win32';
  const program = windows ? join(bin, `${tool}.cmd`) : join(bin, tool);
  const options = { cwd, env, shell: windows, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(program, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}

/** All files below `folder` of the repository, as `/`-separated paths from its root, sorted. */
export function filesBelow(folder: string): readonly string[] {
  const top = join(repositoryRoot, folder);
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(repositoryRoot, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.includes('node_modules/'))
    .sort();
}

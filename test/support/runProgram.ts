import { spawn, type SpawnOptions } from 'node:child_process';
import path from 'node:path';
import { onExit } from './onExit.ts';
import { repositoryRoot } from './repositoryRoot.ts';

/** Runs a program with its output on ours; it ends with us. Resolves to its exit code; 1 when a signal ended it, 127 when it could not start. */
function runProgram(program: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const child = spawn(program, args, { cwd: repositoryRoot, stdio: 'inherit', ...options });
  const forget = onExit(() => child.kill());
  return new Promise<number>((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  }).finally(forget);
}

/** Runs a program silently; it ends with us. Rejects with the end of its output when it fails. */
export async function runQuietly(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<string> {
  const child = spawn(program, args, { cwd: repositoryRoot, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const forget = onExit(() => child.kill());
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(forget);
  if (code !== 0) {
    const end = `${output}\n${errors}`.trim().slice(-2000);
    throw new Error(`${path.basename(program)} ${args.join(' ')} failed (${code ?? 'killed'}):\n${end}`);
  }
  return output;
}

/** Runs a script or TypeScript file of this repository with the Node that runs this process. */
export function runNode(args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return runProgram(process.execPath, args, options);
}

/** Path of a development tool's command line script, to be run by Node: no shell, the same on every system. */
export function toolScript(tool: 'vsce' | 'vitest' | 'tsc' | 'playwright-core'): string {
  const scripts = {
    vsce: '@vscode/vsce/vsce',
    vitest: 'vitest/vitest.mjs',
    tsc: 'typescript/bin/tsc',
    'playwright-core': 'playwright-core/cli.js',
  };
  return path.join(repositoryRoot, 'node_modules', scripts[tool]);
}

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { until } from './until.ts';

/** A strace that looks into a process, its threads and what it starts. */
export interface Strace {
  /** The system calls so far, one a line, with the paths of file descriptors. */
  calls(): readonly string[];
  /** Lets the process go. */
  detach(): Promise<void>;
}

/** Attaches to a process; `args` say what is looked at and what is done (see strace's manual). The lines go to `log`. */
export async function strace(pid: number, log: string, args: readonly string[]): Promise<Strace> {
  const child = spawn('strace', ['-f', '-y', '-p', String(pid), '-o', log, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  const state = { ended: false };
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const end = new Promise<void>((resolve) => {
    child.on('close', () => {
      state.ended = true;
      resolve();
    });
    child.on('error', () => resolve());
  });
  await until('strace', () => said.includes('attached') || state.ended);
  if (state.ended) throw new Error(`strace could not attach: ${said}`);
  return {
    calls: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []),
    detach: async () => {
      child.kill('SIGINT');
      // Some kernels never tell it of the last thread of a process that was killed, and keep that process as long.
      const timer = setTimeout(() => child.kill('SIGKILL'), 2000);
      await end;
      clearTimeout(timer);
    },
  };
}

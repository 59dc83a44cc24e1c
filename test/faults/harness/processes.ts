import { readFileSync, readdirSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function processOf(pid: number): Process | undefined {
  try {
    // Behind the name, which may hold anything: state and parent.
    const [state = '', parent = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    if (state === 'Z' || state === 'X') return undefined;
    return { pid, parent: Number(parent), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
  } catch {
    return undefined;
  }
}

function childrenOf(pid: number): readonly Process[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) => processOf(Number(name)) ?? []).filter(({ parent }) => parent === pid);
}

/** The VS Code server that a guard runs (see `serverGuard.ts`). */
export function serverBelow(guard: number): number | undefined {
  return childrenOf(guard).find(({ command }) => command.includes('server-main'))?.pid;
}

/** The extension hosts of the server that a guard runs; the youngest last. */
export function hostsBelow(guard: number): readonly number[] {
  const server = serverBelow(guard);
  if (server === undefined) return [];
  const hosts = childrenOf(server).filter(({ command }) => command.includes('--type=extensionHost'));
  return hosts.map(({ pid }) => pid).sort((a, b) => a - b);
}

/** Whether a process lives; one that has ended and was not waited for does not. */
export function isAlive(pid: number): boolean {
  return processOf(pid) !== undefined;
}

/** Ends processes at once; those that are gone are fine. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  }
}

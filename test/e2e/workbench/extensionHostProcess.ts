import { execFileSync } from 'node:child_process';

/** The processes of the extension hosts that this test started, by way of its server; POSIX only. */
function extensionHostProcesses(): readonly number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args=']).toString().split('\n');
  const processes = lines.flatMap((line) => {
    const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
  });
  const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === process.pid || isOurs(parents.get(pid)));
  return processes
    .filter(({ pid, args }) => args.includes('--type=extensionHost') && isOurs(pid))
    .map(({ pid }) => pid);
}

/** Ends the extension hosts of this test at once, as a crash would. Throws when there is none. */
export function killExtensionHost(): void {
  const pids = extensionHostProcesses();
  if (pids.length === 0) throw new Error('No extension host runs.');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
}

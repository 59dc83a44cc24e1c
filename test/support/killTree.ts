import { spawnSync } from 'node:child_process';

/** Ends a process and all its descendants at once: a group leader's group (POSIX) or its tree (Windows). One that is gone already is fine. */
export function killTree(pid: number | undefined): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // The group has ended.
  }
}

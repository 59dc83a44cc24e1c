import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { killTree } from './killTree.ts';

// serverGuard.ts DATA PROGRAM ARGS…: runs a server in its own process group, and ends that group with itself when the process that
// started it is gone for whatever reason, a SIGKILL included: then the pipe on our standard input closes. DATA is removed last, when it is not empty.

const [data = '', program = '', ...args] = process.argv.slice(2);
const server = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });

function endAll(): void {
  server.kill('SIGKILL');
  if (process.platform === 'win32') killTree(server.pid);
  if (data !== '') rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  killTree(process.pid);
  process.exit(1);
}

process.stdin.on('close', endAll).on('error', endAll).resume();
server.on('error', endAll);
server.on('close', endAll);

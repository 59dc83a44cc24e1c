import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { BenchMessage, BenchTask } from './benchMessages.ts';

const script = join(import.meta.dirname, '../searchProcess.ts');
const megabytes = 12_000;

/** What a process told, and why it did not tell the rest. */
export interface ProcessOutcome {
  readonly messages: readonly BenchMessage[];
  readonly trouble: string | undefined;
}

/** Runs a task in a process of its own, which is ended when it is silent for too long. */
export function runTask(task: BenchTask, silentSeconds: number): Promise<ProcessOutcome> {
  const messages: BenchMessage[] = [];
  const child = fork(script, {
    execArgv: ['--expose-gc', `--max-old-space-size=${megabytes}`, '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'],
  });
  let trouble: string | undefined;
  const giveUp = (): void => {
    trouble = `nothing within ${silentSeconds} s`;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(giveUp, silentSeconds * 1000);
  child.on('message', (message: BenchMessage) => {
    messages.push(message);
    clearTimeout(timer);
    timer = setTimeout(giveUp, silentSeconds * 1000);
  });
  child.send(task);
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearTimeout(timer);
      if (code !== 0) trouble ??= `ended with code ${String(code)}`;
      resolve({ messages, trouble });
    });
  });
}

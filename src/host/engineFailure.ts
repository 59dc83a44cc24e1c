import * as vscode from 'vscode';
import { plainMessage, said } from '../core/text/plainText.ts';
import type { Guard } from './guard.ts';
import { commandIds } from './ids.ts';
import { showError, showWarning } from './ui/messages.ts';

const showLog = 'Show Log';
const reload = 'Reload Library';

/** Says that the engine ended by itself and is started again. */
export function tellOfRestart(guard: Guard, error: Error): void {
  guard.background('tell of the restart', async () => {
    const message = said`Paperside's library stopped: ${reasonOf(error)}. It was started again and reads your paper files anew.`;
    if ((await showWarning(message, showLog)) === showLog) await run(commandIds.showLog);
  });
}

/** Says that the engine ended again, and how to go on. */
export function tellOfFailure(guard: Guard, error: Error): void {
  guard.background('tell of the failure', async () => {
    const message = said`Paperside's library stopped again: ${reasonOf(error)}. Papers cannot be listed or searched until it is reloaded.`;
    const answer = await showError(message, reload, showLog);
    if (answer === reload) await run(commandIds.reload);
    if (answer === showLog) await run(commandIds.showLog);
  });
}

function run(command: string): Thenable<unknown> {
  return vscode.commands.executeCommand(command);
}

function reasonOf(error: Error): string {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? 'it ran out of memory' : plainMessage(error.message, 120).replace(/[.!]+$/, '');
}

import * as vscode from 'vscode';
import { LocalEngine } from '../../engine/localEngine.ts';
import { startWebWorkerEngine } from '../../engine/web/startWebWorkerEngine.ts';
import type { Platform } from '../platform.ts';

/**
 * vscode.dev: the engine in a worker of its own; no local disk. Where a worker fails, the next start is in slices in the
 * extension host's own one.
 */
export function createWebPlatform(): Platform {
  let mayHaveWorker = true;
  return {
    startEngine({ extensionUri }, onFailure) {
      if (!mayHaveWorker) return inProcess();
      const script = vscode.Uri.joinPath(extensionUri, 'dist', 'web', 'engineWorker.js');
      return startWebWorkerEngine(
        () => vscode.workspace.fs.readFile(script),
        (error) => {
          mayHaveWorker = false;
          onFailure(error);
        },
      );
    },
    writeLocalFile: undefined,
    sweepLocalFolder: undefined,
    processes: undefined,
    leadsThroughLink: undefined,
  };
}

function inProcess(): LocalEngine {
  return new LocalEngine({
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setTimeout(resolve)),
  });
}

import * as vscode from 'vscode';
import { LocalEngine } from '../../engine/localEngine.ts';
import { startWebWorkerEngine } from '../../engine/web/startWebWorkerEngine.ts';
import { activatePaperside, type PapersideExports } from '../extension.ts';
import type { Platform } from '../platform.ts';

/** vscode.dev: the engine in a worker of its own, or in slices in the extension host's where none can be made; no local disk. */
const webPlatform: Platform = {
  startEngine(extensionUri, onFailure) {
    try {
      const script = vscode.Uri.joinPath(extensionUri, 'dist', 'web', 'engineWorker.js');
      return startWebWorkerEngine(script.toString(true), onFailure);
    } catch {
      return new LocalEngine({
        now: () => performance.now(),
        breathe: () => new Promise((resolve) => setTimeout(resolve)),
      });
    }
  },
  writeLocalFile: undefined,
};

/** Entry of the web extension host. */
export function activate(context: vscode.ExtensionContext): PapersideExports {
  return activatePaperside(context, webPlatform);
}

export { deactivatePaperside as deactivate } from '../extension.ts';

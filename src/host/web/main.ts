import type * as vscode from 'vscode';
import { LocalEngine } from '../../engine/localEngine.ts';
import { activatePaperside, type PapersideExports } from '../extension.ts';
import type { Platform } from '../platform.ts';

/** vscode.dev: the engine in the extension host's own worker, in slices; no local disk. */
const webPlatform: Platform = {
  startEngine: () =>
    new LocalEngine({
      now: () => performance.now(),
      breathe: () => new Promise((resolve) => setTimeout(resolve)),
    }),
  writeLocalFile: undefined,
};

/** Entry of the web extension host. */
export function activate(context: vscode.ExtensionContext): PapersideExports {
  return activatePaperside(context, webPlatform);
}

export { deactivatePaperside as deactivate } from '../extension.ts';

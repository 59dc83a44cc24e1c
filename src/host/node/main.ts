import type * as vscode from 'vscode';
import { activatePaperside, type PapersideExports } from '../extension.ts';
import { nodePlatform } from './nodePlatform.ts';

/** Entry of the desktop and remote extension host. */
export function activate(context: vscode.ExtensionContext): PapersideExports {
  return activatePaperside(context, nodePlatform);
}

export { deactivatePaperside as deactivate } from '../extension.ts';

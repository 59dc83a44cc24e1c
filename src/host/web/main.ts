import type * as vscode from 'vscode';
import { activatePaperside, type PapersideExports } from '../extension.ts';
import { createWebPlatform } from './webPlatform.ts';

/** Entry of the web extension host. */
export function activate(context: vscode.ExtensionContext): PapersideExports {
  return activatePaperside(context, createWebPlatform());
}

export { deactivatePaperside as deactivate } from '../extension.ts';

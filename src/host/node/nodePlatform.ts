import * as vscode from 'vscode';
import { startWorkerEngine } from '../../engine/node/startWorkerEngine.ts';
import type { Platform } from '../platform.ts';
import { writeFileAtomically } from './writeFileAtomically.ts';

/** Node: the engine in a worker thread, atomic writes on local disks. */
export const nodePlatform: Platform = {
  startEngine: (extensionUri, onFailure) =>
    startWorkerEngine(vscode.Uri.joinPath(extensionUri, 'dist', 'engineWorker.js').fsPath, onFailure),
  writeLocalFile: (file, bytes, root) => writeFileAtomically(file.fsPath, bytes, root.fsPath),
};

import * as vscode from 'vscode';
import { startWorkerEngine } from '../../engine/node/startWorkerEngine.ts';
import type { Platform } from '../platform.ts';
import { leadsThroughLink } from './leadsThroughLink.ts';
import { writeFileAtomically } from './writeFileAtomically.ts';

/** In the folder that VS Code gives the extension for each workspace. */
const cacheName = 'search-index.bin';

/** Node: the engine in a worker thread, atomic writes on local disks. */
export const nodePlatform: Platform = {
  startEngine({ extensionUri, storageUri, version }, onFailure) {
    const script = vscode.Uri.joinPath(extensionUri, 'dist', 'engineWorker.js').fsPath;
    const isLocal = storageUri?.scheme === 'file';
    const cache = isLocal ? { file: vscode.Uri.joinPath(storageUri, cacheName).fsPath, stamp: version } : undefined;
    return startWorkerEngine(script, onFailure, cache);
  },
  writeLocalFile: (file, bytes, root) => writeFileAtomically(file.fsPath, bytes, root.fsPath),
  leadsThroughLink: (file, root) => leadsThroughLink(file.fsPath, root.fsPath),
};

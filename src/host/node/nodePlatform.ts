import * as vscode from 'vscode';
import { startWorkerEngine } from '../../engine/node/startWorkerEngine.ts';
import type { Platform } from '../platform.ts';
import { leadsThroughLink } from './leadsThroughLink.ts';
import { isAlive, sweepTemporaryFiles } from './temporaryFiles.ts';
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
  writeLocalFile: (file, bytes, { root, expected }) =>
    writeFileAtomically(file.fsPath, bytes, { root: root.fsPath, expected }),
  async sweepLocalFolder(folder) {
    const backups = await sweepTemporaryFiles(folder.fsPath);
    return backups.map((file) => vscode.Uri.file(file));
  },
  processes: { own: process.pid, isAlive },
  leadsThroughLink: (file, root) => leadsThroughLink(file.fsPath, root.fsPath),
};

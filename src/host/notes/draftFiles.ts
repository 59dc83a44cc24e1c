import * as vscode from 'vscode';
import { troubleMessage } from '../../core/notes/fileTrouble.ts';
import type { JournalFiles } from '../../core/notes/notePorts.ts';
import { ExpectedError } from '../guard.ts';
import type { Platform } from '../platform.ts';

/** The journal of drafts in the folder that VS Code gives the extension for each workspace; without one it cannot write. */
export function draftFiles(storage: vscode.Uri | undefined, { writeLocalFile }: Platform): JournalFiles {
  const folder = storage && vscode.Uri.joinPath(storage, 'drafts');
  const isLocal = storage?.scheme === 'file';
  const at = (name: string): vscode.Uri => {
    if (folder === undefined) throw new ExpectedError('Drafts need a folder: open one with "File: Open Folder".');
    return vscode.Uri.joinPath(folder, name);
  };
  return {
    async list() {
      if (folder === undefined) return [];
      const entries = await ifThere(vscode.workspace.fs.readDirectory(folder));
      return (entries ?? []).map(([name]) => name);
    },
    read: async (name) => ifThere(vscode.workspace.fs.readFile(at(name))),
    async write(name, bytes) {
      try {
        if (isLocal && writeLocalFile !== undefined) {
          await vscode.workspace.fs.createDirectory(storage);
          await writeLocalFile(at(name), bytes, { root: storage });
        } else await vscode.workspace.fs.writeFile(at(name), bytes);
      } catch (error) {
        throw new ExpectedError(troubleMessage('The draft could not be kept', error), { cause: error });
      }
    },
    async remove(name) {
      await ifThere(vscode.workspace.fs.delete(at(name)));
    },
  };
}

async function ifThere<T>(work: Thenable<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

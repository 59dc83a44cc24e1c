import * as vscode from 'vscode';
import { equalBytes } from '../core/notes/noteEncoding.ts';
import { ExpectedError } from './guard.ts';
import type { Platform } from './platform.ts';

/** Writes files that the user chose a place for, anywhere. */
export class FileSaver {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Resolves only when exactly `bytes` are in the file. Rejects with one sentence that names it. */
  async save(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const { writeLocalFile } = this.#platform;
    try {
      if (file.scheme === 'file' && writeLocalFile !== undefined) {
        await writeLocalFile(file, bytes, { root: vscode.Uri.joinPath(file, '..') });
      } else await vscode.workspace.fs.writeFile(file, bytes);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ExpectedError(`"${name}" could not be written: ${reason}. Choose another place.`, { cause: error });
    }
    if (equalBytes(await vscode.workspace.fs.readFile(file), bytes)) return;
    throw new ExpectedError(`"${name}" is not on disk as it was written. Check the free space of the disk.`);
  }
}

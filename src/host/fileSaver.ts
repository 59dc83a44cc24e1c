import * as vscode from 'vscode';
import { troubleMessage } from '../core/notes/fileTrouble.ts';
import { notAsWrittenMessage } from '../core/notes/keptNote.ts';
import { equalBytes } from '../core/notes/noteEncoding.ts';
import { ExpectedError } from './guard.ts';
import { fileNameOf } from './notes/noteFolder.ts';
import type { Platform } from './platform.ts';

/** Writes files that the user chose a place for, anywhere. */
export class FileSaver {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Resolves only when exactly `bytes` are in the file. Rejects with one sentence that names it. */
  async save(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const name = fileNameOf(file);
    let back: Uint8Array;
    try {
      await this.#write(file, bytes);
      back = await vscode.workspace.fs.readFile(file);
    } catch (error) {
      throw new ExpectedError(troubleMessage(`"${name}" could not be written`, error), { cause: error });
    }
    if (!equalBytes(back, bytes)) throw new ExpectedError(notAsWrittenMessage(name));
  }

  async #write(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const { writeLocalFile } = this.#platform;
    if (file.scheme === 'file' && writeLocalFile !== undefined) {
      await writeLocalFile(file, bytes, { root: vscode.Uri.joinPath(file, '..') });
    } else await vscode.workspace.fs.writeFile(file, bytes);
  }
}

import * as vscode from 'vscode';
import { troubleMessage } from '../../core/notes/fileTrouble.ts';
import { notAsWrittenMessage } from '../../core/notes/keptNote.ts';
import type { NoteFilePort } from '../../core/notes/notePorts.ts';
import { equalBytes } from '../../core/notes/noteEncoding.ts';
import { ExpectedError } from '../guard.ts';
import type { Platform } from '../platform.ts';
import { fileType } from './notePlaces.ts';
import { nameOf } from './noteMessages.ts';

/** The file of a note in a workspace: on a local disk replaced in one step, elsewhere as its file system does it. */
export class NoteFile implements NoteFilePort {
  readonly #uri: vscode.Uri;
  readonly #writeLocal: Platform['writeLocalFile'];

  constructor(uri: vscode.Uri, platform: Platform) {
    this.#uri = uri;
    this.#writeLocal = uri.scheme === 'file' ? platform.writeLocalFile : undefined;
  }

  get name(): string {
    return nameOf(this.#uri);
  }

  get uri(): string {
    return this.#uri.toString();
  }

  get isAtomic(): boolean {
    return this.#writeLocal !== undefined;
  }

  async read(): Promise<Uint8Array | undefined> {
    try {
      const type = await fileType(this.#uri);
      if (type === undefined) return undefined;
      if ((type & vscode.FileType.File) !== 0) return await vscode.workspace.fs.readFile(this.#uri);
    } catch (error) {
      // Deleted between the two calls.
      if ((await fileType(this.#uri).catch(() => vscode.FileType.Unknown)) === undefined) return undefined;
      throw new ExpectedError(troubleMessage(`"${this.name}" could not be read`, error), { cause: error });
    }
    throw new ExpectedError(`"${this.name}" is not a file any more: move away what stands there.`);
  }

  async write(bytes: Uint8Array, expected: Uint8Array | undefined): Promise<'written' | 'changed'> {
    return this.#writeTo(this.#uri, bytes, expected);
  }

  async writeBeside(fileName: string, bytes: Uint8Array): Promise<boolean> {
    const beside = vscode.Uri.joinPath(this.#uri, '..', fileName);
    if ((await this.#writeTo(beside, bytes, undefined)) === 'changed') return false;
    if (equalBytes(await vscode.workspace.fs.readFile(beside), bytes)) return true;
    throw new ExpectedError(notAsWrittenMessage(nameOf(beside)));
  }

  async #writeTo(uri: vscode.Uri, bytes: Uint8Array, expected: Uint8Array | undefined): Promise<'written' | 'changed'> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder === undefined)
      throw new ExpectedError(
        `"${nameOf(uri)}" is in no folder of this workspace: add its folder with "File: Add Folder to Workspace".`,
      );
    try {
      if (this.#writeLocal !== undefined) {
        return await this.#writeLocal(uri, bytes, { root: folder.uri, expected: { bytes: expected } });
      }
      const type = await fileType(uri);
      const now = type === undefined ? undefined : await vscode.workspace.fs.readFile(uri);
      if (!equalBytes(now, expected)) return 'changed';
      await vscode.workspace.fs.writeFile(uri, bytes);
      return 'written';
    } catch (error) {
      throw new ExpectedError(troubleMessage(`"${nameOf(uri)}" could not be written`, error), { cause: error });
    }
  }
}

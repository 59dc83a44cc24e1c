import * as vscode from 'vscode';
import { ExpectedError } from '../guard.ts';
import type { Platform } from '../platform.ts';
import { fileType } from './notePlaces.ts';

/** How the bytes of notes get to their files. */
export class NoteStore {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** The bytes on disk; `undefined` when there is no such file. Rejects when it cannot be read or is no file. */
  async read(note: vscode.Uri): Promise<Uint8Array | undefined> {
    const type = await fileType(note);
    if (type === undefined) return undefined;
    if ((type & vscode.FileType.File) === 0) throw new ExpectedError(`"${nameOf(note)}" is not a file.`);
    return vscode.workspace.fs.readFile(note);
  }

  /**
   * Writes and reads back: resolves only when exactly `bytes` are on disk. VS Code's own write reports success after a
   * short write, so its word is not enough. Rejects with one sentence that names the file.
   */
  async write(note: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const folder = vscode.workspace.getWorkspaceFolder(note);
    if (folder === undefined) throw new ExpectedError(`"${nameOf(note)}" is in no folder of this workspace.`);
    const { writeLocalFile } = this.#platform;
    try {
      if (note.scheme === 'file' && writeLocalFile !== undefined)
        await writeLocalFile(note, bytes, { root: folder.uri });
      else await vscode.workspace.fs.writeFile(note, bytes);
    } catch (error) {
      throw new ExpectedError(`"${nameOf(note)}" could not be written: ${reasonOf(error)}.`, { cause: error });
    }
    await this.verify(note, bytes);
  }

  /** Rejects unless exactly `bytes` are on disk. */
  async verify(note: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const back = await this.read(note);
    if (back === undefined || !sameBytes(back, bytes)) {
      throw new ExpectedError(`"${nameOf(note)}" is not on disk as it was written. Check the free space of the disk.`);
    }
  }
}

/** Byte for byte. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index]);
}

/** For messages: the path below the workspace folder. */
export function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** What the file system said, without the path and the call that Node appends. */
export function reasonOf(error: unknown): string {
  if (error instanceof vscode.FileSystemError) return error.code;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const known: Readonly<Record<string, string>> = {
    EACCES: 'you have no permission to write there',
    EPERM: 'you have no permission to write there',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'your disk quota is used up',
    ENOTDIR: 'a file stands where the notes folder should be',
    EEXIST: 'a file stands where the notes folder should be',
  };
  return (code === undefined ? undefined : known[code]) ?? error.message;
}

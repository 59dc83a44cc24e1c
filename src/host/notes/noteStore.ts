import * as vscode from 'vscode';
import { noteFileName } from '../../core/notes/noteFileName.ts';
import type { Paper } from '../../core/paper.ts';
import { ExpectedError } from '../guard.ts';
import type { Platform } from '../platform.ts';
import type { SettingsReader } from '../adapters/settings.ts';

/** Where notes live and how their bytes get there. */
export class NoteStore {
  readonly #settings: SettingsReader;
  readonly #platform: Platform;

  constructor(settings: SettingsReader, platform: Platform) {
    this.#settings = settings;
    this.#platform = platform;
  }

  /**
   * The note of a paper: the file that exists under one of its keys, else where it would be made. In the workspace folder
   * of the paper's first source. `undefined` when no folder is open.
   */
  async locate(paper: Pick<Paper, 'key' | 'aliases' | 'sources'>): Promise<vscode.Uri | undefined> {
    const source = vscode.Uri.parse(paper.sources[0].uri, true);
    const folder = vscode.workspace.getWorkspaceFolder(source) ?? vscode.workspace.workspaceFolders?.[0];
    if (folder === undefined) return undefined;
    const notes = vscode.Uri.joinPath(folder.uri, this.#settings.of(folder).notesFolder);
    const candidates = [paper.key, ...paper.aliases].map((key) => vscode.Uri.joinPath(notes, noteFileName(key)));
    for (const candidate of candidates) {
      if ((await fileType(candidate)) !== undefined) return candidate;
    }
    return candidates[0];
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
      if (note.scheme === 'file' && writeLocalFile !== undefined) await writeLocalFile(note, bytes, folder.uri);
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

const missingCodes = new Set(['FileNotFound', 'FileNotADirectory']);

async function fileType(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch (error) {
    // A file where a folder should be: there is no note, and writing one will say why not.
    const missing = error instanceof vscode.FileSystemError && missingCodes.has(error.code);
    if (missing) return undefined;
    throw error;
  }
}

/** What the file system said, without the path and the call that Node appends. */
function reasonOf(error: unknown): string {
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

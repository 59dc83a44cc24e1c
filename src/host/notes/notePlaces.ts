import * as vscode from 'vscode';
import { noteFileName } from '../../core/notes/noteFileName.ts';
import type { Paper } from '../../core/paper.ts';
import type { SettingsReader } from '../adapters/settings.ts';

/** Where the notes about papers are. */
export class NotePlaces {
  readonly #settings: SettingsReader;

  constructor(settings: SettingsReader) {
    this.#settings = settings;
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
}

const missingCodes = new Set(['FileNotFound', 'FileNotADirectory']);

/** What stands there; `undefined` when nothing does. Rejects when that cannot be told. */
export async function fileType(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch (error) {
    // A file where a folder should be: there is no note, and writing one will say why not.
    const missing = error instanceof vscode.FileSystemError && missingCodes.has(error.code);
    if (missing) return undefined;
    throw error;
  }
}

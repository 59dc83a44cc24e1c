import * as vscode from 'vscode';
import type { FolderSettings } from '../adapters/settings.ts';

/** The notes of one workspace folder: where they are, as the settings say. */
export interface NoteFolder {
  readonly workspace: vscode.WorkspaceFolder;
  readonly uri: vscode.Uri;
}

/** The folders of notes of the window. */
export function noteFolders(of: (folder: vscode.WorkspaceFolder) => FolderSettings): readonly NoteFolder[] {
  return (vscode.workspace.workspaceFolders ?? []).map((workspace) => ({
    workspace,
    uri: vscode.Uri.joinPath(workspace.uri, of(workspace).notesFolder),
  }));
}

/** Whether the name is that of a note: Markdown, and not hidden. */
export function isNoteName(name: string): boolean {
  return /\.md$/i.test(name) && !name.startsWith('.');
}

/** More files than this are no notes about papers. */
const maxFiles = 50_000;

/**
 * All Markdown files of a folder and, if `deep`, of the folders in it, without hidden ones. Folders behind symbolic links are left out:
 * they may lead back. What cannot be listed (or is not there) has none.
 */
export async function notesUnder(root: vscode.Uri, deep = true): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined && found.length < maxFiles; folder = folders.pop()) {
    for (const [name, type] of await entriesOf(folder)) {
      if (name.startsWith('.')) continue;
      if (type === vscode.FileType.Directory && deep) folders.push(vscode.Uri.joinPath(folder, name));
      else if ((type & vscode.FileType.File) !== 0 && isNoteName(name)) found.push(vscode.Uri.joinPath(folder, name));
    }
  }
  return found;
}

/** What stands directly in a folder; nothing where it cannot be listed. */
async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** The last part of the path. */
export function fileNameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

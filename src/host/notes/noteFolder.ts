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

/** Addresses are made of so many names at once: to make those of ten thousand takes longer than anybody may wait. */
const namesAtOnce = 250;
/** More files than this are no notes about papers. */
const maxFiles = 50_000;

/**
 * All Markdown files of a folder and, if `deep`, of the folders in it, without hidden ones. Folders behind symbolic links
 * are left out: they may lead back. What cannot be listed (or is not there) has none. By URI.
 */
export async function notesUnder(root: vscode.Uri, deep = true): Promise<ReadonlyMap<string, vscode.Uri>> {
  const found = new Map<string, vscode.Uri>();
  let named = 0;
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined && found.size < maxFiles; folder = folders.pop()) {
    for (const [name, type] of await entriesOf(folder)) {
      if (name.startsWith('.')) continue;
      if (type === vscode.FileType.Directory && deep) folders.push(vscode.Uri.joinPath(folder, name));
      if ((type & vscode.FileType.File) === 0 || !isNoteName(name)) continue;
      const uri = vscode.Uri.joinPath(folder, name);
      found.set(uri.toString(), uri);
      if ((named += 1) % namesAtOnce === 0) await new Promise((resolve) => setTimeout(resolve, 0));
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

import * as vscode from 'vscode';
import { plainMessage, said } from '../../core/text/plainText.ts';
import { ExpectedError } from '../guard.ts';
import { askModally } from '../ui/messages.ts';
import { equalBytes } from '../../core/notes/noteEncoding.ts';

/** A file of the system that was dropped on a view. */
export interface DroppedFile {
  readonly name: string;
  /** Where VS Code can read it; `undefined` in a browser. */
  readonly uri: vscode.Uri | undefined;
  read(): Thenable<Uint8Array>;
}

/** More names are not tried. */
const maxNames = 100;

/**
 * The places of dropped files. Those that a browser only lends are copied into the first workspace folder, under a name that
 * is free, after a question; `[]` when the answer is no. Each copy is read back and compared.
 */
export async function copyFiles(files: readonly DroppedFile[]): Promise<readonly vscode.Uri[]> {
  const lent = files.filter(({ uri }) => uri === undefined);
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (lent.length > 0 && folder === undefined) {
    throw new ExpectedError('Dropped files need a folder to be copied into: open one with "File: Open Folder".');
  }
  if (lent.length > 0 && folder !== undefined && !(await mayCopy(lent, folder))) return [];
  const uris: vscode.Uri[] = [];
  for (const file of files) {
    if (file.uri !== undefined) uris.push(file.uri);
    else if (folder !== undefined) uris.push(await copy(file, folder.uri));
  }
  return uris;
}

async function mayCopy(files: readonly DroppedFile[], folder: vscode.WorkspaceFolder): Promise<boolean> {
  const copyThem = 'Copy';
  const [first] = files;
  const what = files.length === 1 && first !== undefined ? `"${plainMessage(first.name)}"` : `${files.length} files`;
  const message = said`Copy ${what} into "${plainMessage(folder.name)}"?`;
  return (await askModally({ message }, copyThem)) === copyThem;
}

async function copy(file: DroppedFile, folder: vscode.Uri): Promise<vscode.Uri> {
  const bytes = await file.read();
  const uri = await freeName(folder, safeName(file.name));
  await vscode.workspace.fs.writeFile(uri, bytes);
  const back = await vscode.workspace.fs.readFile(uri);
  if (!equalBytes(back, bytes)) {
    throw new ExpectedError(`"${plainMessage(file.name)}" was not copied whole. Check the free space of the disk.`);
  }
  return uri;
}

/** Never a path, nor a hidden file. */
function safeName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  return base.replace(/[\p{C}:*?"<>|]/gu, '').replace(/^\.+/, '') || 'papers.txt';
}

async function freeName(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; number <= maxNames; number += 1) {
    const uri = vscode.Uri.joinPath(folder, number === 1 ? name : `${stem}-${number}${extension}`);
    try {
      await vscode.workspace.fs.stat(uri);
    } catch {
      return uri;
    }
  }
  throw new ExpectedError(`"${plainMessage(name)}" was not copied: there are too many files of that name.`);
}

import * as vscode from 'vscode';
import { paperlessFolders } from '../adapters/paperlessFolders.ts';
import { ExpectedError } from '../guard.ts';

/** Kinds of files that hold papers. */
export const paperExtensions: readonly string[] = 'bib ris nbib enw json jsonl yaml yml xml csv tsv txt md'.split(' ');

/** What was meant by some files and folders. */
export interface MeantFiles {
  readonly files: readonly vscode.Uri[];
  readonly folders: readonly { readonly uri: vscode.Uri; readonly files: readonly vscode.Uri[] }[];
}

/** Whoever drops a folder means one of papers, not a whole disk. */
const maxDepth = 4;
const maxFiles = 200;

/**
 * Files as they are; of folders the files within them that may hold papers by their names. Rejects with an `ExpectedError`
 * for what does not exist and for a folder of too many files.
 */
export async function filesUnder(uris: readonly vscode.Uri[]): Promise<MeantFiles> {
  const files: vscode.Uri[] = [];
  const folders: { readonly uri: vscode.Uri; readonly files: readonly vscode.Uri[] }[] = [];
  for (const uri of uris) {
    if (await isFolder(uri)) folders.push({ uri, files: await filesIn(uri) });
    else files.push(uri);
  }
  return { files, folders };
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch (error) {
    throw new ExpectedError(`${nameOf(uri)} was not added because it cannot be read.`, { cause: error });
  }
}

/** Level by level, so that links that lead in a circle end. */
async function filesIn(root: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const files: vscode.Uri[] = [];
  let level = [root];
  for (let depth = 0; depth < maxDepth && level.length > 0; depth += 1) {
    const below: vscode.Uri[] = [];
    for (const folder of level) {
      for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
        const uri = vscode.Uri.joinPath(folder, name);
        const isPaperless = paperlessFolders.includes(name) || name.startsWith('.');
        if ((type & vscode.FileType.Directory) !== 0) below.push(...(isPaperless ? [] : [uri]));
        else if (paperExtensions.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase())) files.push(uri);
      }
      if (files.length > maxFiles || below.length > maxFiles) {
        throw new ExpectedError(
          `${nameOf(root)} was not added because it has too many files: add those that hold papers.`,
        );
      }
    }
    level = below;
  }
  return files;
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

import * as vscode from 'vscode';
import {
  bibliographyCandidates,
  chooseBibliography,
  type BibliographyChoice,
} from '../../core/bibliography/chooseBibliography.ts';
import { readFrontMatter } from '../../core/bibliography/frontMatter.ts';

/** The file that citations of a Markdown document go to, as `chooseBibliography` says it of the files there are now. */
export async function bibliographyChoice(text: vscode.TextDocument): Promise<BibliographyChoice> {
  const folder = vscode.Uri.joinPath(text.uri, '..').path;
  const root = vscode.workspace.getWorkspaceFolder(text.uri)?.uri.path ?? folder;
  const question = { frontMatter: readFrontMatter(text.getText()), folder, root };
  const existing: string[] = [];
  for (const path of bibliographyCandidates(question)) {
    if (await exists(text.uri.with({ path }))) existing.push(path);
  }
  return chooseBibliography({ ...question, existing });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}

import * as vscode from 'vscode';
import {
  bibliographyCandidates,
  chooseBibliography,
  type BibliographyChoice,
} from '../../core/bibliography/chooseBibliography.ts';
import { readFrontMatter } from '../../core/bibliography/frontMatter.ts';

/** The file that citations of a Markdown document go to, as `chooseBibliography` says it of the files there are now. */
export function bibliographyChoice(text: vscode.TextDocument): Promise<BibliographyChoice> {
  return choiceOf(text.uri, text.getText());
}

/**
 * The bibliography of a Markdown text that names none: the nearest `references.bib` from its folder up to the workspace
 * folder. `undefined` when there is none, or when the front matter cannot be read.
 */
export async function nearestBibliography(document: vscode.Uri, text: string): Promise<vscode.Uri | undefined> {
  const choice = await choiceOf(document, text);
  if (choice.kind !== 'file' || !choice.exists || choice.addToFrontMatter === undefined) return undefined;
  return document.with({ path: choice.path });
}

async function choiceOf(document: vscode.Uri, text: string): Promise<BibliographyChoice> {
  const folder = vscode.Uri.joinPath(document, '..').path;
  const root = vscode.workspace.getWorkspaceFolder(document)?.uri.path ?? folder;
  const question = { frontMatter: readFrontMatter(text), folder, root };
  const existing: string[] = [];
  for (const path of bibliographyCandidates(question)) {
    if (await exists(document.with({ path }))) existing.push(path);
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

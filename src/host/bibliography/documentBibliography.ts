import * as vscode from 'vscode';
import {
  bibliographyCandidates,
  chooseBibliography,
  resolvePath,
  type BibliographyChoice,
} from '../../core/bibliography/chooseBibliography.ts';
import { readFrontMatter } from '../../core/bibliography/frontMatter.ts';
import { latexRoot } from '../../core/bibliography/latexRoot.ts';
import { namedBibliographies } from '../../core/bibliography/namedBibliographies.ts';
import { writableFormat } from '../../core/bibliography/planBibliographyInsert.ts';
import { namedFiles, type NamedFiles, type NamingText } from './namedFiles.ts';

/**
 * The file that citations of a document go to, by the files there are now; `undefined` when it has none that can be
 * written and is not to be given one. Documents for Pandoc are given one; LaTeX and Typst have what they (or their main
 * document) name, MyST also the `references.bib` of its project, Markdown with other marks what its front matter names.
 */
export async function bibliographyChoice(
  document: vscode.TextDocument,
  syntax: string,
): Promise<BibliographyChoice | undefined> {
  if (syntax === 'latex' || syntax === 'typst') return namedFile(document, syntax);
  const choice = await ofFrontMatter(document.uri, document.getText());
  if (syntax === 'pandoc' || choice.kind === 'unsupported' || choice.addToFrontMatter === undefined) return choice;
  return syntax === 'myst' && choice.exists ? { ...choice, addToFrontMatter: undefined } : undefined;
}

/** The bibliography files of a document. */
export interface BibliographyFiles extends NamedFiles {
  /** The document names them itself. */
  readonly isNamed: boolean;
}

/**
 * The files that a text names and, of Pandoc's Markdown and MyST that names nothing, the nearest `references.bib`. `syntax`
 * is the id of its citation syntax. Never rejects.
 */
export async function bibliographyFilesOf({ uri, text }: NamingText, syntax: string): Promise<BibliographyFiles> {
  if (uri.scheme === 'untitled') return { uris: [], hasOthers: false, isNamed: true };
  const named = await namedFiles({ uri, text }, syntax);
  const takesNearest = named.uris.length === 0 && !named.hasOthers && (syntax === 'pandoc' || syntax === 'myst');
  const nearest = takesNearest ? await nearestBibliography(uri, text) : undefined;
  return nearest === undefined ? { ...named, isNamed: true } : { uris: [nearest], hasOthers: false, isNamed: false };
}

/**
 * The bibliography of a Markdown text that names none: the nearest `references.bib` from its folder up to the workspace
 * folder. `undefined` when there is none, or when the front matter cannot be read.
 */
async function nearestBibliography(document: vscode.Uri, text: string): Promise<vscode.Uri | undefined> {
  const choice = await ofFrontMatter(document, text);
  if (choice.kind !== 'file' || !choice.exists || choice.addToFrontMatter === undefined) return undefined;
  return document.with({ path: choice.path });
}

async function ofFrontMatter(document: vscode.Uri, text: string): Promise<BibliographyChoice> {
  const folder = vscode.Uri.joinPath(document, '..').path;
  const root = vscode.workspace.getWorkspaceFolder(document)?.uri.path ?? folder;
  const question = { frontMatter: readFrontMatter(text), folder, root };
  const existing: string[] = [];
  for (const path of bibliographyCandidates(question)) {
    if (await exists(document.with({ path }))) existing.push(path);
  }
  return chooseBibliography({ ...question, existing });
}

/** The first file that exists of those a LaTeX or Typst document names, else the first. */
async function namedFile(document: vscode.TextDocument, syntax: string): Promise<BibliographyChoice | undefined> {
  if (document.isUntitled) return undefined;
  const main = await naming(document, syntax);
  const folder = vscode.Uri.joinPath(main.uri, '..').path;
  const root = vscode.workspace.getWorkspaceFolder(main.uri)?.uri.path ?? folder;
  const paths = namedBibliographies(syntax, main.getText())
    .filter((path) => writableFormat(path) !== undefined)
    // In Typst `/` is the folder of the project.
    .map((path) => (syntax === 'typst' && path.startsWith('/') ? `${root}${path}` : resolvePath(folder, path)));
  for (const path of paths) {
    if (await exists(main.uri.with({ path }))) return { kind: 'file', path, exists: true, addToFrontMatter: undefined };
  }
  const [path] = paths;
  return path === undefined ? undefined : { kind: 'file', path, exists: false, addToFrontMatter: undefined };
}

/** The document itself or, of a part of a LaTeX document, the main one. */
async function naming(document: vscode.TextDocument, syntax: string): Promise<vscode.TextDocument> {
  const root = syntax === 'latex' ? latexRoot(document.getText()) : undefined;
  if (root === undefined) return document;
  const path = resolvePath(vscode.Uri.joinPath(document.uri, '..').path, root);
  const uri = document.uri.with({ path });
  // Nothing outside the workspace is opened because a document says so.
  const isInWorkspace = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  return isInWorkspace && (await exists(uri)) ? vscode.workspace.openTextDocument(uri) : document;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}

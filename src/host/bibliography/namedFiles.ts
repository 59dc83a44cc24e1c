import * as vscode from 'vscode';
import { resolvePath } from '../../core/bibliography/chooseBibliography.ts';
import { latexRoot } from '../../core/bibliography/latexRoot.ts';
import { namedBibliographies } from '../../core/bibliography/namedBibliographies.ts';

/** A text that may name its bibliography. */
export interface NamingText {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** The bibliography files that a document names. */
export interface NamedFiles {
  readonly uris: readonly vscode.Uri[];
  /** It names something else besides, such as an address on the web. */
  readonly hasOthers: boolean;
}

const address = /^[a-z][a-z0-9+.-]+:\/\//i;

/**
 * The files that a document names as its bibliography or, of a part of a LaTeX document that names none, its main document;
 * whether they exist or not. `syntax` is the id of its citation syntax. Never rejects.
 */
export async function namedFiles(document: NamingText, syntax: string): Promise<NamedFiles> {
  const own = pathsIn(document, syntax);
  if (own.uris.length > 0 || own.hasOthers || syntax !== 'latex') return own;
  const main = await mainDocument(document);
  return main === undefined ? own : pathsIn(main, syntax);
}

function pathsIn({ uri, text }: NamingText, syntax: string): NamedFiles {
  const folder = vscode.Uri.joinPath(uri, '..').path;
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri.path ?? folder;
  const paths = namedBibliographies(syntax, text);
  const files = paths.filter((path) => !address.test(path));
  // In Typst `/` is the folder of the project.
  const resolved = files.map((path) =>
    syntax === 'typst' && path.startsWith('/') ? `${root}${path}` : resolvePath(folder, path),
  );
  return { uris: resolved.map((path) => uri.with({ path })), hasOthers: files.length < paths.length };
}

/** Nothing outside the workspace is read because a document says so. */
async function mainDocument({ uri, text }: NamingText): Promise<NamingText | undefined> {
  const root = latexRoot(text);
  if (root === undefined) return undefined;
  const main = uri.with({ path: resolvePath(vscode.Uri.joinPath(uri, '..').path, root) });
  if (vscode.workspace.getWorkspaceFolder(main) === undefined) return undefined;
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === main.toString());
  if (open !== undefined) return { uri: main, text: open.getText() };
  try {
    return { uri: main, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(main)) };
  } catch {
    return undefined;
  }
}

import * as vscode from 'vscode';
import { resolvePath } from '../../core/bibliography/chooseBibliography.ts';
import { namedBibliographies } from '../../core/bibliography/namedBibliographies.ts';
import type { Services } from '../services.ts';

/** The files that a document names as its bibliography, whether they exist or not. Addresses on the web are left out. */
export function ownBibliographies(
  { citations }: Pick<Services, 'citations'>,
  document: vscode.TextDocument,
): readonly vscode.Uri[] {
  const text = document.getText();
  const syntax = citations.syntaxFor(document, text);
  if (syntax === undefined || document.isUntitled) return [];
  const folder = vscode.Uri.joinPath(document.uri, '..').path;
  return namedBibliographies(syntax.id, text)
    .filter((path) => !/^[a-z][a-z0-9+.-]+:\/\//i.test(path))
    .map((path) => document.uri.with({ path: resolvePath(folder, path) }));
}

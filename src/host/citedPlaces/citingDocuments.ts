import * as vscode from 'vscode';
import { syntaxOf } from '../../core/citations/syntaxes.ts';

/** Whether a document that is open may cite papers, as it stands: one of the workspace, or one that was never saved. */
export function mayCite(document: vscode.TextDocument): boolean {
  const { uri, languageId, isClosed } = document;
  if (isClosed || syntaxOf(uri.path, languageId) === undefined) return false;
  return uri.scheme === 'untitled' || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

/** Whether its text counts and not that of its file: it has unsaved changes, or only its language says that it may cite. */
export function countsAsOpen(document: vscode.TextDocument): boolean {
  return mayCite(document) && (document.isDirty || document.isUntitled || syntaxOf(document.uri.path) === undefined);
}

/** Documents whose text counts, by URI. */
export function openCitingDocuments(): ReadonlyMap<string, vscode.TextDocument> {
  const open = vscode.workspace.textDocuments.filter(countsAsOpen);
  return new Map(open.map((document) => [document.uri.toString(), document]));
}

import * as vscode from 'vscode';
import type { SyntaxOverride } from '../../core/citations/syntaxOverrides.ts';
import { syntaxOf } from '../../core/citations/syntaxes.ts';

/** Whether a document that is open may cite papers, as it stands: one of the workspace, or one that was never saved. */
export function mayCite(document: vscode.TextDocument, overrides: readonly SyntaxOverride[]): boolean {
  const { uri, languageId, isClosed } = document;
  if (isClosed || syntaxOf(uri.path, languageId, overrides) === undefined) return false;
  return uri.scheme === 'untitled' || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}

/** Whether its text counts and not that of its file: it has unsaved changes, or only its language says that it may cite. */
export function countsAsOpen(document: vscode.TextDocument, overrides: readonly SyntaxOverride[]): boolean {
  if (!mayCite(document, overrides)) return false;
  return document.isDirty || document.isUntitled || syntaxOf(document.uri.path, undefined, overrides) === undefined;
}

/** Documents whose text counts, by URI. */
export function openCitingDocuments(overrides: readonly SyntaxOverride[]): ReadonlyMap<string, vscode.TextDocument> {
  const open = vscode.workspace.textDocuments.filter((document) => countsAsOpen(document, overrides));
  return new Map(open.map((document) => [document.uri.toString(), document]));
}

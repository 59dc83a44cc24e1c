import * as vscode from 'vscode';
import type { OffsetRange } from '../../../core/citations/citation.ts';
import type { TextEdit } from '../../../core/text/position.ts';
import { rangeIn, type ScannedDocument } from '../../documentCitations.ts';
import type { Services } from '../../services.ts';

/** Where actions are asked for. */
export interface ActionContext {
  readonly services: Services;
  readonly document: vscode.TextDocument;
  readonly scanned: ScannedDocument;
  /** The selection or the place of the cursor. */
  readonly selection: OffsetRange;
  readonly token: vscode.CancellationToken;
}

/** An action that changes the document, in one step to be undone. */
export function editAction(
  { document }: Pick<ActionContext, 'document'>,
  title: string,
  kind: vscode.CodeActionKind,
  edits: readonly TextEdit[],
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, kind);
  action.edit = new vscode.WorkspaceEdit();
  for (const edit of edits) action.edit.replace(document.uri, rangeIn(document, edit), edit.text);
  return action;
}

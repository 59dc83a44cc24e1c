import type * as vscode from 'vscode';

/** A change of a text, of the document as it stands. */
export interface DocumentEdit {
  readonly range: vscode.Range;
  readonly text: string;
}

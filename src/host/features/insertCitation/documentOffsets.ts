import * as vscode from 'vscode';
import type { TextEdit } from '../../../core/text/position.ts';

/** Every selection of the editor as UTF-16 offsets of its text. */
export function offsetsOf(editor: vscode.TextEditor): readonly { readonly start: number; readonly end: number }[] {
  const { document, selections } = editor;
  return selections.map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }));
}

export function toRange(document: vscode.TextDocument, { start, end }: TextEdit): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

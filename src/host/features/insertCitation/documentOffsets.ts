import type * as vscode from 'vscode';

/** Every selection of the editor as UTF-16 offsets of its text. */
export function offsetsOf(editor: vscode.TextEditor): readonly { readonly start: number; readonly end: number }[] {
  const { document, selections } = editor;
  return selections.map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }));
}

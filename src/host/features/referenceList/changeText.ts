import * as vscode from 'vscode';
import type { OffsetRange } from '../../../core/citations/citation.ts';
import type { TextEdit } from '../../../core/text/position.ts';
import { rangeIn } from '../../documentCitations.ts';
import { ExpectedError } from '../../guard.ts';

/** Makes one change, in one step to undo, unless the text is another by now, and shows it. Rejects with an `ExpectedError`. */
export async function changeText(editor: vscode.TextEditor, before: string, edit: TextEdit): Promise<void> {
  const { document } = editor;
  if (document.getText() !== before) {
    throw new ExpectedError('The reference list was not inserted because the text changed meanwhile. Try again.');
  }
  if (!(await editor.edit((builder) => builder.replace(rangeIn(document, edit), edit.text)))) {
    throw new ExpectedError('The reference list was not inserted: is the document read-only?');
  }
  const start = edit.start + edit.text.search(/\S|$/);
  await show(editor, { start, end: start });
}

/** Puts the cursor before a place and brings that into sight. */
export async function show(editor: vscode.TextEditor, { start, end }: OffsetRange): Promise<void> {
  const { document, viewColumn = vscode.ViewColumn.Active } = editor;
  const range = rangeIn(document, { start, end });
  const shown = await vscode.window.showTextDocument(document, { viewColumn });
  shown.selection = new vscode.Selection(range.start, range.start);
  shown.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

import * as vscode from 'vscode';
import { minimalEdit } from '../../../core/notes/mergeNote.ts';
import type { CreatedFile } from '../../bibliography/addToBibliography.ts';
import { rangeIn } from '../../documentCitations.ts';
import { ExpectedError } from '../../guard.ts';

/** A text before and after the citation went in. */
interface ChangedText {
  readonly document: vscode.TextDocument;
  readonly before: string;
  readonly after: string;
}

/** Takes the citation, the front matter field and the new bibliography back, unless somebody went on writing there. */
export async function undoChange(text: ChangedText, created: CreatedFile): Promise<void> {
  const { document, before, after } = text;
  const bibliography = await vscode.workspace.openTextDocument(created.uri);
  if (document.getText() !== after || bibliography.getText() !== created.content) {
    throw new ExpectedError(
      'The text has changed since: use "Undo" in the editor, and delete the bibliography by hand.',
    );
  }
  const edit = minimalEdit(after, before);
  const change = new vscode.WorkspaceEdit();
  if (edit !== undefined) change.replace(document.uri, rangeIn(document, edit), edit.text);
  change.deleteFile(created.uri);
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new ExpectedError('The change could not be taken back: use "Undo" in the editor.');
  }
}

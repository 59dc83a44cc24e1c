import * as vscode from 'vscode';
import { minimalEdit } from '../../core/notes/mergeNote.ts';
import { toLf } from '../../core/text/lineEnds.ts';
import type { TextEdit } from '../../core/text/position.ts';
import { saveAndVerify } from '../adapters/savedDocument.ts';
import { ExpectedError } from '../guard.ts';
import { textOnDisk } from './themesFile.ts';

/** What was written into the themes file. */
export interface WrittenThemes {
  readonly uri: vscode.Uri;
  /** `undefined` of a file that was made. */
  readonly before: string | undefined;
  readonly after: string;
  /** One sentence when it is not on disk yet. */
  readonly warning: string | undefined;
}

/** The file as VS Code holds it. Rejects with an `ExpectedError` when it cannot be opened. */
export async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ExpectedError(`${vscode.workspace.asRelativePath(uri)} cannot be opened: ${reason}`, { cause: error });
  }
}

/** Whether VS Code has seen what is on disk: what is planned for an older text would undo what somebody else wrote. */
export async function isFresh(document: vscode.TextDocument): Promise<boolean> {
  if (document.isDirty) return true;
  try {
    const text = await textOnDisk(document.uri);
    // What cannot be decoded is not judged.
    return text.includes('\uFFFD') || toLf(text) === toLf(document.getText());
  } catch {
    return false;
  }
}

/** Makes the themes file. Rejects with an `ExpectedError` when it cannot be made. */
export async function createThemes(uri: vscode.Uri, text: string): Promise<WrittenThemes> {
  await checkPlace(uri);
  const change = new vscode.WorkspaceEdit();
  change.createFile(uri, { contents: new TextEncoder().encode(text), ignoreIfExists: false });
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new ExpectedError(`${nameOf(uri)} could not be made: is the folder read-only?`);
  }
  return { uri, before: undefined, after: text, warning: undefined };
}

/**
 * Carries edits of the text of a document out, as one step of its undo, and saves it unless the writer has unsaved changes
 * there. Rejects with an `ExpectedError` when it cannot be changed.
 */
export async function editThemes(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<WrittenThemes> {
  const { uri } = document;
  checkWritable(uri);
  const before = document.getText();
  const hadUnsavedChanges = document.isDirty;
  const change = new vscode.WorkspaceEdit();
  for (const { start, end, text } of edits) {
    change.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  }
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new ExpectedError(`${nameOf(uri)} could not be changed: is it read-only?`);
  }
  const after = document.getText();
  // What the writer has not saved there is the writer's to save.
  if (hadUnsavedChanges) {
    return { uri, before, after, warning: `Save ${nameOf(uri)}: it has unsaved changes of yours.` };
  }
  const saved = await save(document);
  const warning = saved === undefined ? `${nameOf(uri)} could not be saved: save it yourself.` : undefined;
  return { uri, before, after: saved ?? after, warning };
}

/** Takes a change back. Rejects with an `ExpectedError` when the file has changed since. */
export async function undoThemes({ uri, before, after }: WrittenThemes): Promise<WrittenThemes | undefined> {
  const document = await openDocument(uri);
  if (!(await isFresh(document)) || document.getText() !== after) {
    throw new ExpectedError(`${nameOf(uri)} has changed since: use "Undo" in its editor.`);
  }
  if (before !== undefined) {
    const edit = minimalEdit(after, before);
    return edit === undefined ? undefined : editThemes(document, [edit]);
  }
  const change = new vscode.WorkspaceEdit();
  change.deleteFile(uri);
  if (!(await vscode.workspace.applyEdit(change))) throw new ExpectedError(`${nameOf(uri)} could not be deleted.`);
  return undefined;
}

/** Refuses what VS Code would refuse without a reason, or only after it has changed what its editor holds. */
function checkWritable(uri: vscode.Uri): void {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false) return;
  throw new ExpectedError(
    `${nameOf(uri)} cannot be written because its folder is read-only: open a copy of the folder to change themes.`,
  );
}

async function checkPlace(uri: vscode.Uri): Promise<void> {
  checkWritable(uri);
  try {
    await vscode.workspace.fs.stat(uri);
  } catch {
    return;
  }
  throw new ExpectedError(`${nameOf(uri)} is no file: rename it, so that your themes can be kept under this name.`);
}

/** What is on disk afterwards: saving may format it. `undefined` when it is not saved. */
async function save(document: vscode.TextDocument): Promise<string | undefined> {
  try {
    if (!(await saveAndVerify(document))) return undefined;
  } catch {
    // A file system that refuses says so by a rejection.
    return undefined;
  }
  return document.isDirty ? undefined : document.getText();
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

import * as vscode from 'vscode';
import { saveAndVerify } from '../../adapters/savedDocument.ts';
import type { ScannedDocument } from '../../documentCitations.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';

/** The .bib file of the document that is written. */
export interface OwnBibliography {
  readonly document: vscode.TextDocument;
  readonly scanned: ScannedDocument;
  readonly bib: vscode.TextDocument;
  /** As people know it. */
  readonly name: string;
}

/** Rejects with an `ExpectedError` that says what is missing. */
export async function ownBibliography(services: Services): Promise<OwnBibliography> {
  const document = (await services.lastEditor.reveal())?.document;
  const scanned = document && (await services.citations.of(document));
  if (document === undefined || scanned === undefined) {
    throw new ExpectedError('There is no document with citations: open one first.');
  }
  const choice = await services.bibliography.choice({
    uri: document.uri,
    text: document.getText(),
    syntax: scanned.syntax.id,
  });
  if (choice?.kind === 'unsupported') throw new ExpectedError(choice.reason);
  if (choice?.exists !== true) {
    throw new ExpectedError('The document has no bibliography yet: cite a paper or name a .bib file in it first.');
  }
  const uri = document.uri.with({ path: choice.path });
  const name = vscode.workspace.asRelativePath(uri);
  if (!/\.(?:bib|bibtex)$/i.test(uri.path)) {
    throw new ExpectedError(`${name} is no BibTeX file, and only entries of such are updated and removed.`);
  }
  return { document, scanned, bib: await vscode.workspace.openTextDocument(uri), name };
}

/** Applies a change to a bibliography; saved too, unless it has unsaved changes of the writer. `false` when it was declined. */
export async function changeBibliography(
  { bib, name }: OwnBibliography,
  change: vscode.WorkspaceEdit,
): Promise<boolean> {
  const hadUnsavedChanges = bib.isDirty;
  const { version } = bib;
  if (!(await vscode.workspace.applyEdit(change)) || bib.version === version) return false;
  if (!hadUnsavedChanges && !(await saveAndVerify(bib))) {
    throw new ExpectedError(`${name} was changed, but could not be saved: save it yourself.`);
  }
  return true;
}

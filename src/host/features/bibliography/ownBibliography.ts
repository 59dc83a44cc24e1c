import * as vscode from 'vscode';
import { bibliographyEdits, type BibliographyEdits } from '../../../core/bibliography/edit/bibliographyEdits.ts';
import { saveAndVerify } from '../../adapters/savedDocument.ts';
import { fileState } from '../../files/fileState.ts';
import type { ScannedDocument } from '../../documentCitations.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';

/** The bibliography file of the document that is written. */
export interface OwnBibliography {
  readonly document: vscode.TextDocument;
  readonly scanned: ScannedDocument;
  readonly bib: vscode.TextDocument;
  /** How entries of such a file are changed. */
  readonly edits: BibliographyEdits;
  /** The keys of its entries, in their order. */
  readonly keys: readonly string[];
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
  const uri = await ownFile(services, document, scanned);
  if (uri === undefined) {
    throw new ExpectedError('The document has no bibliography yet: cite a paper or name a .bib file in it first.');
  }
  const name = vscode.workspace.asRelativePath(uri);
  const edits = bibliographyEdits(uri.path);
  if (edits === undefined) {
    throw new ExpectedError(
      `${name} is no BibTeX, CSL-JSON, CSL-YAML or RIS file, and only entries of such are changed.`,
    );
  }
  const bib = await vscode.workspace.openTextDocument(uri);
  const keys = edits.keys(bib.getText());
  if (keys === undefined) {
    throw new ExpectedError(
      `The entries of ${name} cannot be read one by one: correct the file, or open it with its editor.`,
    );
  }
  return { document, scanned, bib, edits, keys, name };
}

/** The file that takes entries, where there is one; else the first of those that the document names which exists. */
async function ownFile(
  { bibliography }: Services,
  document: vscode.TextDocument,
  { syntax, text }: ScannedDocument,
): Promise<vscode.Uri | undefined> {
  const asked = { uri: document.uri, text, syntax: syntax.id };
  const [choice, { uris }] = await Promise.all([bibliography.choice(asked), bibliography.files(asked)]);
  if (choice?.kind === 'unsupported') throw new ExpectedError(choice.reason);
  const isNamed = choice?.addToFrontMatter === undefined;
  if (choice?.exists === true && (isNamed || uris.length === 0)) return document.uri.with({ path: choice.path });
  for (const uri of uris) if (bibliographyEdits(uri.path) !== undefined && (await isFile(uri))) return uri;
  return choice?.exists === true ? document.uri.with({ path: choice.path }) : undefined;
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  return (await fileState(uri)).kind === 'file';
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

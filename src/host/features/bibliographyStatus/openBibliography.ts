import * as vscode from 'vscode';
import { relativePath } from '../../../core/bibliography/chooseBibliography.ts';
import { planBibliographyField } from '../../../core/bibliography/frontMatter.ts';
import { plainLabel, said } from '../../../core/text/plainText.ts';
import { rangeIn, type ScannedDocument } from '../../documentCitations.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { pickOne } from '../../ui/inputs.ts';

/** So many files are offered. */
const mostOffered = 200;
const title = said`Bibliography of the Document`;

/**
 * Opens the bibliography of the document that is written, where it has several the one that is chosen. Of Markdown without
 * one a file of the workspace is chosen, and named in its front matter.
 */
export async function openBibliography(services: Services): Promise<void> {
  const document = (await services.lastEditor.reveal())?.document;
  const scanned = document && (await services.citations.of(document));
  if (document === undefined || scanned === undefined) {
    throw new ExpectedError('There is no document with citations: open one first.');
  }
  const { uri } = document;
  const question = { uri, text: scanned.text, syntax: scanned.syntax.id };
  const { files } = await services.documentFormats.report(question, []);
  const readable = files.filter(({ kind }) => kind === 'read').map((file) => file.uri);
  if (readable.length === 0) return nameOther(document, scanned);
  const chosen = readable.length === 1 ? readable[0] : await chooseFile(readable, 'Which one?');
  if (chosen !== undefined) await vscode.window.showTextDocument(chosen);
}

/** Names a bibliography of the workspace in the front matter. */
async function nameOther(document: vscode.TextDocument, { syntax, text }: ScannedDocument): Promise<void> {
  if (syntax.id === 'latex' || syntax.id === 'typst' || document.isUntitled) {
    throw new ExpectedError('The document has no bibliography that can be read: name one in it, then try again.');
  }
  const found = await vscode.workspace.findFiles('**/*.{bib,bibtex}', undefined, mostOffered);
  if (found.length === 0) {
    throw new ExpectedError('There is no .bib file in the workspace: cite a paper of the library to make one.');
  }
  const sorted = found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const chosen = await chooseFile(sorted, 'Which file is to be its bibliography?');
  if (chosen === undefined) return;
  const folder = vscode.Uri.joinPath(document.uri, '..').path;
  const edit = planBibliographyField(text, relativePath(folder, chosen.path));
  if (edit === undefined || document.getText() !== text) {
    throw new ExpectedError('The front matter could not be changed: add "bibliography:" to it yourself.');
  }
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, rangeIn(document, edit), edit.text);
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new ExpectedError('The document could not be changed: is it read-only?');
  }
}

async function chooseFile(uris: readonly vscode.Uri[], question: string): Promise<vscode.Uri | undefined> {
  const items = uris.map((uri) => ({ label: plainLabel(vscode.workspace.asRelativePath(uri)), uri }));
  return (await pickOne(items, { title, placeHolder: said`${question}` }))?.uri;
}

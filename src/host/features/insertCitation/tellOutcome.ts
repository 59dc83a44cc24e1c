import * as vscode from 'vscode';
import type { Refusal } from '../../../core/citations/insertCitation.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import type { BibliographyOutcome } from '../../bibliography/addToBibliography.ts';
import type { Services } from '../../services.ts';
import { showInformation, showWarning } from '../../ui/messages.ts';
import type { PreparedCitations } from './prepareCitations.ts';
import { undoChange } from './undoChange.ts';

/** Documents that were said to have no bibliography: once is enough. */
const toldOf = new WeakSet<vscode.TextDocument>();

/** Says what happened outside the sentence, when something did, with a way back. To be called when the text is changed. */
export function tellOutcome(
  services: Services,
  document: vscode.TextDocument,
  prepared: PreparedCitations,
  { created, warning }: BibliographyOutcome,
): void {
  if (warning !== undefined) void showWarning(plainMessage(warning, 300));
  tellRefused(prepared.refused);
  tellMissing(document, prepared);
  if (created === undefined) return;
  const { before } = prepared;
  const after = document.getText();
  services.guard.background('tell of a new bibliography', async () => {
    const undo = 'Undo';
    const name = plainMessage(vscode.workspace.asRelativePath(created.uri));
    const isNamed = prepared.bibliography?.frontMatter !== undefined;
    const message = isNamed
      ? said`${name} was created for the citation and named in the front matter.`
      : said`${name}, which the document names as its bibliography, was created for the citation.`;
    const answer = await showInformation(message, undo);
    if (answer === undo) {
      await services.guard.run('undo', () => undoChange({ document, before, after }, created));
    }
  });
}

/** Some cursors got their citations, these none. */
function tellRefused(refused: readonly Refusal[]): void {
  const [first] = refused;
  if (first === undefined) return;
  const which = refused.length === 1 ? 'One cursor' : `${String(refused.length)} cursors`;
  void showWarning(said`${which} got no citation because ${first.reason}.`);
}

function tellMissing(document: vscode.TextDocument, { bibliography, syntax }: PreparedCitations): void {
  // Links are to notes.
  if (bibliography !== undefined || syntax === 'wiki' || syntax === 'link' || toldOf.has(document)) return;
  toldOf.add(document);
  void showInformation(
    document.isUntitled
      ? said`Only the citation was inserted: the document is not saved yet, so it has no bibliography to add the entry to.`
      : said`Only the citation was inserted: the document names no BibTeX or CSL-JSON file to add the entry to.`,
  );
}

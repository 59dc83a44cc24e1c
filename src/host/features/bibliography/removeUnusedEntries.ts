import * as vscode from 'vscode';
import { planBibtexRemove, unusedEntries } from '../../../core/bibliography/edit/planBibtexRemove.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { rangeIn } from '../../documentCitations.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { showInformation, showStatus, withProgress } from '../../ui/messages.ts';
import { changeBibliography, ownBibliography, type OwnBibliography } from './ownBibliography.ts';

/** Everything in the bibliography is listed, cited or not. */
const citesAll = /@\*|\\nocite\s*\{\s*\*\s*\}|\bfull\s*:\s*true\b/;
const atOnce = 50;

/**
 * Takes the entries that no document of the workspace cites out of the bibliography of the document that is written. VS
 * Code shows the changes first: each entry can be kept.
 */
export async function removeUnusedEntries(services: Services): Promise<void> {
  const own = await ownBibliography(services);
  const unused = await unusedKeys(services, own);
  const text = own.bib.getText();
  const edits = planBibtexRemove(text, new Set(unused));
  const name = plainMessage(own.name);
  if (edits.length === 0) {
    services.guard.background('say that nothing is unused', () =>
      showInformation(said`Every entry of ${name} is cited in this workspace, or others refer to it.`),
    );
    return;
  }
  const change = new vscode.WorkspaceEdit();
  for (const edit of edits) {
    const label = plainMessage(/@\w+\s*[{(]\s*([^\s,]+)/.exec(text.slice(edit.start, edit.end))?.[1] ?? 'Entry');
    const shown = { needsConfirmation: true, label, description: 'not cited in any document of this workspace' };
    change.replace(own.bib.uri, rangeIn(own.bib, edit), '', shown);
  }
  if (!(await changeBibliography(own, change))) return;
  showStatus(said`$(check) Unused entries were removed from ${name}`, 5_000);
}

/** Keys of entries that this document does not cite and, when all documents have been read, no other one either. */
async function unusedKeys(
  services: Services,
  { document, scanned, bib, name }: OwnBibliography,
): Promise<readonly string[]> {
  if (citesAll.test(scanned.text)) {
    throw new ExpectedError(`The document lists everything that is in ${name}, so no entry is unused.`);
  }
  const cited = new Set(services.citations.itemsOf(document).map(({ key }) => key));
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: said`Looking for citations`,
    cancellable: true,
  };
  return withProgress(options, async (_progress, token) => {
    const { citedPlaces, library } = services;
    await citedPlaces.all([], token);
    const candidates = unusedEntries(bib.getText(), cited);
    for (let from = 0; from < candidates.length; from += atOnce) {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      const keys = candidates.slice(from, from + atOnce);
      const counts = await Promise.all(keys.map((key) => library.engine.citedPlaces([key], 1)));
      for (const [index, { count }] of counts.entries()) if (count > 0) cited.add(keys[index] ?? '');
    }
    return unusedEntries(bib.getText(), cited);
  });
}

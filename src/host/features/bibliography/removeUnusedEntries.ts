import * as vscode from 'vscode';
import { applyEdits } from '../../../core/text/applyEdits.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { rangeIn } from '../../documentCitations.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { showInformation, showStatus, showWarning, withProgress } from '../../ui/messages.ts';
import { changeBibliography, ownBibliography, type OwnBibliography } from './ownBibliography.ts';

/** Everything in the bibliography is listed, cited or not. */
const citesAll = /@\*|\\nocite\s*\{\s*\*\s*\}|\bfull\s*:\s*true\b/;
const atOnce = 50;
const removeButton = 'Remove';

/**
 * Takes the entries that no document of the workspace cites out of the bibliography of the document that is written. The
 * changes are shown first, and made in one step to undo when the user agrees.
 */
export async function removeUnusedEntries(services: Services): Promise<void> {
  const own = await ownBibliography(services);
  const text = own.bib.getText();
  const edits = own.edits.remove(text, new Set(await unusedKeys(services, own)));
  const name = plainMessage(own.name);
  if (edits.length === 0) {
    services.guard.background('say that nothing is unused', () =>
      showInformation(said`Every entry of ${name} is cited in this workspace, or others refer to it.`),
    );
    return;
  }
  const after = applyEdits(text, edits) ?? '';
  const count = own.keys.length - (own.edits.keys(after)?.length ?? 0);
  if (!(await isAgreed(services, own, { after, count }))) return;
  if (own.bib.getText() !== text) throw new ExpectedError(`${own.name} changed meanwhile. Try again.`);
  const change = new vscode.WorkspaceEdit();
  for (const edit of edits) change.replace(own.bib.uri, rangeIn(own.bib, edit), edit.text);
  if (!(await changeBibliography(own, change))) {
    throw new ExpectedError(`${own.name} could not be changed: is it read-only?`);
  }
  showStatus(said`$(check) ${counted(count)} removed from ${name}`, 5_000);
}

/** Shows the bibliography as it would be beside how it is, and asks. */
async function isAgreed(
  { noteComparison }: Services,
  { bib, name }: OwnBibliography,
  { after, count }: { readonly after: string; readonly count: number },
): Promise<boolean> {
  await noteComparison.show(bib.uri, after, 'now ↔ without unused entries');
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  const question = said`Remove ${counted(count)} of ${name} that no document of this workspace cites?`;
  const answer = await showWarning(question, removeButton);
  const isDiff = tab?.input instanceof vscode.TabInputTextDiff && tab.input.original.toString() === bib.uri.toString();
  if (isDiff) await vscode.window.tabGroups.close(tab);
  return answer === removeButton;
}

function counted(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`;
}

/** Keys of entries that this document does not cite and, when all documents have been read, no other one either. */
async function unusedKeys(
  services: Services,
  { document, scanned, bib, edits, name }: OwnBibliography,
): Promise<readonly string[]> {
  if (citesAll.test(scanned.text)) {
    throw new ExpectedError(`The document lists everything that is in ${name}, so no entry is unused.`);
  }
  const cited = new Set((await services.citations.itemsOf(document)).map(({ key }) => key));
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: said`Looking for citations`,
    cancellable: true,
  };
  return withProgress(options, async (_progress, token) => {
    const { citedPlaces, library } = services;
    await citedPlaces.all([], token);
    const candidates = edits.unused(bib.getText(), cited);
    for (let from = 0; from < candidates.length; from += atOnce) {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      const keys = candidates.slice(from, from + atOnce);
      const counts = await Promise.all(keys.map((key) => library.engine.citedPlaces([key], 1)));
      for (const [index, { count }] of counts.entries()) if (count > 0) cited.add(keys[index] ?? '');
    }
    return edits.unused(bib.getText(), cited);
  });
}

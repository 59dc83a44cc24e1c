import * as vscode from 'vscode';
import type { KeyedPaper } from '../../../core/bibliography/planBibtexInsert.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { rangeIn } from '../../documentCitations.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { showStatus } from '../../ui/messages.ts';
import { changeBibliography, ownBibliography } from './ownBibliography.ts';

const atOnce = 50;

/** Brings the entries of the document's bibliography up to what the library knows of their papers, in one step to undo. */
export async function updateEntries(services: Services): Promise<void> {
  await services.library.load();
  const own = await ownBibliography(services);
  const text = own.bib.getText();
  const papers = await knownPapers(services, own.keys);
  if (own.bib.getText() !== text) throw new ExpectedError(`${own.name} changed meanwhile. Try again.`);
  const { edits, changed } = own.edits.update(text, papers);
  const name = plainMessage(own.name);
  if (edits.length === 0) {
    showStatus(said`$(check) ${name} is up to date`, 5_000);
    return;
  }
  const change = new vscode.WorkspaceEdit();
  for (const edit of edits) change.replace(own.bib.uri, rangeIn(own.bib, edit), edit.text);
  if (!(await changeBibliography(own, change))) {
    throw new ExpectedError(`${own.name} could not be changed: is it read-only?`);
  }
  const count = changed.length === 1 ? said`1 entry` : said`${changed.length} entries`;
  showStatus(said`$(check) ${count} of ${name} updated`, 5_000);
}

async function knownPapers({ library }: Services, keys: readonly string[]): Promise<readonly KeyedPaper[]> {
  const papers: KeyedPaper[] = [];
  for (let from = 0; from < keys.length; from += atOnce) {
    const part = keys.slice(from, from + atOnce);
    const found = await Promise.all(part.map((key) => library.engine.paper(key)));
    for (const [index, paper] of found.entries())
      if (paper !== undefined) papers.push({ paper, key: part[index] ?? '' });
  }
  return papers;
}

import * as vscode from 'vscode';
import { queryOfKey } from '../../../core/citations/check/queryOfKey.ts';
import type { TextEdit } from '../../../core/text/position.ts';
import { plainMessage } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import { planBibliography, writeBibliography, type BibliographyPlan } from '../../bibliography/addToBibliography.ts';
import { rangeIn, type ScannedDocument } from '../../documentCitations.ts';
import { ExpectedError } from '../../guard.ts';
import { settingIds, settingsSection } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { choosePapers } from '../../ui/choosePapers.ts';
import { showWarning } from '../../ui/messages.ts';
import { askedCitation, askedDocument, keysOf } from './askedCitation.ts';

/** Asks for a paper and cites it instead of the one at a place; its entry goes into the bibliography as with an insertion. */
export async function replaceCitation(services: Services, argument: unknown): Promise<void> {
  const { document, scanned, at } = await askedCitation(services, argument);
  const before = document.getText();
  const chosen = await choosePapers(services, {
    title: `Replace Citation “${at.item.key}”`,
    many: false,
    value: queryOfKey(at.item.key),
  });
  const [key] = chosen ?? [];
  const paper = key === undefined ? undefined : await services.library.engine.paper(key);
  if (paper === undefined) return;
  const plan = await planBibliography(services, document, scanned.syntax.id, [paper]);
  const cited = plan?.keys.get(paper.key) ?? paper.key;
  const edit = scanned.syntax.writer(scanned).otherKey(cited, at.cluster, at.index);
  if (edit === undefined)
    throw new ExpectedError(`The key "${cited}" cannot be written here: give the paper another key.`);
  await carryOut({ document, before, plan, edits: [edit] });
  services.recent.used(paper.key);
}

/** Puts the entries of cited papers into the bibliography of their document, which is cited by its keys from then on. */
export async function addEntries(services: Services, argument: unknown): Promise<void> {
  const { document, scanned } = await askedDocument(services, argument);
  const before = document.getText();
  const cited = scanned.scan.clusters.flatMap(({ items }) => items.map(({ key }) => key));
  const asked = new Set(keysOf(argument) ?? cited);
  const papers = new Map<string, PaperDetails>();
  for (const key of asked) {
    const paper = await services.library.engine.paper(key);
    if (paper !== undefined) papers.set(key, paper);
  }
  if (papers.size === 0) throw new ExpectedError('No paper of the library is cited here, so there is nothing to add.');
  const plan = await planBibliography(services, document, scanned.syntax.id, [...papers.values()]);
  if (plan === undefined) {
    throw new ExpectedError('The document names no bibliography that can be written: name one in it, then try again.');
  }
  await carryOut({ document, before, plan, edits: otherKeys(scanned, papers, plan) });
}

/** The bibliography may have a paper under another key than the one it is cited by. */
function otherKeys(
  scanned: ScannedDocument,
  papers: ReadonlyMap<string, PaperDetails>,
  { keys }: BibliographyPlan,
): readonly TextEdit[] {
  const writer = scanned.syntax.writer(scanned);
  const edits: TextEdit[] = [];
  for (const cluster of scanned.scan.clusters) {
    for (const [index, { key }] of cluster.items.entries()) {
      const paper = papers.get(key);
      const own = paper && (keys.get(paper.key) ?? paper.key);
      const edit = own === undefined || own === key ? undefined : writer.otherKey(own, cluster, index);
      if (edit !== undefined) edits.push(edit);
    }
  }
  return edits;
}

interface Change {
  readonly document: vscode.TextDocument;
  /** The text that the edits are of. */
  readonly before: string;
  readonly plan: BibliographyPlan | undefined;
  readonly edits: readonly TextEdit[];
}

/** The entry first: a citation without its entry is the worse half to be left with. */
async function carryOut({ document, before, plan, edits }: Change): Promise<void> {
  const outcome = plan && (await writeBibliography(plan));
  if (outcome?.warning !== undefined) void showWarning(plainMessage(outcome.warning, 300));
  const all = plan?.frontMatter === undefined ? edits : [plan.frontMatter, ...edits];
  if (all.length === 0) return;
  if (document.getText() !== before) throw new ExpectedError('The text changed meanwhile. Try again.');
  const change = new vscode.WorkspaceEdit();
  for (const edit of all) change.replace(document.uri, rangeIn(document, edit), edit.text);
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new ExpectedError('The citation was not changed: is the document read-only?');
  }
}

/** Adds a key to those that are never checked: in the workspace, where one is open. */
export async function ignoreKey(services: Services, argument: unknown): Promise<void> {
  const { at } = await askedCitation(services, argument);
  const section = vscode.workspace.getConfiguration(settingsSection);
  const ignored = services.settings.current.checks.ignoredKeys;
  const hasWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const target = hasWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  const keys = [...new Set([...ignored, at.item.key])];
  await section.update(settingIds.ignoredKeys, keys, target);
}

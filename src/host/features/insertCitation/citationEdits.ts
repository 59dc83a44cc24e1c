import * as vscode from 'vscode';
import { planCitationInsert } from '../../../core/citations/insertCitation.ts';
import type { TextEdit } from '../../../core/text/position.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { showInformation, showWarning } from '../../ui/messages.ts';
import type { BibliographyOutcome, BibliographyPlan } from '../../bibliography/addToBibliography.ts';
import { undoChange } from './undoChange.ts';

/** A text, and where in it citations are asked for: UTF-16 offsets. */
interface CitedText {
  readonly text: string;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Every change of the text itself: the clusters, and the front matter's field where it is missing. Throws an
 * `ExpectedError` when no place takes a citation.
 */
export function citationEdits(
  { text, places }: CitedText,
  { keys, frontMatter }: BibliographyPlan,
  papers: readonly PaperDetails[],
): readonly TextEdit[] {
  const cited = papers.map(({ key }) => keys.get(key) ?? key);
  const plan = planCitationInsert(text, places, cited);
  const [refusal] = plan.refused;
  const [unwritable] = plan.unwritableKeys;
  if (unwritable !== undefined) {
    throw new ExpectedError(`The key "${unwritable}" cannot be written in Markdown: give the paper another key.`);
  }
  if (plan.edits.length === 0 && refusal !== undefined) {
    throw new ExpectedError(`The citation was not inserted because ${refusal.reason}: put the cursor into the text.`);
  }
  return frontMatter === undefined || plan.edits.length === 0 ? plan.edits : [frontMatter, ...plan.edits];
}

/** Says what happened outside the sentence, when something did, with a way back. To be called when the text is changed. */
export function tellOutcome(
  services: Services,
  { created, warning }: BibliographyOutcome,
  text: { readonly document: vscode.TextDocument; readonly before: string },
): void {
  if (warning !== undefined) void showWarning(plainMessage(warning, 300));
  if (created === undefined) return;
  const after = text.document.getText();
  services.guard.background('tell of a new bibliography', async () => {
    const undo = 'Undo';
    const message = said`${plainMessage(vscode.workspace.asRelativePath(created.uri))} was created for the citation and named in the front matter.`;
    const answer = await showInformation(message, undo);
    if (answer === undo) await services.guard.run('undo', () => undoChange({ ...text, after }, created));
  });
}

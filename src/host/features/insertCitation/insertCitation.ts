import * as vscode from 'vscode';
import { planCitationInsert } from '../../../core/citations/insertCitation.ts';
import type { TextEdit } from '../../../core/text/position.ts';
import { plainMessage } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import { registerCommand } from '../../commands.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { askedPapers } from '../../ui/askedPapers.ts';
import { markdownLanguages } from '../../writerFactsService.ts';
import {
  planBibliography,
  writeBibliography,
  type BibliographyOutcome,
  type BibliographyPlan,
} from './addToBibliography.ts';
import { offsetsOf, toRange } from './documentOffsets.ts';
import { undoChange } from './undoChange.ts';

/** Cites papers in the Markdown text and puts their entries into its bibliography. */
export const insertCitation: Feature = {
  name: 'insert citation',
  register(services) {
    return registerCommand(services.guard, commandIds.insertCitation, 'Insert Citation', (...args) =>
      run(services, args),
    );
  },
};

async function run(services: Services, args: readonly unknown[]): Promise<void> {
  const editor = await markdownEditor(services);
  const { document } = editor;
  const papers = await askedPapers(services, args, { title: 'Insert Citation', many: true });
  if (papers.length === 0) return;

  const plan = await planBibliography(document, papers);
  const before = document.getText();
  const edits = citationEdits(editor, plan, papers);
  // The entry first: a citation without its entry is the worse half to be left with.
  const outcome = await writeBibliography(plan);
  if (document.getText() !== before) {
    throw new ExpectedError('The citation was not inserted because the text changed meanwhile. Try again.');
  }
  const done = await editor.edit((builder) => {
    for (const edit of edits) builder.replace(toRange(document, edit), edit.text);
  });
  if (!done) throw new ExpectedError('The citation was not inserted: is the document read-only?');
  services.recent.used(...papers.map(({ key }) => key));
  await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
  tell(services, outcome, { document, before });
}

/** Every change of the text itself: the clusters, and the front matter's field where it is missing. */
function citationEdits(
  editor: vscode.TextEditor,
  { keys, frontMatter }: BibliographyPlan,
  papers: readonly PaperDetails[],
): readonly TextEdit[] {
  const cited = papers.map(({ key }) => keys.get(key) ?? key);
  const plan = planCitationInsert(editor.document.getText(), offsetsOf(editor), cited);
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

/** The Markdown text being written, or a refusal that says what is supported. */
async function markdownEditor({ lastEditor }: Services): Promise<vscode.TextEditor> {
  const editor = await lastEditor.reveal();
  if (editor === undefined) {
    throw new ExpectedError('There is no text to cite in: put the cursor into a Markdown document first.');
  }
  if (!markdownLanguages.has(editor.document.languageId)) {
    throw new ExpectedError(
      `Citations can be inserted into Markdown, Quarto and R Markdown documents; this one is "${editor.document.languageId}".`,
    );
  }
  return editor;
}

/** Says what happened outside the sentence, when something did, with a way back. */
function tell(
  services: Services,
  { created, warning }: BibliographyOutcome,
  text: { readonly document: vscode.TextDocument; readonly before: string },
): void {
  if (warning !== undefined) void vscode.window.showWarningMessage(plainMessage(warning, 300));
  if (created === undefined) return;
  const after = text.document.getText();
  services.guard.background('tell of a new bibliography', async () => {
    const undo = 'Undo';
    const message = `${plainMessage(vscode.workspace.asRelativePath(created.uri))} was created for the citation and named in the front matter.`;
    const answer = await vscode.window.showInformationMessage(message, undo);
    if (answer === undo) await services.guard.run('undo', () => undoChange({ ...text, after }, created));
  });
}

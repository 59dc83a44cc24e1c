import * as vscode from 'vscode';
import { planCitationInsert } from '../../../core/citations/insertCitation.ts';
import { plainMessage } from '../../../core/text/plainText.ts';
import { registerCommand } from '../../commands.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { askedPapers } from '../../ui/askedPapers.ts';
import { addToBibliography, type BibliographyChange } from './addToBibliography.ts';
import { offsetsOf, toRange } from './documentOffsets.ts';
import { undoChange } from './undoChange.ts';

const markdownLanguages: readonly string[] = ['markdown', 'quarto', 'rmd'];

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
  const editor = markdownEditor(services);
  const { document } = editor;
  const papers = await askedPapers(services, args, { title: 'Insert Citation', many: true });
  if (papers.length === 0) return;

  // The entry first: a citation without its entry is the worse half to be left with.
  const change = await addToBibliography(document, papers);
  const keys = papers.map(({ key }) => change.keys.get(key) ?? key);
  const plan = planCitationInsert(document.getText(), offsetsOf(editor), keys);
  const [refusal] = plan.refused;
  if (plan.edits.length === 0 && refusal !== undefined) {
    throw new ExpectedError(`The citation was not inserted: ${refusal.reason}`);
  }
  const edits = change.frontMatter === undefined ? plan.edits : [change.frontMatter, ...plan.edits];
  const before = document.getText();
  const done = await editor.edit((builder) => {
    for (const edit of edits) builder.replace(toRange(document, edit), edit.text);
  });
  if (!done) throw new ExpectedError('The citation was not inserted because the text changed meanwhile. Try again.');
  if (editor === vscode.window.activeTextEditor || vscode.window.activeTextEditor === undefined) {
    await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn, preserveFocus: false });
  }
  tell(services, change, { document, before });
}

/** The Markdown text being written, or a refusal that says what is supported. */
function markdownEditor({ lastEditor }: Services): vscode.TextEditor {
  const editor = lastEditor.current;
  if (editor === undefined) {
    throw new ExpectedError('There is no text to cite in: put the cursor into a Markdown document first.');
  }
  if (!markdownLanguages.includes(editor.document.languageId)) {
    throw new ExpectedError(
      `Citations can be inserted into Markdown, Quarto and R Markdown documents; this one is "${editor.document.languageId}".`,
    );
  }
  return editor;
}

/** Says what happened outside the sentence, when something did, with a way back. */
function tell(
  services: Services,
  change: BibliographyChange,
  text: { readonly document: vscode.TextDocument; readonly before: string },
): void {
  if (change.warning !== undefined) void vscode.window.showWarningMessage(plainMessage(change.warning, 300));
  if (change.created === undefined) return;
  const { created } = change;
  const after = text.document.getText();
  services.guard.background('tell of a new bibliography', async () => {
    const undo = 'Undo';
    const message = `${plainMessage(vscode.workspace.asRelativePath(created.uri))} was created for the citation and named in the front matter.`;
    const answer = await vscode.window.showInformationMessage(message, undo);
    if (answer === undo) await services.guard.run('undo', () => undoChange({ ...text, after }, created));
  });
}

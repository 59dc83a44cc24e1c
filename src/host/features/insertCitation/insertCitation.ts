import * as vscode from 'vscode';
import { pandocSyntax } from '../../../core/citations/pandoc/pandocSyntax.ts';
import { registerCommand } from '../../commands.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { askedPapers } from '../../ui/askedPapers.ts';
import { draggedPapersMime } from '../../ui/dragPapers.ts';
import { planBibliography, writeBibliography } from '../../bibliography/addToBibliography.ts';
import { citationEdits, tellOutcome } from './citationEdits.ts';
import { CitationDrop } from './citationDrop.ts';
import { offsetsOf, toRange } from './documentOffsets.ts';

/** Cites papers in the Markdown text, by a command or a drop, and puts their entries into its bibliography. */
export const insertCitation: Feature = {
  name: 'insert citation',
  register(services) {
    const languages = pandocSyntax.languages.map((language) => ({ language }));
    return vscode.Disposable.from(
      registerCommand(services.guard, commandIds.insertCitation, 'Insert Citation', (...args) => run(services, args)),
      vscode.languages.registerDocumentDropEditProvider(languages, new CitationDrop(services), {
        dropMimeTypes: [draggedPapersMime],
        providedDropEditKinds: [CitationDrop.kind],
      }),
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
  const edits = citationEdits({ text: before, places: offsetsOf(editor) }, plan, papers);
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
  tellOutcome(services, outcome, { document, before });
}

/** The Markdown text being written, or a refusal that says what is supported. */
async function markdownEditor({ lastEditor }: Services): Promise<vscode.TextEditor> {
  const editor = await lastEditor.reveal();
  if (editor === undefined) {
    throw new ExpectedError('There is no text to cite in: put the cursor into a Markdown document first.');
  }
  if (!pandocSyntax.languages.includes(editor.document.languageId)) {
    throw new ExpectedError(
      `Citations can be inserted into Markdown, Quarto and R Markdown documents; this one is "${editor.document.languageId}".`,
    );
  }
  return editor;
}

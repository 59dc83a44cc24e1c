import * as vscode from 'vscode';
import { keyAt } from '../../../core/citations/insertionPlace.ts';
import { registerCommand } from '../../commands.ts';
import { offsetsIn, rangeIn } from '../../documentCitations.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { askedPapers } from '../../ui/askedPapers.ts';
import { draggedPapersMime } from '../../ui/dragPapers.ts';
import { keysOfRows } from '../../ui/rowPapers.ts';
import { askLocators } from './askLocators.ts';
import { CitationDrop } from './citationDrop.ts';
import { CitationPaste } from './citationPaste.ts';
import { PaperFileDrop } from './paperFileDrop.ts';
import {
  citingText,
  noCitations,
  prepareCitations,
  textChanged,
  writeEntries,
  type CitedPaper,
} from './prepareCitations.ts';
import { tellOutcome } from './tellOutcome.ts';

/** Cites papers in the text, by a command, a drop or a paste, and puts their entries into its bibliography. */
export const insertCitation: Feature = {
  name: 'insert citation',
  register(services) {
    const { guard, citations } = services;
    return vscode.Disposable.from(
      registerCommand(guard, commandIds.insertCitation, 'Insert Citation', (...args) =>
        run(services, args, noLocators),
      ),
      registerCommand(guard, commandIds.insertWithLocator, 'Insert Citation with Locator', (...args) =>
        run(services, args, askLocators),
      ),
      citations.register((selector) =>
        vscode.Disposable.from(
          vscode.languages.registerDocumentDropEditProvider(selector, new CitationDrop(services), {
            dropMimeTypes: [draggedPapersMime],
            providedDropEditKinds: [CitationDrop.kind],
          }),
          vscode.languages.registerDocumentDropEditProvider(
            selector,
            new PaperFileDrop(services),
            PaperFileDrop.metadata,
          ),
          vscode.languages.registerDocumentPasteEditProvider(
            selector,
            new CitationPaste(services),
            CitationPaste.metadata,
          ),
        ),
      ),
    );
  },
};

/** What is to stand behind each paper; `undefined` when the user leaves. */
type Locate = typeof askLocators;

const noLocators: Locate = (papers) => Promise.resolve(papers.map((paper) => ({ paper, suffix: '' })));

async function run(services: Services, args: readonly unknown[], locate: Locate): Promise<void> {
  const editor = await citingEditor(services);
  const { document } = editor;
  const isGiven = (await keysOfRows(services, args, 'papers')).length > 0;
  // What is clicked elsewhere is added: nobody sees there which key the cursor happens to be in.
  const replaced = isGiven ? undefined : await keyAtCursor(services, editor);
  const title = replaced === undefined ? 'Insert Citation' : `Replace Citation “${replaced}”`;
  const papers = await askedPapers(services, args, { title, many: true });
  const cited = papers.length === 0 ? undefined : await locate(papers, await citingText(services, document));
  if (cited !== undefined) await cite(services, editor, cited, replaced !== undefined);
}

async function cite(
  services: Services,
  editor: vscode.TextEditor,
  cited: readonly CitedPaper[],
  replaces: boolean,
): Promise<void> {
  const { document } = editor;
  const selections = editor.selections.map((selection) => offsetsIn(document, selection));
  const prepared = await prepareCitations(services, { document, selections, replaces }, cited);
  const outcome = await writeEntries(prepared);
  if (document.getText() !== prepared.before) {
    throw new ExpectedError(textChanged);
  }
  const done = await editor.edit((builder) => {
    for (const edit of prepared.edits) builder.replace(rangeIn(document, edit), edit.text);
  });
  if (!done) throw new ExpectedError('The citation was not inserted: is the document read-only?');
  services.recent.used(...cited.map(({ paper }) => paper.key));
  await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
  tellOutcome(services, document, prepared, outcome);
}

/** The key that gives way, where the settings want that and each cursor is in one. */
async function keyAtCursor(
  services: Services,
  { document, selections }: vscode.TextEditor,
): Promise<string | undefined> {
  if (!services.settings.current.replacesKeys) return undefined;
  const { clusters } = (await citingText(services, document)).scan;
  const keys = selections.map((selection) => {
    const place = keyAt(clusters, offsetsIn(document, selection));
    return place === undefined ? undefined : clusters[place.cluster]?.items[place.item]?.key;
  });
  return keys.includes(undefined) ? undefined : keys[0];
}

/** The text being written, or a refusal that says what is supported. */
async function citingEditor(services: Services): Promise<vscode.TextEditor> {
  const editor = await services.lastEditor.reveal();
  if (editor === undefined) {
    throw new ExpectedError('There is no text to cite in: put the cursor into a document first.');
  }
  if (!services.citations.cites(editor.document)) throw noCitations(editor.document);
  return editor;
}

import * as vscode from 'vscode';
import { formatBibtexEntry } from '../../../core/bibliography/write/bibtexWriter.ts';
import { plainReference } from '../../../core/bibliography/plainReference.ts';
import type { PaperSource } from '../../../core/paper.ts';
import { LineIndex } from '../../../core/text/lineIndex.ts';
import { said } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import { registerCommand } from '../../commands.ts';
import { commandIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { askedPapers } from '../../ui/askedPapers.ts';
import { showStatus } from '../../ui/messages.ts';

const bibtexFile = /\.bib$/i;
const bibtexEntry = /^@[a-z]+\s*[{(]/i;
const shownMilliseconds = 3_000;

/** The commands that put papers on the clipboard: as BibTeX entries, or as references to be read. */
export function registerCopies(services: Services): vscode.Disposable {
  const copy = (title: string, textOf: (paper: PaperDetails) => Promise<string>, between: string) => {
    return async (...args: readonly unknown[]): Promise<void> => {
      const papers = await askedPapers(services, args, { title, many: true, rows: 'papers and groups' });
      if (papers.length === 0) return;
      const texts = await Promise.all(papers.map(textOf));
      await vscode.env.clipboard.writeText(texts.join(between));
      showStatus(
        said`$(copy) ${papers.length === 1 ? '1 reference' : `${papers.length} references`}`,
        shownMilliseconds,
      );
    };
  };
  const { guard } = services;
  const [bibtex, reference] = ['Copy as BibTeX', 'Copy as Text'];
  return vscode.Disposable.from(
    registerCommand(guard, commandIds.copyBibtex, bibtex, copy(bibtex, bibtexOf, '\n\n')),
    registerCommand(guard, commandIds.copyReference, reference, copy(reference, plainOf, '\n')),
  );
}

async function plainOf(paper: PaperDetails): Promise<string> {
  return plainReference(paper);
}

/** An entry of the writer's own file as it stands there, letter for letter; else one that is made of what is known. */
async function bibtexOf(paper: PaperDetails): Promise<string> {
  const source = paper.sources.find(({ uri, key }) => bibtexFile.test(uri) && key === paper.key);
  const entry = source && (await entryAt(source));
  return entry ?? formatBibtexEntry(paper, paper.key);
}

/** `undefined` when the file cannot be read any more, or holds something else in that place by now. */
async function entryAt({ uri, range: { start, end } }: PaperSource): Promise<string | undefined> {
  const text = await readText(vscode.Uri.parse(uri, true));
  if (text === undefined) return undefined;
  const lines = new LineIndex(text);
  const entry = text
    .slice(lines.offsetOf(start.line) + start.character, lines.offsetOf(end.line) + end.character)
    .trim();
  return bibtexEntry.test(entry) && /[})]$/.test(entry) ? entry : undefined;
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) return open.getText();
  try {
    return await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
  } catch {
    return undefined;
  }
}

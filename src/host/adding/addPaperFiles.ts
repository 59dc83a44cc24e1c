import * as vscode from 'vscode';
import { plainMessage, said } from '../../core/text/plainText.ts';
import { ExpectedError } from '../guard.ts';
import type { Services } from '../services.ts';
import { showInformation } from '../ui/messages.ts';
import { textColumn } from '../ui/textColumn.ts';
import { filesUnder } from './filesUnder.ts';
import { nameFiles, unnameFiles } from './namedFiles.ts';

const formats = 'BibTeX, CSL, RIS, NBIB, EndNote, JSON, CSV, Atom or a list of papers';

/**
 * Makes files paper files by naming them in the setting, unless they are read anyway; of folders the files in them that hold
 * papers. Says what came of it. Rejects with an `ExpectedError` that names the first that is none; the others are added.
 */
export async function addPaperFiles(services: Services, uris: readonly vscode.Uri[]): Promise<void> {
  if (uris.length === 0) return;
  const { files, folders } = await filesUnder(uris);
  const all = unique([...files, ...folders.flatMap((folder) => folder.files)]);
  const before = await papersByFile(services);
  const known = all.find((uri) => before.has(uri.toString()));
  const fresh = all.filter((uri) => !before.has(uri.toString()));
  await nameFiles(services, fresh);
  if (fresh.length > 0) await services.library.rescan();
  const after = await papersByFile(services);
  const added = fresh.filter((uri) => after.has(uri.toString()));
  const strange = fresh.filter((uri) => !after.has(uri.toString()));
  await unnameFiles(services, strange);
  if (added.length > 0) tellAdded(added, after);
  // What a folder has besides is no mistake.
  const mistaken = strange.find((uri) => files.includes(uri));
  if (mistaken !== undefined) {
    throw new ExpectedError(
      `${nameOf(mistaken)} was not added because it is in no format that Paperside reads: ${formats}.`,
    );
  }
  if (added.length > 0) return;
  if (known !== undefined) tellKnown(services, known);
  else
    throw new ExpectedError(
      `Nothing was added because no file in the folder is in a format that Paperside reads: ${formats}.`,
    );
}

/** Numbers of papers of the paper files there are, by URI. */
async function papersByFile({ library }: Services): Promise<ReadonlyMap<string, number>> {
  return new Map((await library.engine.groups({ by: 'source' })).map(({ id, count }) => [id, count]));
}

function tellAdded(added: readonly vscode.Uri[], counts: ReadonlyMap<string, number>): void {
  const papers = added.reduce((sum, uri) => sum + (counts.get(uri.toString()) ?? 0), 0);
  const [first] = added;
  const what = added.length === 1 && first !== undefined ? nameOf(first) : `${added.length} files`;
  void showInformation(said`${what}: ${papers === 1 ? '1 paper' : `${papers} papers`} added.`);
}

function tellKnown({ guard, lastEditor }: Services, uri: vscode.Uri): void {
  guard.background('show a paper file', async () => {
    const show = 'Open File';
    const answer = await showInformation(said`${nameOf(uri)} is already one of the paper files.`, show);
    if (answer === show) await vscode.window.showTextDocument(uri, { viewColumn: textColumn(lastEditor) });
  });
}

function unique(uris: readonly vscode.Uri[]): readonly vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

function nameOf(uri: vscode.Uri): string {
  return plainMessage(vscode.workspace.asRelativePath(uri));
}

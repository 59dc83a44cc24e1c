import * as vscode from 'vscode';
import { appendLinks } from '../../core/readingList/appendLinks.ts';
import type { DroppedLink } from '../../core/readingList/droppedLinks.ts';
import { identifiersOfUrl } from '../../core/text/identifiers.ts';
import { plainMessage, said, singleLine } from '../../core/text/plainText.ts';
import type { PaperDetails } from '../../engine/paperEngine.ts';
import { saveAndVerify } from '../adapters/savedDocument.ts';
import { ExpectedError } from '../guard.ts';
import { commandIds } from '../ids.ts';
import { equalBytes } from '../../core/notes/noteEncoding.ts';
import type { Services } from '../services.ts';
import { askText } from '../ui/inputs.ts';
import { showInformation, showStatus } from '../ui/messages.ts';
import { chooseReadingList } from './chooseReadingList.ts';

/**
 * Puts links into a Markdown reading list of the workspace, which it asks for, with the titles it asks for, too: nothing is
 * looked up. What is in the library already is said and left. Does nothing when the writer leaves.
 */
export async function addLinks(services: Services, links: readonly DroppedLink[]): Promise<void> {
  if (vscode.workspace.workspaceFolders === undefined) {
    throw new ExpectedError('Links are added to a reading list in a folder: open one with "File: Open Folder".');
  }
  await services.library.load();
  const wanted: DroppedLink[] = [];
  for (const [index, link] of links.entries()) {
    const known = await paperOf(services, link.url);
    if (known !== undefined) {
      tellKnown(services, known);
      continue;
    }
    const title = await askTitle(link, links.length === 1 ? '' : ` (${index + 1} of ${links.length})`);
    if (title === undefined) return;
    wanted.push({ url: link.url, title });
  }
  if (wanted.length === 0) return;
  const list = await chooseReadingList(services);
  if (list === undefined) return;
  await write(list, wanted);
  const what = wanted.length === 1 ? '1 link' : `${wanted.length} links`;
  showStatus(said`$(check) ${what} added to ${plainMessage(nameOf(list))}`, 5_000);
}

/** The paper that the library already has for an address. */
async function paperOf({ library }: Services, url: string): Promise<PaperDetails | undefined> {
  const { arxiv, doi, url: page } = identifiersOfUrl(url);
  const { answers } = await library.engine.search({ query: arxiv ?? doi ?? url, limit: 3 });
  for (const { row } of answers) {
    const paper = await library.engine.paper(row.key);
    const isIt =
      (arxiv !== undefined && paper?.arxiv === arxiv.toLowerCase()) ||
      (doi !== undefined && paper?.doi === doi) ||
      (page !== undefined && paper?.url === page);
    if (isIt) return paper;
  }
  return undefined;
}

function tellKnown({ guard }: Services, { key, title }: PaperDetails): void {
  guard.background('tell of a known paper', async () => {
    const open = 'Open Paper';
    const message = said`"${plainMessage(title)}" is already in the library.`;
    const answer = await showInformation(message, open);
    if (answer === open) await vscode.commands.executeCommand(commandIds.openPaper, { key });
  });
}

/** What a citation will show. The address is in the prompt: nobody knows otherwise which link it is about. */
async function askTitle({ url, title }: DroppedLink, which: string): Promise<string | undefined> {
  const answer = await askText({
    title: said`Add Link${which}`,
    prompt: said`Title of ${plainMessage(url, 200)}`,
    value: title,
    ignoreFocusOut: true,
    validate: (value) => (/\p{L}/u.test(value) ? undefined : said`The title needs words: the paper is shown by it.`),
  });
  return answer === undefined ? undefined : singleLine(answer);
}

/** An edit that can be undone, saved and read back; a list with unsaved changes stays unsaved. */
async function write(list: vscode.Uri, links: readonly DroppedLink[]): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  if (!(await exists(list))) {
    const contents = new TextEncoder().encode(appendLinks('', links).text);
    change.createFile(list, { contents, ignoreIfExists: false });
    if (!(await vscode.workspace.applyEdit(change))) throw new ExpectedError(`${nameOf(list)} could not be made.`);
    const back = await vscode.workspace.fs.readFile(list);
    if (!equalBytes(back, contents)) throw new ExpectedError(`${nameOf(list)} is not on disk as it was written.`);
    return;
  }
  const document = await vscode.workspace.openTextDocument(list);
  const hadUnsavedChanges = document.isDirty;
  const { start, end, text } = appendLinks(document.getText(), links);
  change.replace(list, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  if (!(await vscode.workspace.applyEdit(change))) {
    throw new ExpectedError(`${nameOf(list)} could not be changed: is it read-only?`);
  }
  if (!hadUnsavedChanges && !(await saveAndVerify(document))) {
    throw new ExpectedError(`${nameOf(list)} could not be saved: save it yourself.`);
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

import * as vscode from 'vscode';
import { droppedLinks } from '../../core/readingList/droppedLinks.ts';
import { ExpectedError } from '../guard.ts';
import type { Services } from '../services.ts';
import { addLinks } from './addLinks.ts';
import { addPaperFiles } from './addPaperFiles.ts';
import { copyFiles, type DroppedFile } from './copyFiles.ts';

const uriListMime = 'text/uri-list';
const htmlMime = 'text/html';
const mozUrlMime = 'text/x-moz-url';
const plainMime = 'text/plain';

/** What may be dropped on a view from outside: files of the explorer and of the system, links of a browser. */
export const droppedMimes: readonly string[] = [uriListMime, 'files', htmlMime, mozUrlMime, plainMime];

/** Adds what was dropped: files as paper files, links to a reading list. Rejects with an `ExpectedError` for anything else. */
export async function addDropped(services: Services, dataTransfer: vscode.DataTransfer): Promise<void> {
  const uriList = await textOf(dataTransfer, uriListMime);
  const files = filesIn(uriList ?? '');
  if (files.length > 0) {
    await addPaperFiles(services, files);
    return;
  }
  const dropped = await filesOf(dataTransfer);
  if (dropped.length > 0) {
    await addPaperFiles(services, await copyFiles(dropped));
    return;
  }
  const links = droppedLinks({
    uriList,
    html: await textOf(dataTransfer, htmlMime),
    mozUrl: await textOf(dataTransfer, mozUrlMime),
    plain: await textOf(dataTransfer, plainMime),
  });
  if (links.length === 0) {
    throw new ExpectedError('Nothing was added: drop paper files, or links to papers that begin with "https:".');
  }
  await addLinks(services, links);
}

async function textOf(dataTransfer: vscode.DataTransfer, mime: string): Promise<string | undefined> {
  const item = dataTransfer.get(mime);
  return item === undefined || item.asFile() !== undefined ? undefined : item.asString();
}

/** Addresses of files that VS Code can read here, and of nothing else, in a `text/uri-list`. */
export function filesIn(uriList: string): readonly vscode.Uri[] {
  const lines = uriList.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.flatMap((line) => {
    try {
      const uri = vscode.Uri.parse(line.trim(), true);
      const isFile = !/^https?$/.test(uri.scheme) && vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined;
      // The fragment would name a line of it.
      return isFile ? [uri.with({ fragment: '' })] : [];
    } catch {
      return [];
    }
  });
}

/** Files of the system: with an address on the desktop, else as what is in them. */
async function filesOf(dataTransfer: vscode.DataTransfer): Promise<readonly DroppedFile[]> {
  const files: DroppedFile[] = [];
  for (const [, item] of dataTransfer) {
    const file = item.asFile();
    if (file !== undefined) files.push({ name: file.name, uri: file.uri, read: () => file.data() });
  }
  return files;
}

import * as vscode from 'vscode';
import { plainLabel, said } from '../../core/text/plainText.ts';
import type { Services } from '../services.ts';
import { pickOne } from '../ui/inputs.ts';

/** Found by the default of `paperside.files`. */
const newListNames = ['papers.md', 'more-papers.md', 'new-papers.md'];

/**
 * A Markdown reading list of the workspace, or a new one that does not exist yet. Asks only where there is a choice;
 * `undefined` when the writer leaves.
 */
export async function chooseReadingList(services: Services): Promise<vscode.Uri | undefined> {
  const groups = await services.library.engine.groups({ by: 'source' });
  const lists = groups
    .map(({ id }) => vscode.Uri.parse(id, true))
    .filter((uri) => uri.path.toLowerCase().endsWith('.md') && vscode.workspace.getWorkspaceFolder(uri) !== undefined);
  const fresh = await freeName();
  if (lists.length === 0) return fresh;
  const known = lists.map((uri) => ({ label: plainLabel(vscode.workspace.asRelativePath(uri)), uri }));
  const made = fresh && { label: `$(add) New list ${plainLabel(vscode.workspace.asRelativePath(fresh))}`, uri: fresh };
  const chosen = await pickOne(made === undefined ? known : [...known, made], {
    title: said`Add Link`,
    placeHolder: said`The list that the link is added to`,
    ignoreFocusOut: true,
  });
  return chosen?.uri;
}

/** In the first folder; a file of that name that is no reading list stays as it is. */
async function freeName(): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) return undefined;
  for (const name of newListNames) {
    const uri = vscode.Uri.joinPath(folder.uri, name);
    try {
      await vscode.workspace.fs.stat(uri);
    } catch {
      return uri;
    }
  }
  return undefined;
}

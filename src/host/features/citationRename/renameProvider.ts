import * as vscode from 'vscode';
import { said } from '../../../core/text/plainText.ts';
import type { KeyAt } from '../../navigation/keyAt.ts';
import type { Services } from '../../services.ts';
import { showError } from '../../ui/messages.ts';
import type { FollowedRenames } from './followedRenames.ts';
import { newKey, renamableKey, RenameRefusal } from './renamable.ts';
import { renameEdits } from './renameEdits.ts';

type Asked = (document: vscode.TextDocument, position: vscode.Position) => Promise<KeyAt | undefined>;

/** Renames the keys that `asked` finds. */
export function renameProvider(services: Services, renames: FollowedRenames, asked: Asked): vscode.RenameProvider {
  return {
    async prepareRename(document, position) {
      const at = await asked(document, position);
      if (at === undefined) return undefined;
      const place = { range: at.range, placeholder: at.key };
      return refusing(services, { document, at, otherwise: place }, async () => {
        await renamableKey(services, at.key);
        return place;
      });
    },
    async provideRenameEdits(document, position, newName, token) {
      const at = await asked(document, position);
      if (at === undefined) return undefined;
      return refusing(services, { document, at, otherwise: new vscode.WorkspaceEdit() }, async () => {
        const renamable = await renamableKey(services, at.key);
        const change = { from: at.key, to: await newKey(services, renamable, newName) };
        if (change.from === change.to) return new vscode.WorkspaceEdit();
        const edit = await renameEdits(services, renamable, change, token);
        renames.note(change);
        return edit;
      });
    },
  };
}

interface Place<T> {
  readonly document: vscode.TextDocument;
  readonly at: KeyAt;
  /** The answer where a refusal must not leave the place to others. */
  readonly otherwise: T;
}

/**
 * VS Code shows the message of what is thrown, and then asks others. VS Code's own Markdown would rename what stands in
 * brackets as a whole: there the reason is said, and an answer given.
 */
async function refusing<T>(
  { guard }: Services,
  { document, at, otherwise }: Place<T>,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof vscode.CancellationError) return undefined;
    if (!(error instanceof RenameRefusal)) guard.report('rename a key', error);
    const refusal =
      error instanceof RenameRefusal
        ? error
        : new RenameRefusal(said`Paperside could not rename the key: "Paperside: Show Log" says why.`);
    if (!isInBrackets(document, at)) throw refusal;
    void showError(refusal.reason);
    return otherwise;
  }
}

/** Whether VS Code's own Markdown may take what is around a key for the name of a link. */
function isInBrackets(document: vscode.TextDocument, { range }: KeyAt): boolean {
  if (document.languageId !== 'markdown') return false;
  const text = document.getText();
  const before = text.slice(0, document.offsetAt(range.start));
  const paragraph = before.slice(Math.max(before.lastIndexOf('\n\n'), before.lastIndexOf('\r\n\r\n')) + 1);
  return paragraph.lastIndexOf('[') > paragraph.lastIndexOf(']');
}

import * as vscode from 'vscode';
import { said } from '../../../core/text/plainText.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { entryKeyAt, keyAt, type KeyAt } from '../../navigation/keyAt.ts';
import { registerInPaperFiles } from '../../navigation/paperFileDocuments.ts';
import type { Feature, Services } from '../../services.ts';
import { FollowedRenames } from './followedRenames.ts';
import { newKey, renamableKey, RenameRefusal } from './renamable.ts';
import { renameEdits } from './renameEdits.ts';

type Asked = (document: vscode.TextDocument, position: vscode.Position) => Promise<KeyAt | undefined>;

/**
 * "Rename Symbol" on a citation, on the key of a note, or on a key in a paper file changes the key everywhere in one step.
 * VS Code shows why a key cannot be renamed.
 */
export const citationRename: Feature = {
  name: 'citation rename',
  register(services) {
    const store = new DisposableStore();
    const renames = store.add(new FollowedRenames(services));
    const inText = provider(services, renames, async (document, position) => keyAt(services, document, position));
    const inPaperFile = provider(services, renames, async (document, position) =>
      keyAt(services, document, position) === undefined ? entryKeyAt(services, document, position) : undefined,
    );
    store.add(services.citations.register((selector) => vscode.languages.registerRenameProvider(selector, inText)));
    store.add(
      registerInPaperFiles(services.settings, (selector) =>
        vscode.languages.registerRenameProvider(selector, inPaperFile),
      ),
    );
    return store;
  },
};

function provider(services: Services, renames: FollowedRenames, asked: Asked): vscode.RenameProvider {
  return {
    prepareRename: (document, position) =>
      refusing(services, async () => {
        const at = await asked(document, position);
        if (at === undefined) return undefined;
        await renamableKey(services, at.key);
        return { range: at.range, placeholder: at.key };
      }),
    provideRenameEdits: (document, position, newName, token) =>
      refusing(services, async () => {
        const at = await asked(document, position);
        if (at === undefined) return undefined;
        const renamable = await renamableKey(services, at.key);
        const change = { from: at.key, to: await newKey(services, renamable, newName) };
        if (change.from === change.to) return new vscode.WorkspaceEdit();
        const edit = await renameEdits(services, renamable, change, token);
        renames.note(change);
        return edit;
      }),
  };
}

/** VS Code shows the message of what is thrown; what nobody expected is logged, and said shortly. */
async function refusing<T>({ guard }: Services, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof vscode.CancellationError) return undefined;
    if (error instanceof RenameRefusal) throw error;
    guard.report('rename a key', error);
    throw new RenameRefusal(said`Paperside could not rename the key: "Paperside: Show Log" says why.`);
  }
}

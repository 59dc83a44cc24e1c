import * as vscode from 'vscode';
import { DisposableStore } from '../../disposableStore.ts';
import { entryKeyAt, keyAt } from '../../navigation/keyAt.ts';
import { registerInPaperFiles } from '../../navigation/paperFileDocuments.ts';
import type { Feature, Services } from '../../services.ts';
import { FollowedRenames } from './followedRenames.ts';
import { renameProvider } from './renameProvider.ts';

/** VS Code's own Markdown. */
const markdownExtension = 'vscode.markdown-language-features';
/** Nobody thinks longer about a new name. */
const longestRename = 120_000;

/**
 * "Rename Symbol" on a citation, on the key of a note, or on a key in a paper file changes the key everywhere in one step.
 * VS Code shows why a key cannot be renamed.
 */
export const citationRename: Feature = {
  name: 'citation rename',
  register(services) {
    const store = new DisposableStore();
    const renames = store.add(new FollowedRenames(services));
    const inText = renameProvider(services, renames, async (document, position) => keyAt(services, document, position));
    const inPaperFile = renameProvider(services, renames, async (document, position) =>
      keyAt(services, document, position) === undefined ? entryKeyAt(services, document, position) : undefined,
    );
    store.add(registerBeforeMarkdown(services, inText));
    store.add(
      registerInPaperFiles(services.settings, (selector) =>
        vscode.languages.registerRenameProvider(selector, inPaperFile),
      ),
    );
    return store;
  },
};

/**
 * VS Code's own Markdown renames whatever stands in brackets as the name of a link. Who registers last is asked first, so
 * this is done again when that one has. A rename that has begun before goes on.
 */
function registerBeforeMarkdown({ citations, guard }: Services, provider: vscode.RenameProvider): vscode.Disposable {
  const store = new DisposableStore();
  const register = (one: vscode.RenameProvider): vscode.Disposable =>
    citations.register((selector) => vscode.languages.registerRenameProvider(selector, one));
  let isWaiting = false;
  let isLast = false;
  const early = store.add(
    register({
      prepareRename: (...asked) => (isLast ? undefined : provider.prepareRename?.(...asked)),
      provideRenameEdits: (...asked) => provider.provideRenameEdits(...asked),
    }),
  );
  const follow = async (): Promise<void> => {
    if (isWaiting) return;
    const markdown = vscode.extensions.getExtension(markdownExtension);
    const isOpen = vscode.workspace.textDocuments.some(({ languageId }) => languageId === 'markdown');
    if (markdown === undefined || !isOpen) return;
    isWaiting = true;
    await markdown.activate();
    isLast = true;
    store.add(register(provider));
    const timer = setTimeout(() => void early.dispose(), longestRename);
    store.add({ dispose: () => clearTimeout(timer) });
  };
  const opened = (): void => guard.background('rename before Markdown', follow);
  store.add(vscode.workspace.onDidOpenTextDocument(opened));
  opened();
  return store;
}

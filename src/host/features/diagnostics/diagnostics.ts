import * as vscode from 'vscode';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import type { Feature } from '../../services.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { showWarning } from '../../ui/messages.ts';
import { toDiagnostics } from '../../ui/toDiagnostics.ts';

const maxMessage = 300;
/** More at once become one message. */
const mostMessages = 4;

/** Problems of paper files in the Problems view; a file that was skipped as a whole is also said once. */
export const diagnostics: Feature = {
  name: 'diagnostics',
  register({ library, guard }) {
    const store = new DisposableStore();
    const collection = store.add(vscode.languages.createDiagnosticCollection('paperside'));
    const told = new Set<string>();

    async function refresh(): Promise<void> {
      const files = await library.engine.problems();
      collection.clear();
      for (const { uri, problems } of files) {
        if (problems.length > 0) collection.set(vscode.Uri.parse(uri, true), toDiagnostics(problems));
      }
      const errors = files.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
      const news = [...new Set(errors.map(({ message }) => message))].filter((message) => !told.has(message));
      for (const message of news) told.add(message);
      if (news.length > mostMessages) guard.background('tell of skipped files', () => tellMany(news));
      else for (const message of news) void showWarning(plainMessage(message, maxMessage));
    }
    store.add(library.onDidChange(() => guard.background('show problems', refresh)));
    return store;
  },
};

/** The first of them says what kind of thing it is; the rest stands in the Problems view. */
async function tellMany([first = '', ...others]: readonly string[]): Promise<void> {
  const show = 'Show Problems';
  const message = said`${plainMessage(first, maxMessage)} ${others.length} more paper files were skipped: the Problems view says why.`;
  if ((await showWarning(message, show)) === show)
    await vscode.commands.executeCommand('workbench.actions.view.problems');
}

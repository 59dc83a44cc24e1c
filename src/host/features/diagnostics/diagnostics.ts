import * as vscode from 'vscode';
import { plainMessage } from '../../../core/text/plainText.ts';
import type { Feature } from '../../services.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { showWarning } from '../../ui/messages.ts';
import { toDiagnostics } from '../../ui/toDiagnostics.ts';

const maxMessage = 300;

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
        for (const { severity, message } of problems) {
          if (severity !== 'error' || told.has(message)) continue;
          told.add(message);
          void showWarning(plainMessage(message, maxMessage));
        }
      }
    }
    store.add(library.onDidChange(() => guard.background('show problems', refresh)));
    return store;
  },
};

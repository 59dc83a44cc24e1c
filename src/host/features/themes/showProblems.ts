import * as vscode from 'vscode';
import { plainMessage } from '../../../core/text/plainText.ts';
import type { Guard } from '../../guard.ts';
import type { ReadThemes, ThemesFileService } from '../../themes/themesFileService.ts';
import { toDiagnostics } from '../../ui/toDiagnostics.ts';

/** What is wrong with the themes file in the Problems view; where the writer's themes are gone, a message says why, once. */
export function showProblems(themes: ThemesFileService, guard: Guard): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('paperside themes');
  let told = '';

  async function tell({ uri, problems }: ReadThemes): Promise<void> {
    const message = problems.find(({ severity }) => severity === 'error')?.message ?? '';
    // Who is typing in it sees the place, and is not done yet.
    if (uri !== undefined && isBeingEdited(uri)) return;
    const isNews = message !== '' && message !== told;
    told = message;
    if (!isNews) return;
    const open = 'Open Themes File';
    const answer = await vscode.window.showWarningMessage(plainMessage(message, 300), open);
    if (answer === open) await guard.run('open the themes file', () => themes.open());
  }

  const subscription = themes.onDidRead((read) => {
    collection.clear();
    if (read.uri !== undefined) collection.set(read.uri, toDiagnostics(read.problems));
    guard.background('tell of a damaged themes file', () => tell(read));
  });
  return vscode.Disposable.from(subscription, collection);
}

function isBeingEdited(uri: vscode.Uri): boolean {
  const id = uri.toString();
  return vscode.workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === id);
}

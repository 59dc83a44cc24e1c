import * as vscode from 'vscode';
import type { Guard } from '../../guard.ts';
import type { CitationCompletions } from './citationCompletions.ts';

/**
 * Opens the list again when a part of a key is deleted. VS Code closes it when nothing is left of the word, and in Markdown
 * would open it for nothing but another `@`.
 */
export function completeAfterDelete(completions: CitationCompletions, guard: Guard): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change] = contentChanges;
    const isDeletion =
      contentChanges.length === 1 && change !== undefined && change.text === '' && reason === undefined;
    if (!isDeletion || document !== vscode.window.activeTextEditor?.document) return;
    // Who turned lists off that open by themselves wants none here either.
    if (vscode.workspace.getConfiguration('editor', document).get('suggestOnTriggerCharacters') === false) return;
    const { version } = document;
    guard.background('complete after a deletion', async () => {
      const typed = completions.typedAt(document, change.range.start);
      const papers = typed && (await completions.offered(document, typed));
      const isGone = document.version !== version || document !== vscode.window.activeTextEditor?.document;
      if (papers === undefined || papers.length === 0 || isGone) return;
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
    });
  });
}

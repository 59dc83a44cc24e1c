import * as vscode from 'vscode';

/** VS Code makes an edit right after it has it. */
const editMilliseconds = 10_000;

/** Calls `then` at the next change of a document, unless none comes. */
export function whenChanged(document: vscode.TextDocument, then: () => void): void {
  const subscription = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document !== document || event.contentChanges.length === 0) return;
    end();
    then();
  });
  const timer = setTimeout(end, editMilliseconds);
  function end(): void {
    clearTimeout(timer);
    subscription.dispose();
  }
}

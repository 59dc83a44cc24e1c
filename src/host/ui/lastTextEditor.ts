import * as vscode from 'vscode';
import { hasTab } from './hasTab.ts';

/**
 * The text editor the writer was in last. While the reader or a view has the focus VS Code knows no active one, but
 * "insert citation" from there means the text.
 */
export class LastTextEditor implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #last: vscode.TextEditor | undefined;

  constructor() {
    this.#last = vscode.window.activeTextEditor;
    this.#subscription = vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor !== undefined && editor.document.uri.scheme !== 'output') this.#last = editor;
    });
  }

  /** `undefined` when there was none or its editor has been closed. */
  get current(): vscode.TextEditor | undefined {
    const active = vscode.window.activeTextEditor;
    if (active !== undefined && active.document.uri.scheme !== 'output') return active;
    const last = this.#last;
    return vscode.window.visibleTextEditors.find((editor) => editor === last || editor.document === last?.document);
  }

  /** The editor, brought back to the front when another tab of its column hides it. `undefined` as `current`. */
  async reveal(): Promise<vscode.TextEditor | undefined> {
    const { current } = this;
    const last = this.#last;
    if (current !== undefined || last === undefined || !hasTab(last.document.uri)) return current;
    // VS Code remembers the selections of a hidden editor.
    return vscode.window.showTextDocument(last.document, { viewColumn: last.viewColumn ?? vscode.ViewColumn.Active });
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

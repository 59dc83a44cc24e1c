import type * as vscode from 'vscode';

/** What stands in a panel. */
interface PanelContent extends vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
}

/** At most one panel of a kind: the one that is open, until it is closed. */
export class ReusedPanel<T extends PanelContent> implements vscode.Disposable {
  #current: T | undefined;

  get current(): T | undefined {
    return this.#current;
  }

  /** From now on this is the one; it ends with its panel. */
  adopt(content: T): void {
    this.#current = content;
    content.panel.onDidDispose(() => {
      if (this.#current === content) this.#current = undefined;
      content.dispose();
    });
  }

  dispose(): void {
    this.#current?.panel.dispose();
  }
}

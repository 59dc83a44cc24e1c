import type * as vscode from 'vscode';

/** The selected rows of the views: a key binding, unlike a menu, does not say what it was pressed on. */
export class RowSelection {
  readonly #views = new Map<string, () => readonly unknown[]>();

  /** Each view once, by its id. */
  register(viewId: string, view: Pick<vscode.TreeView<unknown>, 'selection'>): vscode.Disposable {
    this.#views.set(viewId, () => view.selection);
    return { dispose: () => this.#views.delete(viewId) };
  }

  /** Rows of a view; none of an unknown one. */
  in(viewId: string): readonly unknown[] {
    return this.#views.get(viewId)?.() ?? [];
  }
}

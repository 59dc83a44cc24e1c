import * as vscode from 'vscode';

/** What the writer looked for last, so that the reader can mark it in the paper. Told by the search and the filter. */
export class LastSearch implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  #query: string | undefined;

  readonly onDidChange = this.#changed.event;

  /** As typed; `undefined` before the first search, and after one for nothing in particular. */
  get query(): string | undefined {
    return this.#query;
  }

  set(query: string | undefined): void {
    const next = query === undefined || query.trim() === '' ? undefined : query;
    if (next === this.#query) return;
    this.#query = next;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

import type * as vscode from 'vscode';

/**
 * Owns disposables and ends them in reverse order. Adding after the end disposes at once, so nothing that finishes late
 * leaks. One disposable that throws does not keep the others alive.
 */
export class DisposableStore implements vscode.Disposable {
  readonly #items: vscode.Disposable[] = [];
  #disposed = false;

  /** Takes ownership and returns the same object. */
  add<T extends vscode.Disposable>(item: T): T {
    if (this.#disposed) item.dispose();
    else this.#items.push(item);
    return item;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    const errors: unknown[] = [];
    for (const item of this.#items.toReversed()) {
      try {
        item.dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    this.#items.length = 0;
    if (errors.length > 0) throw new AggregateError(errors, 'Some parts of Paperside did not end cleanly.');
  }
}

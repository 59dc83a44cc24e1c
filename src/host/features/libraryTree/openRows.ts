import type * as vscode from 'vscode';

const stateKey = 'libraryTree.open';
/** Rows that were opened long ago need not open again. */
const mostRemembered = 300;
/** Closing all rows closes each of them. */
const pauseMilliseconds = 500;

/**
 * Which rows are open, also those that a filter or another grouping hides, over reloads of the window: VS Code forgets
 * rows that leave the tree.
 */
export class OpenRows implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #ids: Set<string>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    const stored: unknown = memory.get(stateKey);
    const ids = Array.isArray(stored) ? stored : [];
    this.#ids = new Set(ids.filter((id): id is string => typeof id === 'string'));
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  set(id: string, isOpen: boolean): void {
    this.#ids.delete(id);
    if (isOpen) this.#ids.add(id);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#store(), pauseMilliseconds);
  }

  /** Where it cannot be stored it is forgotten with the window. */
  #store(): void {
    this.#timer = undefined;
    this.#memory.update(stateKey, [...this.#ids].slice(-mostRemembered)).then(undefined, () => undefined);
  }

  dispose(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#store();
  }
}

import * as vscode from 'vscode';
import { literalGlob } from '../../core/text/globs.ts';
import { DisposableStore } from '../disposableStore.ts';

/** Watches the files that were asked about last, wherever they are. */
export class WatchedFiles implements vscode.Disposable {
  readonly #most: number;
  readonly #watched = new Map<string, vscode.Disposable>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();

  /** One of them was made, changed or deleted. */
  readonly onDidChange = this.#changed.event;

  /** `most`: of so many files. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Watches a file that may not exist yet, instead of the one that was asked about longest ago. */
  watch(uri: vscode.Uri): void {
    const id = uri.toString();
    const watched = this.#watched.get(id) ?? this.#newWatcher(uri);
    this.#watched.delete(id);
    this.#watched.set(id, watched);
    for (const [oldest, watcher] of [...this.#watched].slice(0, -this.#most)) {
      this.#watched.delete(oldest);
      watcher.dispose();
    }
  }

  #newWatcher(uri: vscode.Uri): vscode.Disposable {
    const name = literalGlob(uri.path.slice(uri.path.lastIndexOf('/') + 1));
    const store = new DisposableStore();
    const pattern = new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), name);
    const watcher = store.add(vscode.workspace.createFileSystemWatcher(pattern));
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
      store.add(event(() => this.#changed.fire(uri)));
    }
    return store;
  }

  dispose(): void {
    for (const watcher of this.#watched.values()) watcher.dispose();
    this.#watched.clear();
    this.#changed.dispose();
  }
}

import * as vscode from 'vscode';
import { keysInFile } from '../../core/bibliography/keysInFile.ts';
import { literalGlob } from '../../core/text/globs.ts';
import { DisposableStore } from '../disposableStore.ts';

/** A larger bibliography that is no paper file is not read. */
const mostBytes = 64 * 1024 * 1024;
/** So many bytes are decoded at once, so that others have a turn in between. */
const decodedAtOnce = 1024 * 1024;
/** So many files are remembered. */
const mostRemembered = 20;

interface KnownKeys {
  readonly size: number;
  readonly mtime: number;
  readonly keys: ReadonlySet<string>;
}

/** The citation keys of bibliography files that the library does not read, such as one outside the workspace. */
export class BibliographyKeys implements vscode.Disposable {
  readonly #known = new Map<string, KnownKeys>();
  readonly #watched = new Map<string, vscode.Disposable>();
  readonly #changed = new vscode.EventEmitter<void>();

  /** A file whose keys were asked for was made, changed or deleted. */
  readonly onDidChange = this.#changed.event;

  /**
   * The keys of a file as it is now, of one that does not exist none; `undefined` when it cannot be read as a bibliography.
   * Never rejects, and lets others have a turn while a long file is read.
   */
  async of(uri: vscode.Uri): Promise<ReadonlySet<string> | undefined> {
    const id = uri.toString();
    this.#watch(uri);
    try {
      const { size, mtime, type } = await vscode.workspace.fs.stat(uri);
      if ((type & vscode.FileType.File) === 0 || size > mostBytes) return undefined;
      const known = this.#known.get(id);
      if (known?.size === size && known.mtime === mtime) return known.keys;
      const keys = await readKeys(uri);
      this.#known.delete(id);
      if (keys === undefined) return undefined;
      this.#known.set(id, { size, mtime, keys });
      for (const oldest of [...this.#known.keys()].slice(0, -mostRemembered)) this.#known.delete(oldest);
      return keys;
    } catch (error) {
      this.#known.delete(id);
      return error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? new Set() : undefined;
    }
  }

  /** Those asked about last are watched. */
  #watch(uri: vscode.Uri): void {
    const id = uri.toString();
    const watched = this.#watched.get(id) ?? this.#newWatcher(uri);
    this.#watched.delete(id);
    this.#watched.set(id, watched);
    for (const [oldest, watcher] of [...this.#watched].slice(0, -mostRemembered)) {
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
      store.add(event(() => this.#changed.fire()));
    }
    return store;
  }

  dispose(): void {
    for (const watcher of this.#watched.values()) watcher.dispose();
    this.#changed.dispose();
  }
}

async function readKeys(uri: vscode.Uri): Promise<ReadonlySet<string> | undefined> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const decoder = new TextDecoder();
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += decodedAtOnce) {
    parts.push(decoder.decode(bytes.subarray(from, from + decodedAtOnce), { stream: true }));
    if (bytes.length > decodedAtOnce) await turn();
  }
  const work = keysInFile(uri.path, parts.join('') + decoder.decode());
  if (work === undefined) return undefined;
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return new Set(value);
    await turn();
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

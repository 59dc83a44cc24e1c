import * as vscode from 'vscode';
import { paperlessFolders } from './paperlessFolders.ts';
import { runAtMost } from './runAtMost.ts';

/** A copied or unpacked folder comes in many events: they are collected this long. */
const collectMilliseconds = 1_000;
/** Builds make folders all the time: between two looks over the workspace is so much time, and so many times what one took. */
const leastPauseMilliseconds = 2_000;
const pausesPerLook = 10;
/** Of many new names only so many are looked at: one folder among them is enough. */
const mostAsked = 50;
const asksAtOnce = 8;

/**
 * Has the workspace looked over when a folder has come into it. On some systems watchers miss files that are written into a folder
 * right after it was made, so what is in a new one has to be looked for.
 */
export class NewFolders implements vscode.Disposable {
  readonly #look: () => Promise<void>;
  readonly #watchers: vscode.Disposable[] = [];
  readonly #names = new Map<string, vscode.Uri>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #notBefore = 0;

  /** `look` looks over the workspace; it never rejects. */
  constructor(look: () => Promise<void>) {
    this.#look = look;
  }

  /** Starts watching (again). The events come to the extension host anyway: this only filters them. */
  watch(): void {
    for (const watcher of this.#watchers.splice(0)) watcher.dispose();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, '**'),
        false,
        true,
        true,
      );
      this.#watchers.push(
        watcher,
        watcher.onDidCreate((uri) => this.#note(uri)),
      );
    }
  }

  /** Files mostly have an ending and folders none; of a folder that has one its first subfolder or the next look tells. */
  #note(uri: vscode.Uri): void {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    if (name.includes('.') || this.#names.size >= mostAsked || isPaperless(uri)) return;
    this.#names.set(uri.toString(), uri);
    const delay = Math.max(collectMilliseconds, this.#notBefore - performance.now());
    this.#timer ??= setTimeout(() => void this.#ask(), delay);
  }

  async #ask(): Promise<void> {
    const names = [...this.#names.values()];
    this.#names.clear();
    this.#timer = undefined;
    const areFolders = await runAtMost(asksAtOnce, names, isFolder);
    if (!areFolders.includes(true)) return;
    const start = performance.now();
    await this.#look();
    const end = performance.now();
    this.#notBefore = end + Math.max(leastPauseMilliseconds, (end - start) * pausesPerLook);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers) watcher.dispose();
  }
}

function isPaperless({ path }: vscode.Uri): boolean {
  return path.split('/').some((name) => paperlessFolders.includes(name));
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

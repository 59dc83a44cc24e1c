import * as vscode from 'vscode';
import { runAtMost } from './runAtMost.ts';

/** Writers save in bursts and copies arrive in pieces: changes are collected this long. */
const collectMilliseconds = 300;
/** A file whose size and time stay the same this long has been written to its end. */
const settleMilliseconds = 200;
/** A file that never rests (a log, a slow copy) is read all the same after so many looks. */
const maxLooks = 40;
const statsAtOnce = 16;

/**
 * Collects file events and passes them on in batches once the files stand still. A file that is still being written
 * stays what it was for its readers.
 */
export class SettledFiles implements vscode.Disposable {
  readonly #settled = new vscode.EventEmitter<readonly vscode.Uri[]>();
  /** With the number of times that each was found moving. */
  #waiting = new Map<string, { readonly uri: vscode.Uri; readonly looks: number }>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;

  /** Files that were created, changed or deleted, and stand still now. */
  readonly onDidSettle = this.#settled.event;

  /** Something happened to a file. */
  note(uri: vscode.Uri): void {
    this.#wait(uri, 0);
  }

  #wait(uri: vscode.Uri, looks: number): void {
    if (this.#disposed) return;
    this.#waiting.set(uri.toString(), { uri, looks });
    this.#timer ??= setTimeout(() => void this.#look(), collectMilliseconds);
  }

  async #look(): Promise<void> {
    const files = [...this.#waiting.values()];
    this.#waiting = new Map();
    this.#timer = undefined;
    const before = await stampsOf(files);
    await new Promise((resolve) => setTimeout(resolve, settleMilliseconds));
    const after = await stampsOf(files);
    const still: vscode.Uri[] = [];
    for (const [index, { uri, looks }] of files.entries()) {
      if (before[index] === after[index] || looks >= maxLooks) still.push(uri);
      else this.#wait(uri, looks + 1);
    }
    if (!this.#disposed && still.length > 0) this.#settled.fire(still);
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#settled.dispose();
  }
}

function stampsOf(files: readonly { readonly uri: vscode.Uri }[]): Promise<readonly string[]> {
  return runAtMost(statsAtOnce, files, async ({ uri }) => {
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(uri);
      return `${size} ${mtime}`;
    } catch {
      return 'gone';
    }
  });
}

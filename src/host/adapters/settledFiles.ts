import * as vscode from 'vscode';
import type { FileStamp } from './fileStamps.ts';
import { runAtMost } from './runAtMost.ts';

/** Writers save in bursts and copies arrive in pieces: changes are collected this long. */
const collectMilliseconds = 300;
/** A file whose size and time stay the same this long has been written to its end, most likely. */
const settleMilliseconds = 200;
/** The same for a file that was seen moving, or that became smaller: it may be written anew from its beginning. */
const longSettleMilliseconds = 1_000;
/** A file that never rests (a log, a slow copy) is read all the same after so many looks. */
const maxLooks = 20;
const statsAtOnce = 16;

/**
 * Collects file events and passes them on in batches once the files stand still. A file that is still being written
 * stays what it was for its readers.
 */
export class SettledFiles implements vscode.Disposable {
  readonly #read: ReadonlyMap<string, FileStamp>;
  readonly #settled = new vscode.EventEmitter<readonly vscode.Uri[]>();
  /** Files that wait for the next look. */
  #waiting = new Map<string, vscode.Uri>();
  /** Files that are being looked at, and whether something happened to them meanwhile. */
  readonly #looking = new Map<string, boolean>();
  /** How often a file was found moving since it last stood still. */
  readonly #looks = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;

  /** Files that were created, changed or deleted, and stand still now. */
  readonly onDidSettle = this.#settled.event;

  /** `read`: what files were like when they were read last. */
  constructor(read: ReadonlyMap<string, FileStamp>) {
    this.#read = read;
  }

  /** Something happened to a file. */
  note(uri: vscode.Uri): void {
    const id = uri.toString();
    if (this.#looking.has(id)) this.#looking.set(id, true);
    else this.#wait(uri);
  }

  #wait(uri: vscode.Uri): void {
    if (this.#disposed) return;
    this.#waiting.set(uri.toString(), uri);
    this.#timer ??= setTimeout(() => void this.#look(), collectMilliseconds);
  }

  async #look(): Promise<void> {
    const files = [...this.#waiting.values()];
    this.#waiting = new Map();
    this.#timer = undefined;
    for (const uri of files) this.#looking.set(uri.toString(), false);
    const stamps = await stampsOf(files);
    const firm: Looked[] = [];
    const doubtful: Looked[] = [];
    for (const [index, uri] of files.entries()) {
      const stamp = stamps[index];
      const isDoubtful = this.#looks.has(uri.toString()) || this.#hasShrunk(uri, stamp);
      (isDoubtful ? doubtful : firm).push({ uri, stamp });
    }
    await Promise.all([this.#settle(firm, settleMilliseconds), this.#settle(doubtful, longSettleMilliseconds)]);
  }

  #hasShrunk(uri: vscode.Uri, now: FileStamp | undefined): boolean {
    const then = this.#read.get(uri.toString());
    return now !== undefined && then !== undefined && now.size < then.size;
  }

  /** Passes those on that stay the same for so long; the others wait for the next look. */
  async #settle(files: readonly Looked[], milliseconds: number): Promise<void> {
    if (files.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    const after = await stampsOf(files.map(({ uri }) => uri));
    const still: vscode.Uri[] = [];
    for (const [index, { uri, stamp }] of files.entries()) {
      const id = uri.toString();
      const now = after[index];
      const hasMoved = this.#looking.get(id) === true || stamp?.size !== now?.size || stamp?.mtime !== now?.mtime;
      const looks = (this.#looks.get(id) ?? 0) + 1;
      this.#looking.delete(id);
      if (hasMoved && looks <= maxLooks) {
        this.#looks.set(id, looks);
        this.#wait(uri);
      } else {
        this.#looks.delete(id);
        still.push(uri);
      }
    }
    if (!this.#disposed && still.length > 0) this.#settled.fire(still);
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#settled.dispose();
  }
}

interface Looked {
  readonly uri: vscode.Uri;
  /** `undefined` for a file that is gone. */
  readonly stamp: FileStamp | undefined;
}

/** `undefined` for a file that is gone. */
function stampsOf(files: readonly vscode.Uri[]): Promise<readonly (FileStamp | undefined)[]> {
  return runAtMost(statsAtOnce, files, async (uri) => {
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(uri);
      return { size, mtime };
    } catch {
      return undefined;
    }
  });
}

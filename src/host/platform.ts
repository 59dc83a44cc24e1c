import type * as vscode from 'vscode';
import type { PaperEngine } from '../engine/paperEngine.ts';

/** What an engine is started with. */
export interface EngineStart {
  readonly extensionUri: vscode.Uri;
  /** Of this workspace; `undefined` when none is open. */
  readonly storageUri: vscode.Uri | undefined;
  /** Of the extension. */
  readonly version: string;
}

/** What differs between the desktop or remote host (Node) and vscode.dev. */
export interface Platform {
  /** Starts the engine. `onFailure` is called once if it ends by itself; its pending calls have then been rejected. */
  startEngine(start: EngineStart, onFailure: (error: Error) => void): PaperEngine;
  /**
   * Replaces or creates a local file in one step, so that at every instant the path holds the whole old or the whole new
   * bytes; `changed` when it did not hold what was expected, and nothing was written. Rejects with an `Error` whose message
   * says why. `undefined` where there is no local disk.
   */
  readonly writeLocalFile:
    ((file: vscode.Uri, bytes: Uint8Array, limits: LocalWriteLimits) => Promise<'written' | 'changed'>) | undefined;
  /**
   * Whether a symbolic link stands on the way from the folder `root` to a local file in it, or the file is one. Rejects
   * when there is no such file. `undefined` where there is no local disk.
   */
  readonly leadsThroughLink: ((file: vscode.Uri, root: vscode.Uri) => Promise<boolean>) | undefined;
  /**
   * Removes temporary files that ended processes left in a local folder, and gives the backups there that may hold what a
   * file has lost. `undefined` where there is no local disk.
   */
  readonly sweepLocalFolder: ((folder: vscode.Uri) => Promise<readonly vscode.Uri[]>) | undefined;
  /** `undefined` where there are none. */
  readonly processes: { readonly own: number; isAlive(pid: number): boolean } | undefined;
}

/** What a write may replace. */
export interface LocalWriteLimits {
  /** The file must stay below this folder, also through symbolic links. */
  readonly root: vscode.Uri;
  /** Replace only exactly these bytes (`undefined`: only where no file is); without it, whatever is there. */
  readonly expected?: { readonly bytes: Uint8Array | undefined };
}

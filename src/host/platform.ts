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
   * bytes. `root` is the folder the file must stay in even through symbolic links. Rejects with an `Error` whose message
   * says why. `undefined` where there is no local disk.
   */
  readonly writeLocalFile: ((file: vscode.Uri, bytes: Uint8Array, root: vscode.Uri) => Promise<void>) | undefined;
  /**
   * Whether a symbolic link stands on the way from the folder `root` to a local file in it, or the file is one. Rejects
   * when there is no such file. `undefined` where there is no local disk.
   */
  readonly leadsThroughLink: ((file: vscode.Uri, root: vscode.Uri) => Promise<boolean>) | undefined;
}

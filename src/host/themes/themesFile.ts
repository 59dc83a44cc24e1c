import * as vscode from 'vscode';
import { OpenPaperFiles } from '../adapters/openPaperFiles.ts';
import { SettledFiles } from '../adapters/settledFiles.ts';
import { DisposableStore } from '../disposableStore.ts';

/** At the root of a workspace folder. */
export const themesFileName = 'paperside.themes.json';

/** A themes file as it stands: in its editor while that has unsaved changes, else on disk. */
export interface ThemesText {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** The one themes file of the window: that of the first workspace folder that has one. */
export class ThemesFile implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #settled = this.#store.add(new SettledFiles(new Map()));
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  #watchers: readonly vscode.Disposable[] = [];

  /** The file, or what its editor holds, may be another one. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const open = this.#store.add(new OpenPaperFiles((uri) => this.#places().some((one) => one.toString() === uri)));
    this.#store.add(open.onDidChange(() => this.#changed.fire()));
    this.#store.add(this.#settled.onDidSettle(() => this.#changed.fire()));
    this.#store.add(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#watch();
        this.#changed.fire();
      }),
    );
    this.#watch();
  }

  /** Where it is; `undefined` when there is none. */
  async find(): Promise<vscode.Uri | undefined> {
    for (const uri of this.#places()) {
      try {
        if (((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0) return uri;
      } catch {
        // Not in this folder.
      }
    }
    return undefined;
  }

  /** Where it is to be made; `undefined` without a folder. */
  get place(): vscode.Uri | undefined {
    return this.#places()[0];
  }

  /** `undefined` when there is none. Rejects when it cannot be read. */
  async read(): Promise<ThemesText | undefined> {
    const uri = await this.find();
    if (uri === undefined) return undefined;
    const id = uri.toString();
    const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === id && !one.isClosed);
    if (open?.isDirty === true) return { uri, text: open.getText() };
    return { uri, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) };
  }

  #places(): readonly vscode.Uri[] {
    return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => vscode.Uri.joinPath(uri, themesFileName));
  }

  #watch(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = (vscode.workspace.workspaceFolders ?? []).map((folder) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, themesFileName));
      const note = (uri: vscode.Uri): void => this.#settled.note(uri);
      return vscode.Disposable.from(
        watcher,
        watcher.onDidCreate(note),
        watcher.onDidChange(note),
        watcher.onDidDelete(note),
      );
    });
  }

  dispose(): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#store.dispose();
  }
}

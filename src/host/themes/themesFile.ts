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
    for (const uri of this.#places()) if (await isThere(uri)) return uri;
    return undefined;
  }

  /** Themes files of other folders, which do not count beside the one at `used`. */
  async others(used: vscode.Uri): Promise<readonly vscode.Uri[]> {
    const others = this.#places().filter((uri) => uri.toString() !== used.toString());
    const areThere = await Promise.all(others.map(isThere));
    return others.filter((_, at) => areThere[at]);
  }

  /** Where it is to be made; `undefined` without a folder. */
  get place(): vscode.Uri | undefined {
    return this.#places()[0];
  }

  /** `undefined` when there is none. Rejects when it cannot be read. */
  async read(): Promise<ThemesText | undefined> {
    const uri = await this.find();
    if (uri === undefined) return undefined;
    const unsaved = unsavedAt(uri);
    return { uri, text: unsaved?.getText() ?? (await textOnDisk(uri)) };
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

/** What VS Code would show of a file, whatever its encoding. Rejects when it cannot be read. */
export async function textOnDisk(uri: vscode.Uri): Promise<string> {
  return vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
}

/** A file that was deleted while its editor has unsaved changes lives on in there. */
async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return unsavedAt(uri) !== undefined;
  }
}

function unsavedAt(uri: vscode.Uri): vscode.TextDocument | undefined {
  const id = uri.toString();
  return vscode.workspace.textDocuments.find((one) => one.isDirty && !one.isClosed && one.uri.toString() === id);
}

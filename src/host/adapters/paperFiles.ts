import * as vscode from 'vscode';
import { literalGlob } from '../../core/text/globs.ts';
import { additionalFileUri } from './additionalFiles.ts';
import type { FileStamp } from './fileStamps.ts';
import { paperlessFolders } from './paperlessFolders.ts';
import { SettledFiles } from './settledFiles.ts';
import type { SettingsReader } from './settings.ts';

const neverSearched = `**/{${paperlessFolders.join(',')}}/**`;

/** The paper files of the workspace: found by the settings' globs, or added by name; and watched. */
export class PaperFiles implements vscode.Disposable {
  readonly #settings: SettingsReader;
  readonly #settled: SettledFiles;
  readonly #folderGone = new vscode.EventEmitter<void>();
  readonly #watchers: vscode.Disposable[] = [];
  readonly #folderWatchers = new Map<string, vscode.Disposable>();

  /** Files that may have been created, changed or deleted since the last event, written to their end. */
  readonly onDidChange: vscode.Event<readonly vscode.Uri[]>;
  /** A folder that held paper files is gone; nothing was said of the files themselves. */
  readonly onDidDeleteFolder = this.#folderGone.event;

  /** `stamps` are those of the last reading. */
  constructor(settings: SettingsReader, stamps: ReadonlyMap<string, FileStamp>) {
    this.#settings = settings;
    this.#settled = new SettledFiles(stamps);
    this.onDidChange = this.#settled.onDidSettle;
  }

  /** Starts watching (again): after the folders or the settings changed. */
  watch(): void {
    this.#stopWatching();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const isNote = notesIn(folder, this.#settings);
      for (const glob of this.#settings.of(folder).files) {
        this.#watch(new vscode.RelativePattern(folder, glob), isNote);
      }
    }
    for (const uri of this.#added()) {
      this.#watch(new vscode.RelativePattern(above(uri), literalGlob(nameOf(uri))), () => false);
    }
  }

  /** All paper files there are now, each once, by URI. An added one that does not exist is among them. */
  async find(): Promise<readonly vscode.Uri[]> {
    const searches = (vscode.workspace.workspaceFolders ?? []).flatMap((folder) =>
      this.#settings.of(folder).files.map((glob) => this.#findIn(folder, glob)),
    );
    const found = new Map<string, vscode.Uri>();
    for (const uris of await Promise.all(searches)) for (const uri of uris) found.set(uri.toString(), uri);
    for (const uri of this.#added()) found.set(uri.toString(), uri);
    for (const uri of found.values()) this.#watchFolders(uri);
    return [...found.values()].sort((a, b) => (a.toString() < b.toString() ? -1 : 1));
  }

  async #findIn(folder: vscode.WorkspaceFolder, glob: string): Promise<readonly vscode.Uri[]> {
    const isNote = notesIn(folder, this.#settings);
    const uris = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), neverSearched);
    return uris.filter((uri) => !isNote(uri));
  }

  /** Tells of these files, too, once they stand still. */
  lookAt(uris: readonly vscode.Uri[]): void {
    for (const uri of uris) this.#settled.note(uri);
  }

  /** Whether the user added this file by name. */
  isAdded(uri: vscode.Uri): boolean {
    return this.#added().some((added) => added.toString() === uri.toString());
  }

  #added(): readonly vscode.Uri[] {
    return this.#settings.current.additionalFiles
      .map((entry) => additionalFileUri(entry))
      .filter((uri) => uri !== undefined);
  }

  #watch(pattern: vscode.RelativePattern, isNote: (uri: vscode.Uri) => boolean): void {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const note = (uri: vscode.Uri): void => {
      if (isNote(uri)) return;
      this.#watchFolders(uri);
      this.#settled.note(uri);
    };
    this.#watchers.push(watcher, watcher.onDidCreate(note), watcher.onDidChange(note), watcher.onDidDelete(note));
  }

  /** When a folder goes as a whole, VS Code tells of the folder only. Filters of events it has anyway, so they are cheap. */
  #watchFolders(file: vscode.Uri): void {
    const root = vscode.workspace.getWorkspaceFolder(file);
    if (root === undefined) return;
    for (let folder = above(file); folder.path.length > root.uri.path.length; folder = above(folder)) {
      const id = folder.toString();
      if (this.#folderWatchers.has(id)) return;
      const pattern = new vscode.RelativePattern(above(folder), literalGlob(nameOf(folder)));
      const watcher = vscode.workspace.createFileSystemWatcher(pattern, true, true, false);
      watcher.onDidDelete(() => this.#folderGone.fire());
      this.#folderWatchers.set(id, watcher);
    }
  }

  #stopWatching(): void {
    for (const watcher of this.#watchers.splice(0)) watcher.dispose();
    for (const watcher of this.#folderWatchers.values()) watcher.dispose();
    this.#folderWatchers.clear();
  }

  dispose(): void {
    this.#stopWatching();
    this.#settled.dispose();
    this.#folderGone.dispose();
  }
}

/** A note may be called `…papers….md` after its paper: notes are never paper files. */
function notesIn(folder: vscode.WorkspaceFolder, settings: SettingsReader): (uri: vscode.Uri) => boolean {
  const notes = `${vscode.Uri.joinPath(folder.uri, settings.of(folder).notesFolder).path}/`;
  return (uri) => uri.path.startsWith(notes);
}

function above(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

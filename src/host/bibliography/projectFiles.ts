import * as vscode from 'vscode';
import { foldersUp } from '../../core/bibliography/chooseBibliography.ts';
import {
  bookdownFile,
  projectFileNames,
  readProjectFile,
  type ProjectFileName,
  type ProjectMetadata,
} from '../../core/bibliography/projectFile.ts';
import { DisposableStore } from '../disposableStore.ts';
import { fileState } from '../files/fileState.ts';
import { textOf } from '../files/textOf.ts';

/** A larger file is not read. */
const mostBytes = 2 * 1024 * 1024;
/** Of so many folders it is remembered what they hold. */
const mostFolders = 300;
/** A document deeper than this has no project. */
const mostLevels = 40;

/** The file of a project, and what it says. */
export interface ProjectFile extends ProjectMetadata {
  readonly uri: vscode.Uri;
}

/**
 * Finds the files in which projects of Quarto, bookdown and MyST say what holds for their documents. Looks at a folder when a
 * document in it or below is first asked about, and again when one of its files changed.
 */
export class ProjectFiles implements vscode.Disposable {
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  /** By URI of the folder, the one that was asked about last at the end. */
  readonly #folders = new Map<string, Promise<readonly ProjectFile[]>>();
  #isWatching = false;

  /** What was said of a document may be other things now. */
  readonly onDidChange = this.#changed.event;

  /** The files that hold for a document, the nearest first, up to the root of its project. Never rejects. */
  async of(document: vscode.Uri): Promise<readonly ProjectFile[]> {
    if (document.scheme === 'untitled') return [];
    this.#watch();
    const folder = vscode.Uri.joinPath(document, '..').path;
    const root = vscode.workspace.getWorkspaceFolder(document)?.uri.path;
    const files: ProjectFile[] = [];
    for (const path of foldersUp({ folder, root: root ?? folder }).slice(0, mostLevels)) {
      const uri = document.with({ path });
      // Nobody tells of changes outside the workspace.
      const found = root === undefined ? await filesIn(uri) : await this.#remembered(uri);
      // The first chapter of a book is no file of a project for itself.
      files.push(...found.filter((file) => file.uri.path !== document.path));
      if (found.some(({ isRoot }) => isRoot)) break;
    }
    return files;
  }

  #remembered(folder: vscode.Uri): Promise<readonly ProjectFile[]> {
    const id = folder.toString();
    const known = this.#folders.get(id) ?? filesIn(folder);
    this.#folders.delete(id);
    this.#folders.set(id, known);
    for (const oldest of [...this.#folders.keys()].slice(0, -mostFolders)) this.#folders.delete(oldest);
    return known;
  }

  #watch(): void {
    if (this.#isWatching) return;
    this.#isWatching = true;
    const watcher = this.#store.add(
      vscode.workspace.createFileSystemWatcher(`**/{${[...projectFileNames, bookdownFile].join(',')}}`),
    );
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete]) {
      this.#store.add(event((uri) => this.#forget([uri])));
    }
    const { workspace, window } = vscode;
    this.#store.add(workspace.onDidChangeTextDocument(({ document }) => this.#forget([document.uri])));
    this.#store.add(workspace.onDidCloseTextDocument(({ uri }) => this.#forget([uri])));
    // Watchers say nothing of the files in a folder that comes, goes or is moved, and miss some others.
    for (const event of [workspace.onDidRenameFiles, workspace.onDidDeleteFiles, workspace.onDidCreateFiles]) {
      this.#store.add(event(() => this.#forgetAll()));
    }
    this.#store.add(workspace.onDidChangeWorkspaceFolders(() => this.#forgetAll()));
    this.#store.add(window.onDidChangeWindowState(({ focused }) => (focused ? this.#folders.clear() : undefined)));
  }

  #forget(uris: readonly vscode.Uri[]): void {
    const files = uris.filter(({ path }) => isProjectFile(path.slice(path.lastIndexOf('/') + 1)));
    if (files.length === 0) return;
    for (const uri of files) this.#folders.delete(vscode.Uri.joinPath(uri, '..').toString());
    this.#changed.fire();
  }

  #forgetAll(): void {
    if (this.#folders.size === 0) return;
    this.#folders.clear();
    this.#changed.fire();
  }

  dispose(): void {
    this.#store.dispose();
  }
}

function isProjectFile(name: string): boolean {
  return name === bookdownFile || projectFileNames.some((one) => one === name);
}

async function filesIn(folder: vscode.Uri): Promise<readonly ProjectFile[]> {
  const found = await Promise.all(projectFileNames.map((name) => projectFile(folder, name)));
  return found.filter((file) => file !== undefined);
}

async function projectFile(folder: vscode.Uri, name: ProjectFileName): Promise<ProjectFile | undefined> {
  const uri = vscode.Uri.joinPath(folder, name);
  const state = await fileState(uri);
  if (state.kind !== 'file' || state.size > mostBytes) return undefined;
  const text = await textOf(uri);
  if (text === undefined) return undefined;
  const isBook = name === 'index.Rmd' && (await fileState(vscode.Uri.joinPath(folder, bookdownFile))).kind === 'file';
  const said = readProjectFile(name, text, { isBook });
  return said && { ...said, uri };
}

import * as vscode from 'vscode';
import { maxPaperFileBytes } from '../../core/formats/limits.ts';
import type { Problem } from '../../core/problem.ts';
import type { FileChange } from '../../engine/paperEngine.ts';
import type { Settings, SettingsReader } from './settings.ts';

/** Folders in which nobody keeps papers, and in which a search would take long. */
const neverSearched = '**/{node_modules,.git,.venv,__pycache__}/**';
/** Writers save in bursts and copies arrive in pieces: changes are collected this long. Two seconds are promised. */
const settleMilliseconds = 300;
const readTimeoutMilliseconds = 30_000;
const readsAtOnce = 4;

/** The paper files of the workspace: found by the setting's globs, watched, read as bytes. */
export class PaperFiles implements vscode.Disposable {
  readonly #settings: SettingsReader;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  readonly #folderGone = new vscode.EventEmitter<void>();
  readonly #watchers: vscode.Disposable[] = [];
  readonly #folderWatchers = new Map<string, vscode.Disposable>();
  readonly #pending = new Map<string, vscode.Uri>();
  /** Size and time of each file when it was read: what a look over all files need not read again. */
  readonly #stamps = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Files that may have been created, changed or deleted since the last event. */
  readonly onDidChange = this.#changed.event;
  /** A folder that held paper files is gone; nothing was said of the files themselves. */
  readonly onDidDeleteFolder = this.#folderGone.event;

  constructor(settings: SettingsReader, log: vscode.LogOutputChannel) {
    this.#settings = settings;
    this.#log = log;
  }

  /** Starts watching (again): after the folders or the globs changed. */
  watch(): void {
    this.#stopWatching();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      for (const glob of this.#settings.current.files) {
        const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, glob));
        const note = (uri: vscode.Uri): void => this.#note(uri);
        this.#watchers.push(watcher, watcher.onDidCreate(note), watcher.onDidChange(note), watcher.onDidDelete(note));
      }
    }
  }

  /** All paper files there are now, each once. */
  async find(): Promise<readonly vscode.Uri[]> {
    const found = new Map<string, vscode.Uri>();
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      for (const glob of this.#settings.current.files) {
        const pattern = new vscode.RelativePattern(folder, glob);
        for (const uri of await vscode.workspace.findFiles(pattern, neverSearched)) {
          if (!isNote(uri, this.#settings.current)) found.set(uri.toString(), uri);
        }
      }
    }
    for (const uri of found.values()) this.#watchFolders(uri);
    return [...found.values()].sort((a, b) => (a.toString() < b.toString() ? -1 : 1));
  }

  /**
   * Reads files a few at a time, in order. With `onlyNew`, files of the same size and time as when they were last read
   * are left out. Never rejects: what cannot be read is a change of its own kind.
   */
  async *read(uris: readonly vscode.Uri[], onlyNew: boolean): AsyncGenerator<FileChange, void, void> {
    const running: Promise<FileChange | undefined>[] = [];
    for (const uri of uris) {
      this.#watchFolders(uri);
      running.push(this.#readOne(uri, onlyNew));
      const first = running.length >= readsAtOnce ? await running.shift() : undefined;
      if (first !== undefined) yield first;
    }
    for (const rest of running) {
      const change = await rest;
      if (change !== undefined) yield change;
    }
  }

  /** Everything is to be read anew, whatever its size and time. */
  forget(): void {
    this.#stamps.clear();
  }

  async #readOne(uri: vscode.Uri, onlyNew: boolean): Promise<FileChange | undefined> {
    const before = this.#stamps.get(uri.toString());
    this.#stamps.delete(uri.toString());
    try {
      const stat = await withTimeout(vscode.workspace.fs.stat(uri));
      if ((stat.type & vscode.FileType.File) === 0) return { kind: 'removed', uri: uri.toString() };
      const stamp = `${stat.size} ${stat.mtime}`;
      this.#stamps.set(uri.toString(), stamp);
      if (onlyNew && stamp === before) return undefined;
      if (stat.size > maxPaperFileBytes) return unreadable(uri, tooLarge(uri, stat.size));
      const bytes = await withTimeout(vscode.workspace.fs.readFile(uri));
      return { kind: 'content', uri: uri.toString(), bytes };
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
        return { kind: 'removed', uri: uri.toString() };
      }
      this.#log.warn(`Reading ${uri.toString()}: ${String(error)}`);
      return unreadable(uri, {
        code: 'unreadable-file',
        severity: 'error',
        message: `${nameOf(uri)} was skipped because it could not be read: ${reasonOf(error)}. Check its permissions, then run "Reload Library".`,
        range: fileStart,
      });
    }
  }

  #note(uri: vscode.Uri): void {
    if (isNote(uri, this.#settings.current)) return;
    this.#pending.set(uri.toString(), uri);
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const uris = [...this.#pending.values()];
      this.#pending.clear();
      this.#changed.fire(uris);
    }, settleMilliseconds);
  }

  /** When a folder goes as a whole, VS Code tells of the folder only. Filters of events it has anyway, so they are cheap. */
  #watchFolders(file: vscode.Uri): void {
    const root = vscode.workspace.getWorkspaceFolder(file);
    if (root === undefined) return;
    for (let folder = above(file); folder.path.length > root.uri.path.length; folder = above(folder)) {
      const id = folder.toString();
      if (this.#folderWatchers.has(id)) return;
      const pattern = new vscode.RelativePattern(above(folder), folder.path.slice(folder.path.lastIndexOf('/') + 1));
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
    clearTimeout(this.#timer);
    this.#stopWatching();
    this.#changed.dispose();
    this.#folderGone.dispose();
  }
}

const fileStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A note may be called `…papers….md` after its paper: notes are never paper files. */
function isNote(uri: vscode.Uri, settings: Settings): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (folder === undefined) return false;
  const notes = vscode.Uri.joinPath(folder.uri, settings.notesFolder).path;
  return uri.path.startsWith(`${notes}/`);
}

function above(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

function unreadable(uri: vscode.Uri, problem: Problem): FileChange {
  return { kind: 'unreadable', uri: uri.toString(), problem };
}

function tooLarge(uri: vscode.Uri, size: number): Problem {
  return {
    code: 'file-too-large',
    severity: 'error',
    message: `${nameOf(uri)} was skipped because it has ${megabytes(size)}, more than the ${megabytes(maxPaperFileBytes)} that a paper file may have. Split it, or exclude it in the setting "paperside.files".`,
    range: fileStart,
  };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

function reasonOf(error: unknown): string {
  return error instanceof vscode.FileSystemError ? error.code : error instanceof Error ? error.message : String(error);
}

/** A dead network share must not hold up the other files. */
async function withTimeout<T>(work: Thenable<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the file system did not answer in time')), readTimeoutMilliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

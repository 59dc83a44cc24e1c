import * as vscode from 'vscode';
import { citingGlobs, type SyntaxOverride } from '../../core/citations/syntaxOverrides.ts';
import { citingEndings } from '../../core/citations/syntaxes.ts';
import { anyOfGlobs, globOfEndings, joinGlobs, literalGlob } from '../../core/text/globs.ts';
import type { FileStamp } from '../adapters/fileStamps.ts';
import { NewFolders } from '../adapters/newFolders.ts';
import { paperlessFolders } from '../adapters/paperlessFolders.ts';
import { SettledFiles } from '../adapters/settledFiles.ts';
import { DisposableStore } from '../disposableStore.ts';

const usual = globOfEndings(citingEndings);
/** A workspace with more documents is searched only in part. */
const mostFiles = 20_000;
/** So many new files are looked for by name; for more the workspace is looked over. */
const mostByName = 50;

interface Parts {
  readonly log: vscode.LogOutputChannel;
  /** Of the last reading. */
  readonly stamps: ReadonlyMap<string, FileStamp>;
  /** What the settings say of how documents cite. */
  readonly overrides: () => readonly SyntaxOverride[];
  /** Looks over the workspace, because something happened that may concern any of the files. Never rejects. */
  readonly look: () => Promise<void>;
}

/** The files of the workspace that may cite papers: found, without what the user's settings exclude, and watched. */
export class CitingFiles implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #store = new DisposableStore();
  readonly #settled: SettledFiles;
  readonly #newFolders: NewFolders;
  #watchers: DisposableStore | undefined;

  /** Files that were created, changed or deleted, written to their end. */
  readonly onDidChange: vscode.Event<readonly vscode.Uri[]>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#settled = this.#store.add(new SettledFiles(parts.stamps));
    this.#newFolders = this.#store.add(new NewFolders(parts.look));
    this.onDidChange = this.#settled.onDidSettle;
  }

  /** Starts watching (again): at first, and after the folders or the settings changed. */
  watch(): void {
    this.#watchers?.dispose();
    const store = new DisposableStore();
    this.#watchers = store;
    const citing = this.#glob();
    const note = (uri: vscode.Uri): void => this.#settled.note(uri);
    for (const folder of vscode.workspace.workspaceFolders ?? []) {
      const files = store.add(vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, citing)));
      for (const event of [files.onDidCreate, files.onDidChange, files.onDidDelete]) store.add(event(note));
      // When a folder goes as a whole, VS Code tells of the folder only.
      const all = new vscode.RelativePattern(folder, '**');
      const folders = store.add(vscode.workspace.createFileSystemWatcher(all, true, true, false));
      store.add(folders.onDidDelete((uri) => this.#gone(uri)));
    }
    this.#newFolders.watch();
  }

  /** Files of the endings that cite, and those that only the settings name. */
  #glob(): string {
    return citingGlob(this.#parts.overrides());
  }

  #gone(uri: vscode.Uri): void {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    if (!name.includes('.')) void this.#parts.look();
  }

  /** All files there are now, each once. */
  find(): Promise<readonly vscode.Uri[]> {
    return findCitingFiles(this.#glob(), this.#parts.log);
  }

  /** Those of these files that `find` would give; `undefined` when they are too many to be asked for by name. */
  async among(uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[] | undefined> {
    if (uris.length > mostByName) return undefined;
    const byFolder = new Map<vscode.WorkspaceFolder, string[]>();
    for (const uri of uris) {
      const folder = vscode.workspace.getWorkspaceFolder(uri);
      if (folder === undefined) continue;
      const glob = literalGlob(uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1));
      byFolder.set(folder, [...(byFolder.get(folder) ?? []), glob]);
    }
    const searches = [...byFolder].map(([folder, globs]) => {
      const glob = globs.length === 1 ? (globs[0] ?? '') : `{${globs.join(',')}}`;
      return vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), excludedIn(folder));
    });
    const asked = new Set(uris.map((uri) => uri.toString()));
    return (await Promise.all(searches)).flat().filter((uri) => asked.has(uri.toString()));
  }

  dispose(): void {
    this.#watchers?.dispose();
    this.#store.dispose();
  }
}

/** A glob of the files of the endings that cite, and of those that only the settings name. */
export function citingGlob(overrides: readonly SyntaxOverride[]): string {
  const told = citingGlobs(overrides);
  return told.length === 0 ? usual : anyOfGlobs([usual, ...told]);
}

/** All files of the workspace that a glob means, each once, without what the user's settings exclude. */
export async function findCitingFiles(glob: string, log: vscode.LogOutputChannel): Promise<readonly vscode.Uri[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const searches = folders.map((folder) =>
    vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), excludedIn(folder), mostFiles),
  );
  const found = new Map<string, vscode.Uri>();
  for (const uris of await Promise.all(searches)) for (const uri of uris) found.set(uri.toString(), uri);
  if (found.size >= mostFiles) {
    log.warn(`More than ${mostFiles} documents may cite papers; only the first ${mostFiles} were read.`);
  }
  return [...found.values()].slice(0, mostFiles);
}

/** `findFiles` by itself would exclude only what `files.exclude` says. */
function excludedIn(folder: vscode.WorkspaceFolder): string {
  const excludes = ['files.exclude', 'search.exclude'].flatMap((id) => {
    const setting = vscode.workspace.getConfiguration(undefined, folder.uri).get<unknown>(id);
    if (typeof setting !== 'object' || setting === null) return [];
    return Object.entries(setting).flatMap(([glob, isExcluded]) => (isExcluded === true ? [glob] : []));
  });
  return joinGlobs([...paperlessFolders.map((name) => `**/${name}`), ...excludes]);
}

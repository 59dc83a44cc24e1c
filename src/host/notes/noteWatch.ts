import * as vscode from 'vscode';
import { literalGlob } from '../../core/text/globs.ts';
import { fileNameOf, isNoteName, type NoteFolder } from './noteFolder.ts';

/** Writers save in bursts: events are collected this long. */
const collectMilliseconds = 150;

/**
 * Tells what happens in folders of notes: files by name, anything else (a folder that came or went) as `undefined`,
 * which means: look at everything. Watchers miss some; who must be sure looks itself now and then.
 */
export class NoteWatch implements vscode.Disposable {
  readonly #tell: (files: readonly vscode.Uri[] | undefined) => void;
  #folders = '';
  #watchers: vscode.Disposable[] = [];
  #files = new Map<string, vscode.Uri>();
  #isMore = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (files: readonly vscode.Uri[] | undefined) => void) {
    this.#tell = tell;
  }

  /** Watches these folders from now on, and no others. */
  watch(folders: readonly NoteFolder[]): void {
    const names = folders.map(({ uri }) => uri.toString()).join('\n');
    if (names === this.#folders) return;
    this.#folders = names;
    this.#stop();
    for (const { uri } of folders) {
      this.#listen(new vscode.RelativePattern(uri, '**'));
      // When a folder goes as a whole, that is all that is told.
      const name = literalGlob(fileNameOf(uri));
      this.#listen(new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), name));
    }
  }

  #listen(pattern: vscode.RelativePattern): void {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    const note = (uri: vscode.Uri): void => this.#note(uri);
    this.#watchers.push(watcher, watcher.onDidCreate(note), watcher.onDidChange(note), watcher.onDidDelete(note));
  }

  #note(uri: vscode.Uri): void {
    const name = fileNameOf(uri);
    if (isNoteName(name)) this.#files.set(uri.toString(), uri);
    // What is written first and then renamed has such a name; a folder has none with a dot, mostly.
    else if (!name.includes('.')) this.#isMore = true;
    else return;
    this.#timer ??= setTimeout(() => this.#flush(), collectMilliseconds);
  }

  #flush(): void {
    const files = this.#isMore ? undefined : [...this.#files.values()];
    this.#timer = undefined;
    this.#isMore = false;
    this.#files = new Map();
    this.#tell(files);
  }

  #stop(): void {
    for (const watcher of this.#watchers.splice(0)) watcher.dispose();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#stop();
  }
}

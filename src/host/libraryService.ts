import * as vscode from 'vscode';
import type { FileChange, LibraryStatus, PaperEngine } from '../engine/paperEngine.ts';
import { OpenPaperFiles } from './adapters/openPaperFiles.ts';
import { NewFolders } from './adapters/newFolders.ts';
import type { PaperFileReader } from './adapters/paperFileReader.ts';
import type { PaperFiles } from './adapters/paperFiles.ts';
import type { SettingsReader } from './adapters/settings.ts';
import { Restarts } from '../core/restarts.ts';
import { DisposableStore } from './disposableStore.ts';
import { tellOfFailure, tellOfRestart } from './engineFailure.ts';
import type { Guard } from './guard.ts';

/** What the library is doing. `noFolder`, `noFiles` and `noPapers` are complete loads that found nothing to show. */
export type LibraryState = 'loading' | 'noFolder' | 'noFiles' | 'noPapers' | 'ready' | 'failed';

/** Messages to the engine stay small, so that the first papers are there while the rest is still read. */
const maxBytesAtOnce = 16 * 1024 * 1024;

type StartEngine = (onFailure: (error: Error) => void) => PaperEngine;

interface Parts {
  readonly files: PaperFiles;
  readonly reader: PaperFileReader;
  readonly settings: SettingsReader;
  readonly guard: Guard;
  readonly log: vscode.LogOutputChannel;
  readonly startEngine: StartEngine;
}

/** Keeps the engine in step with the workspace's paper files and tells when the library changed. */
export class LibraryService implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #stateChanged = this.#store.add(new vscode.EventEmitter<LibraryState>());
  readonly #newFolders = this.#store.add(new NewFolders(() => this.#rescan(false)));
  /** Files that were read, whatever was found in them. */
  readonly #known = new Set<string>();
  /** Changed files that the next run in the queue takes with it. */
  readonly #toFollow = new Map<string, vscode.Uri>();
  #engine: PaperEngine;
  #state: LibraryState = 'loading';
  #queue: Promise<void> = Promise.resolve();
  /** The look over all files that waits in the queue. */
  #nextRescan: { watch: boolean; readonly done: Promise<void> } | undefined;
  #firstLoad: Promise<void> | undefined;
  readonly #restarts = new Restarts();
  /** The engine has ended by itself, and its successor waits in the queue. */
  #isRestarting = false;
  #revision = 0;
  #disposed = false;

  /** What an engine is told before papers are read into it. None of it may reject. */
  readonly beforeLoad = new Set<() => Promise<void>>();
  /** Papers, themes or problems changed. */
  readonly onDidChange = this.#changed.event;
  readonly onDidChangeState = this.#stateChanged.event;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#engine = this.#start();
    this.#store.add(parts.files.onDidChange((uris) => this.#follow(uris)));
    const open = this.#store.add(new OpenPaperFiles((uri) => this.#known.has(uri)));
    this.#store.add(open.onDidChange((uris) => this.#follow(uris)));
    this.#store.add(parts.files.onDidDeleteFolder(() => this.#rescan(false)));
    this.#store.add(parts.settings.onDidChange(() => this.#rescan(true)));
    this.#store.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.#rescan(true)));
    // Watchers say nothing of the files in a folder that is moved, so these are looked at again as a whole.
    this.#store.add(vscode.workspace.onDidRenameFiles(() => this.#rescan(false)));
    this.#store.add(vscode.workspace.onDidCreateFiles(() => this.#rescan(false)));
    this.#store.add(vscode.workspace.onDidDeleteFiles(() => this.#rescan(false)));
    this.#store.add(
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.#rescan(false);
      }),
    );
  }

  get state(): LibraryState {
    return this.#state;
  }

  /** The engine as it stands; ask it directly. It may be replaced after a failure: do not keep it. */
  get engine(): PaperEngine {
    return this.#engine;
  }

  /** Whether a file was read as a paper file, whatever was found in it. */
  knows(uri: vscode.Uri): boolean {
    return this.#known.has(uri.toString());
  }

  /** Starts the first load; later calls give the same promise, which resolves even when the load failed. */
  load(): Promise<void> {
    this.#firstLoad ??= this.#rescan(true);
    return this.#firstLoad;
  }

  /** Reads everything anew. Resolves when the library follows. */
  reload(): Promise<void> {
    this.#restarts.reset();
    return this.#enqueue('reload', async () => {
      this.#watch();
      this.#restartEngine();
      await this.#loadAll();
    });
  }

  /** The engine was told of other themes: whoever shows them asks again. */
  themesChanged(): void {
    this.#changed.fire();
  }

  /** Looks for paper files by the settings as they are now. Resolves when the library follows. */
  rescan(): Promise<void> {
    return this.#rescan(true);
  }

  #start(): PaperEngine {
    const engine = this.#parts.startEngine((error) => this.#engineEnded(error));
    // A large library is shown as soon as its papers are known, while themes and index are still being made.
    engine.onStep(() => this.#changed.fire());
    engine.onTrouble((message) => this.#parts.log.warn(message));
    return engine;
  }

  /** By itself: out of memory, or a bug. Once this may be bad luck; then the user decides. */
  #engineEnded(error: Error): void {
    const { guard } = this.#parts;
    guard.report('paper engine', error);
    if (this.#disposed) return;
    if (!this.#restarts.mayRestart(Date.now())) {
      this.#setState('failed');
      tellOfFailure(guard, error);
      return;
    }
    this.#isRestarting = true;
    this.#setState('loading');
    tellOfRestart(guard, error);
    void this.#enqueue('restart the paper engine', async () => {
      this.#restartEngine();
      await this.#loadAll();
    });
  }

  /** Whoever hears of the state finds the new engine. */
  #restartEngine(): void {
    this.#isRestarting = false;
    this.#engine.dispose();
    this.#known.clear();
    this.#parts.reader.forgetAll();
    this.#revision = 0;
    this.#engine = this.#start();
    this.#setState('loading');
  }

  #watch(): void {
    this.#parts.files.watch();
    this.#newFolders.watch();
  }

  /** Several that come while one waits are that one. */
  #rescan(watch: boolean): Promise<void> {
    if (this.#nextRescan !== undefined) {
      this.#nextRescan.watch ||= watch;
      return this.#nextRescan.done;
    }
    const done = this.#enqueue('look for paper files', async () => {
      if (this.#nextRescan?.watch === true) this.#watch();
      this.#nextRescan = undefined;
      await this.#loadAll();
    });
    this.#nextRescan = { watch, done };
    return done;
  }

  /** Changes that come while others wait are taken with them: a slow update never leaves a queue of stale ones. */
  #follow(uris: readonly vscode.Uri[]): void {
    const isQueued = this.#toFollow.size > 0;
    for (const uri of uris) this.#toFollow.set(uri.toString(), uri);
    if (isQueued) return;
    void this.#enqueue('follow changed files', async () => {
      const files = [...this.#toFollow.values()];
      this.#toFollow.clear();
      await this.#apply(files);
    });
  }

  /** One thing at a time and in order, so that an older reading never overwrites a newer one. */
  #enqueue(name: string, work: () => Promise<void>): Promise<void> {
    this.#queue = this.#runAfter(this.#queue, name, work);
    return this.#queue;
  }

  async #runAfter(before: Promise<void>, name: string, work: () => Promise<void>): Promise<void> {
    await before;
    if (this.#disposed) return;
    try {
      await work();
    } catch (error) {
      this.#parts.guard.report(name, error);
      // What went down with an engine comes back with the next one.
      if (!this.#isDisposed() && !this.#isRestarting) this.#setState('failed');
    }
  }

  /** A call, because the compiler believes that a field keeps its value over an `await`. */
  #isDisposed(): boolean {
    return this.#disposed;
  }

  async #loadAll(): Promise<void> {
    await Promise.all([...this.beforeLoad].map((tell) => tell()));
    const uris = await this.#parts.files.find();
    const present = new Set(uris.map((uri) => uri.toString()));
    // Deleted, or no longer asked for by the settings: those still exist.
    const gone = [...this.#known].filter((uri) => !present.has(uri));
    for (const uri of gone) {
      this.#known.delete(uri);
      this.#parts.reader.forget(uri);
    }
    const removed = gone.map((uri): FileChange => ({ kind: 'removed', uri }));
    await this.#apply(
      uris.filter((uri) => !this.#known.has(uri.toString())),
      removed,
    );
    // What changed without an event may be changing still.
    const read = uris.filter((uri) => this.#known.has(uri.toString()));
    this.#parts.files.lookAt(await this.#parts.reader.changed(read));
  }

  async #apply(uris: readonly vscode.Uri[], removed: readonly FileChange[] = []): Promise<void> {
    let changes: FileChange[] = [...removed];
    let bytes = 0;
    try {
      for await (const change of this.#parts.reader.read(uris)) {
        changes.push(change);
        if (change.kind === 'removed') this.#known.delete(change.uri);
        else this.#known.add(change.uri);
        bytes += sizeOf(change);
        if (bytes <= maxBytesAtOnce) continue;
        const part = changes;
        changes = [];
        bytes = 0;
        await this.#engine.update(part, { more: true });
      }
    } finally {
      // Also when reading failed: the engine was told that more follows, and must not wait for it.
      this.#publish(await this.#engine.update(changes));
    }
  }

  #publish(status: LibraryStatus): void {
    this.#parts.log.info(`Library ${status.revision}: ${status.papers} papers, ${status.files} files.`);
    if (status.papers > 0) this.#setState('ready');
    else if ((vscode.workspace.workspaceFolders ?? []).length === 0) this.#setState('noFolder');
    else this.#setState(status.files === 0 ? 'noFiles' : 'noPapers');
    // A file that was only touched changes nothing that anybody sees.
    if (status.revision === this.#revision) return;
    this.#revision = status.revision;
    this.#changed.fire();
  }

  #setState(state: LibraryState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#stateChanged.fire(state);
  }

  dispose(): void {
    this.#disposed = true;
    this.#engine.dispose();
    this.#store.dispose();
  }
}

function sizeOf(change: FileChange): number {
  if (change.kind === 'content') return change.bytes.byteLength;
  return change.kind === 'text' ? change.text.length : 0;
}

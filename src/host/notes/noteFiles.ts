import * as vscode from 'vscode';
import type { NoteChange, PaperEngine } from '../../engine/paperEngine.ts';
import type { FileStamp } from '../adapters/fileStamps.ts';
import { runAtMost } from '../adapters/runAtMost.ts';
import type { SettingsReader } from '../adapters/settings.ts';
import type { Guard } from '../guard.ts';
import type { LibraryService } from '../libraryService.ts';
import { fileNameOf, noteFolders, notesUnder, type NoteFolder } from './noteFolder.ts';
import { NoteWatch } from './noteWatch.ts';

interface Parts {
  readonly library: LibraryService;
  readonly settings: SettingsReader;
  readonly guard: Guard;
  readonly log: vscode.LogOutputChannel;
}

const filesAtOnce = 8;
/** The engine is told of so many notes at a time, so that neither side is busy for long. */
const notesAtOnce = 100;
/** Characters of a note that are searched. */
const maxText = 200_000;
/** Bytes: larger files are only known by name. */
const maxBytes = 16 * 1024 * 1024;

/**
 * Keeps the engine in step with the files in the folders of notes. They are read behind the library, one after the other;
 * a file whose size and time are those of the last reading is not read again.
 */
export class NoteFiles implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #watch: NoteWatch;
  readonly #changed = new vscode.EventEmitter<void>();
  /** By URI: what files were like when the engine was told. */
  readonly #stamps = new Map<string, FileStamp>();
  readonly #tooLong = new Set<string>();
  #toldTo: PaperEngine | undefined;
  #queue: Promise<void> = Promise.resolve();
  #nextScan: Promise<void> | undefined;
  #firstScan: Promise<void> | undefined;
  #isComplete = false;

  /** The engine knows other notes than before. */
  readonly onDidChange = this.#changed.event;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#watch = new NoteWatch((files) => void (files === undefined ? this.scan() : this.#follow(files, true)));
    // Whenever paper files are looked for (after a start, a change of folders or settings, when the window is in front
    // again) notes are, too: watchers miss what happens to whole folders.
    parts.library.beforeLoad.add(async () => {
      const scan = this.#begin();
      this.#firstScan ??= scan;
    });
  }

  /** Every note has been read since the engine runs. */
  get isComplete(): boolean {
    return this.#isComplete && this.#toldTo === this.#parts.library.engine;
  }

  /** Resolves when all notes were read once. Never rejects. */
  async whenRead(): Promise<void> {
    await this.#parts.library.load();
    await this.#firstScan;
    if (!this.isComplete) await this.scan();
  }

  async #begin(): Promise<void> {
    // The library first: it is what people wait for. Its load may have begun this very moment.
    await Promise.resolve();
    await this.#parts.library.load();
    await this.scan();
  }

  /** Looks at all notes; several that come while one waits are that one. Never rejects. */
  scan(): Promise<void> {
    this.#nextScan ??= this.#enqueue(async () => {
      this.#nextScan = undefined;
      const { engine } = this.#parts.library;
      if (this.#toldTo !== engine) {
        this.#stamps.clear();
        this.#isComplete = false;
      }
      this.#toldTo = engine;
      const folders = noteFolders((folder) => this.#parts.settings.of(folder));
      this.#watch.watch(folders);
      const found = await Promise.all(folders.map(({ uri }) => notesUnder(uri)));
      const present = new Map<string, vscode.Uri>();
      for (const files of found) for (const [id, uri] of files) present.set(id, uri);
      const gone = [...this.#stamps.keys()].filter((uri) => !present.has(uri));
      await this.#tell([...gone.map((uri) => vscode.Uri.parse(uri, true)), ...present.values()]);
      this.#isComplete = true;
    });
    return this.#nextScan;
  }

  /**
   * Takes in what came or went directly in the folders of notes (`deep`: also in those within), for who asks right after
   * a note was made or moved, before any watcher says so. Compares lists of names only. While all notes are being read it
   * does nothing. Never rejects.
   */
  async look(deep = false): Promise<void> {
    // A look at everything that waits is worth to be waited for by those who must know.
    if (this.#nextScan !== undefined) return deep ? this.#nextScan : undefined;
    if (!this.isComplete) return;
    const folders = noteFolders((folder) => this.#parts.settings.of(folder));
    const found = (await Promise.all(folders.map((folder) => this.#othersIn(folder, deep)))).flat();
    if (found.length > 0) await this.#follow(found, false);
  }

  /** Files of which the engine was not told, or that have gone. */
  async #othersIn({ uri: folder }: NoteFolder, deep: boolean): Promise<readonly vscode.Uri[]> {
    const base = `${folder.toString()}/`;
    const here = await notesUnder(folder, deep);
    const gone = [...this.#stamps.keys()].filter(
      (uri) => uri.startsWith(base) && (deep || !uri.slice(base.length).includes('/')) && !here.has(uri),
    );
    return [
      ...[...here].flatMap(([id, uri]) => (this.#stamps.has(id) ? [] : [uri])),
      ...gone.map((uri) => vscode.Uri.parse(uri, true)),
    ];
  }

  /** With `anew`, files are read whatever their time and size say. */
  #follow(files: readonly vscode.Uri[], anew: boolean): Promise<void> {
    return this.#enqueue(() => this.#tell(files, anew));
  }

  /** Tells the engine of those that are not as it was told last. */
  async #tell(uris: readonly vscode.Uri[], anew = false): Promise<void> {
    let isAny = false;
    for (let from = 0; from < uris.length; from += notesAtOnce) {
      const part = uris.slice(from, from + notesAtOnce);
      const read = (await runAtMost(filesAtOnce, part, (uri) => this.#read(uri, anew))).flatMap((one) => one ?? []);
      if (read.length === 0) continue;
      // Each part makes work for all of them: the last call says that the rest may be worked out.
      await this.#toldTo?.setNotes(
        read.map(({ change }) => change),
        { more: true },
      );
      for (const { change, stamp } of read) {
        if (stamp === undefined) this.#stamps.delete(change.uri);
        else this.#stamps.set(change.uri, stamp);
      }
      isAny = true;
    }
    if (!isAny) return;
    await this.#toldTo?.setNotes([]);
    this.#changed.fire();
    this.#parts.log.debug(`Notes: ${String(this.#stamps.size)} files.`);
  }

  /** `undefined` when the engine knows it as it is. */
  async #read(
    uri: vscode.Uri,
    anew: boolean,
  ): Promise<{ readonly change: NoteChange; readonly stamp?: FileStamp } | undefined> {
    const id = uri.toString();
    const known = this.#stamps.get(id);
    const stamp = await stampOf(uri);
    if (stamp === undefined) return known && { change: { kind: 'removed', uri: id } };
    if (!anew && known?.size === stamp.size && known.mtime === stamp.mtime) return undefined;
    const text = stamp.size > maxBytes ? '' : await textOf(uri);
    if (text.length > maxText || stamp.size > maxBytes) this.#sayTooLong(uri);
    return { change: { kind: 'note', uri: id, name: fileNameOf(uri), text: text.slice(0, maxText) }, stamp };
  }

  #sayTooLong(uri: vscode.Uri): void {
    if (this.#tooLong.has(uri.toString())) return;
    this.#tooLong.add(uri.toString());
    const path = vscode.workspace.asRelativePath(uri);
    this.#parts.log.info(
      `The note ${path} is long: its first ${maxText.toLocaleString('en')} characters are searched.`,
    );
  }

  /** One thing at a time, so that an older reading never overwrites a newer one. */
  #enqueue(work: () => Promise<void>): Promise<void> {
    this.#queue = this.#runAfter(this.#queue, work);
    return this.#queue;
  }

  async #runAfter(before: Promise<void>, work: () => Promise<void>): Promise<void> {
    await before;
    try {
      await work();
    } catch (error) {
      // The engine has stopped, which the library says: the next one is told everything.
      this.#parts.guard.report('read notes', error);
      this.#toldTo = undefined;
    }
  }

  dispose(): void {
    this.#watch.dispose();
    this.#changed.dispose();
  }
}

/** `undefined` for what is no file, or is gone. */
async function stampOf(uri: vscode.Uri): Promise<FileStamp | undefined> {
  try {
    const { size, mtime, type } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.File) === 0 ? undefined : { size, mtime };
  } catch {
    return undefined;
  }
}

/** What cannot be read is known by name only. */
async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}

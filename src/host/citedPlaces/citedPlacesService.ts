import * as vscode from 'vscode';
import { namesOf, type NamedPaper } from '../../core/readingLists.ts';
import type { DocumentPlace, PaperEngine } from '../../engine/paperEngine.ts';
import type { CitedPlace } from '../../protocol/readerMessages.ts';
import type { FileStamps } from '../adapters/fileStamps.ts';
import { OpenPaperFiles } from '../adapters/openPaperFiles.ts';
import type { Settings, SettingsReader } from '../adapters/settings.ts';
import { DisposableStore } from '../disposableStore.ts';
import type { Guard } from '../guard.ts';
import type { LibraryService } from '../libraryService.ts';
import type { Platform } from '../platform.ts';
import { countsAsOpen, mayCite, openCitingDocuments } from './citingDocuments.ts';
import { CitingFiles } from './citingFiles.ts';
import { DocumentReader } from './documentReader.ts';
import { untilTrue } from './untilTrue.ts';

/** More places are counted, not shown. */
const mostPlaces = 200;
/** No list of all places is longer. */
const mostListed = 100_000;
/** While many documents are read, those who show places hear of it so often. */
const tellMilliseconds = 500;

/** A place as people see it and where it is. */
export interface PlaceInDocument extends CitedPlace {
  readonly uri: vscode.Uri;
  /** The whole cluster that the citation is part of. */
  readonly range: vscode.Range;
}

/** Where a paper is cited, as far as is known. */
export interface PlacesOfPaper {
  /** The first of them, by document. */
  readonly places: readonly PlaceInDocument[];
  readonly count: number;
  /** Documents are still being read: more may come. */
  readonly searching: boolean;
}

interface Parts {
  readonly library: Pick<LibraryService, 'engine' | 'onDidChangeState'>;
  readonly settings: Pick<SettingsReader, 'current' | 'onDidChange' | 'onDidChangeView'>;
  readonly guard: Guard;
  readonly log: vscode.LogOutputChannel;
  readonly leadsThroughLink: Platform['leadsThroughLink'];
}

/**
 * Knows where the documents of the workspace cite papers: Markdown and its kin, LaTeX, Typst, notes among them, open ones as they
 * stand. Reads nothing before it is first asked, and follows the documents from then on.
 */
export class CitedPlacesService implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #stamps: FileStamps = new Map();
  readonly #files: CitingFiles;
  readonly #reader: DocumentReader;
  /** Documents that the engine was told of. */
  readonly #known = new Set<string>();
  /** Changed documents that the next run in the queue takes with it. */
  readonly #toFollow = new Map<string, vscode.Uri>();
  #engine: PaperEngine | undefined;
  #queue: Promise<void> = Promise.resolve();
  #nextLook: Promise<void> | undefined;
  #isComplete = false;
  /** What the settings said of how documents cite. */
  #told = '';
  #lastTold = 0;
  #disposed = false;

  /** Places may be others, or all documents have been read. */
  readonly onDidChange = this.#changed.event;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#files = this.#store.add(
      new CitingFiles({
        log: parts.log,
        stamps: this.#stamps,
        overrides: () => this.#syntax,
        look: () => this.#lookOver(),
      }),
    );
    this.#reader = new DocumentReader({ ...parts, stamps: this.#stamps });
  }

  /** Where a paper is cited under any of its keys, as is known now: answers at once, and `onDidChange` tells of more. */
  async of(paper: NamedPaper): Promise<PlacesOfPaper> {
    this.#start();
    try {
      const { places, count } = await this.#parts.library.engine.citedPlaces(namesOf(paper), mostPlaces);
      return { places: places.map(toPlace), count, searching: !this.#isComplete };
    } catch {
      // The engine has stopped, which the library says. The next one is told everything anew.
      return { places: [], count: 0, searching: true };
    }
  }

  /**
   * Every place that cites a paper under one of these keys, in the texts that the engine was told of. Waits until all
   * documents have been read. Rejects with a cancellation, and when the engine has stopped.
   */
  async all(keys: readonly string[], token: vscode.CancellationToken): Promise<readonly DocumentPlace[]> {
    this.#start();
    await untilTrue(() => this.#isComplete, this.onDidChange, token);
    // Files that changed just now.
    await this.#queue;
    if (token.isCancellationRequested) throw new vscode.CancellationError();
    return (await this.#parts.library.engine.citedPlaces(keys, mostListed)).places;
  }

  #start(): void {
    if (this.#engine !== undefined || this.#disposed) return;
    const { library, settings } = this.#parts;
    this.#engine = library.engine;
    this.#told = JSON.stringify(this.#syntax);
    const background = (): void => void this.#lookOver();
    this.#store.add(this.#files.onDidChange((uris) => this.#follow(uris)));
    const open = this.#store.add(new OpenPaperFiles((uri) => this.#isDocument(uri)));
    this.#store.add(open.onDidChange((uris) => this.#follow(uris)));
    this.#store.add(vscode.workspace.onDidOpenTextDocument((document) => this.#opened(document)));
    this.#store.add(library.onDidChangeState(() => this.#followEngine()));
    this.#store.add(settings.onDidChange(background));
    this.#store.add(settings.onDidChangeView(() => this.#followSyntax()));
    this.#store.add(vscode.workspace.onDidRenameFiles(background));
    this.#store.add(vscode.workspace.onDidCreateFiles(background));
    this.#store.add(vscode.workspace.onDidDeleteFiles(background));
    this.#store.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files.exclude') || event.affectsConfiguration('search.exclude')) background();
      }),
    );
    this.#store.add(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#files.watch();
        background();
      }),
    );
    this.#store.add(vscode.window.onDidChangeWindowState(({ focused }) => (focused ? background() : undefined)));
    this.#files.watch();
    background();
  }

  /** How documents cite, as the settings say it. */
  get #syntax(): Settings['citationSyntax'] {
    return this.#parts.settings.current.citationSyntax;
  }

  /** Documents may cite in another way: all are read anew. */
  #followSyntax(): void {
    const told = JSON.stringify(this.#syntax);
    if (told === this.#told) return;
    this.#told = told;
    this.#stamps.clear();
    this.#files.watch();
    void this.#lookOver();
  }

  #isDocument(uri: string): boolean {
    if (this.#known.has(uri)) return true;
    return vscode.workspace.textDocuments.some(
      (document) => document.uri.toString() === uri && mayCite(document, this.#syntax),
    );
  }

  #opened(document: vscode.TextDocument): void {
    if (countsAsOpen(document, this.#syntax)) this.#follow([document.uri]);
  }

  /** A new engine knows nothing. */
  #followEngine(): void {
    const { engine } = this.#parts.library;
    if (engine === this.#engine) return;
    this.#engine = engine;
    this.#known.clear();
    this.#stamps.clear();
    this.#isComplete = false;
    void this.#lookOver();
  }

  /** Looks for documents and reads those that changed. Several that come while one waits are that one. */
  #lookOver(): Promise<void> {
    this.#nextLook ??= this.#enqueue('look for citations', async () => {
      this.#nextLook = undefined;
      const open = openCitingDocuments(this.#syntax);
      const found = new Map([...open].map(([id, { uri }]) => [id, uri]));
      for (const uri of await this.#files.find()) found.set(uri.toString(), uri);
      const gone = [...this.#known].filter((id) => !found.has(id));
      await this.#tell(gone.map((uri) => ({ kind: 'removed', uri })));
      await this.#read([...found.values()]);
      if (!this.#isComplete) this.#parts.log.info(`Looked for citations in ${this.#known.size} documents.`);
      this.#isComplete = true;
      this.#changed.fire();
    });
    return this.#nextLook;
  }

  /** What is typed need not wait for all the files that are being read. */
  #follow(uris: readonly vscode.Uri[]): void {
    const open = openCitingDocuments(this.#syntax);
    const typed = uris.flatMap((uri) => open.get(uri.toString()) ?? []);
    if (typed.length > 0) this.#parts.guard.background('follow what is typed', () => this.#followTyped(typed));
    this.#followFiles(uris.filter((uri) => !open.has(uri.toString())));
  }

  async #followTyped(documents: readonly vscode.TextDocument[]): Promise<void> {
    const { engine } = this.#parts.library;
    try {
      await this.#tell(documents.map((document) => this.#reader.readOpen(document)));
      this.#changed.fire();
    } catch (error) {
      if (engine === this.#parts.library.engine && !this.#disposed) throw error;
    }
  }

  #followFiles(uris: readonly vscode.Uri[]): void {
    const isQueued = this.#toFollow.size > 0;
    for (const uri of uris) this.#toFollow.set(uri.toString(), uri);
    if (isQueued || this.#toFollow.size === 0) return;
    void this.#enqueue('follow changed documents', async () => {
      const followed = [...this.#toFollow.values()];
      this.#toFollow.clear();
      const isKnown = (uri: vscode.Uri): boolean => this.#known.has(uri.toString());
      const fresh = await this.#files.among(followed.filter((uri) => !isKnown(uri)));
      if (fresh === undefined) void this.#lookOver();
      await this.#read([...followed.filter(isKnown), ...(fresh ?? [])]);
      this.#changed.fire();
    });
  }

  async #read(uris: readonly vscode.Uri[]): Promise<void> {
    for await (const changes of this.#reader.read(uris)) await this.#tell(changes);
  }

  async #tell(changes: Parameters<PaperEngine['setDocuments']>[0]): Promise<void> {
    if (changes.length === 0) return;
    await this.#parts.library.engine.setDocuments(changes);
    for (const { kind, uri } of changes) {
      if (kind !== 'removed') this.#known.add(uri);
      else if (this.#known.delete(uri)) this.#stamps.delete(uri);
    }
    if (performance.now() - this.#lastTold < tellMilliseconds) return;
    this.#lastTold = performance.now();
    this.#changed.fire();
  }

  /** One thing at a time and in order, so that an older reading never replaces a newer one. */
  #enqueue(name: string, work: () => Promise<void>): Promise<void> {
    this.#queue = this.#runAfter(this.#queue, name, work);
    return this.#queue;
  }

  async #runAfter(before: Promise<void>, name: string, work: () => Promise<void>): Promise<void> {
    await before;
    if (this.#disposed) return;
    const { library, guard } = this.#parts;
    const { engine } = library;
    try {
      await work();
    } catch (error) {
      // What went down with an engine is read anew for the next one.
      if (engine === library.engine && !this.#isDisposed()) guard.report(name, error);
    }
  }

  /** A call, because the compiler believes that a field keeps its value over an `await`. */
  #isDisposed(): boolean {
    return this.#disposed;
  }

  dispose(): void {
    this.#disposed = true;
    this.#store.dispose();
  }
}

function toPlace({ uri, range: { start, end }, before, citation, after }: DocumentPlace): PlaceInDocument {
  const document = vscode.Uri.parse(uri, true);
  return {
    uri: document,
    range: new vscode.Range(start.line, start.character, end.line, end.character),
    path: vscode.workspace.asRelativePath(document),
    line: start.line + 1,
    before,
    citation,
    after,
  };
}

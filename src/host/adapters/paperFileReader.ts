import * as vscode from 'vscode';
import type { Problem } from '../../core/problem.ts';
import type { FileChange } from '../../engine/paperEngine.ts';
import type { FileStamps } from './fileStamps.ts';
import { runAtMost } from './runAtMost.ts';
import type { SettingsReader } from './settings.ts';

const readTimeoutMilliseconds = 30_000;
const filesAtOnce = 64;
const callsAtOnce = 16;
/** Of larger files one is in memory at a time. */
const smallFile = 1024 * 1024;

/** Reads paper files: from an editor that holds unsaved changes, else as bytes. */
export class PaperFileReader {
  readonly #settings: SettingsReader;
  readonly #log: vscode.LogOutputChannel;
  readonly #isAdded: (uri: vscode.Uri) => boolean;
  /** Of each file when it was read: what a look over all files need not read again. */
  readonly #stamps: FileStamps;
  /** Under which files were read last. */
  #limits = '';

  /** Keeps `stamps` up to date. A file that `isAdded` says the user named is missed when it is not there. */
  constructor(
    settings: SettingsReader,
    log: vscode.LogOutputChannel,
    stamps: FileStamps,
    isAdded: (uri: vscode.Uri) => boolean,
  ) {
    this.#settings = settings;
    this.#log = log;
    this.#stamps = stamps;
    this.#isAdded = isAdded;
  }

  /**
   * Reads files in order, small ones many at a time (a call takes long, its work does not), large ones one by one. Never
   * rejects: what cannot be read is a change of its own kind.
   */
  async *read(uris: readonly vscode.Uri[]): AsyncGenerator<FileChange, void, void> {
    for (let from = 0; from < uris.length; from += filesAtOnce) {
      const dirty = dirtyDocuments();
      const reads = await runAtMost(callsAtOnce, uris.slice(from, from + filesAtOnce), async (uri) => {
        const document = dirty.get(uri.toString());
        return document === undefined ? this.#prepare(uri) : () => this.#readDocument(document);
      });
      for (const read of reads) yield await read();
    }
  }

  /** Those that are no longer as they were when they were read, or that other limits may let in now. */
  async changed(uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
    if (this.#limits !== limitsOf(this.#settings)) return uris;
    const isChanged = await runAtMost(callsAtOnce, uris, async (uri) => {
      const before = this.#stamps.get(uri.toString());
      try {
        const { size, mtime } = await withTimeout(vscode.workspace.fs.stat(uri));
        return before?.size !== size || before.mtime !== mtime;
      } catch {
        return before !== undefined;
      }
    });
    return uris.filter((_, index) => isChanged[index] === true);
  }

  /** The file is to be read anew, whatever its size and time. */
  forget(uri: string): void {
    this.#stamps.delete(uri);
  }

  /** All files are. */
  forgetAll(): void {
    this.#stamps.clear();
  }

  async #readDocument(document: vscode.TextDocument): Promise<FileChange> {
    const uri = document.uri.toString();
    // What is on disk has not been read: it counts again when the editor lets go of the file.
    this.#stamps.delete(uri);
    return { kind: 'text', uri, text: document.getText(), maxPapers: this.#settings.current.maxPapersPerFile };
  }

  /** Reads a small file, and says how to read a large one. */
  async #prepare(uri: vscode.Uri): Promise<() => Promise<FileChange>> {
    const { maxFileBytes } = this.#settings.current;
    this.#limits = limitsOf(this.#settings);
    this.#stamps.delete(uri.toString());
    try {
      const { type, size, mtime } = await withTimeout(vscode.workspace.fs.stat(uri));
      if ((type & vscode.FileType.File) === 0) return async () => ({ kind: 'removed', uri: uri.toString() });
      this.#stamps.set(uri.toString(), { size, mtime });
      if (size > maxFileBytes) return async () => unreadable(uri, tooLarge(uri, size, maxFileBytes));
    } catch (error) {
      return async () => this.#failed(uri, error);
    }
    const read = (): Promise<FileChange> => this.#readBytes(uri);
    if ((this.#stamps.get(uri.toString())?.size ?? 0) > smallFile) return read;
    const change = await read();
    return async () => change;
  }

  async #readBytes(uri: vscode.Uri): Promise<FileChange> {
    try {
      const bytes = await withTimeout(vscode.workspace.fs.readFile(uri));
      return { kind: 'content', uri: uri.toString(), bytes, maxPapers: this.#settings.current.maxPapersPerFile };
    } catch (error) {
      return this.#failed(uri, error);
    }
  }

  #failed(uri: vscode.Uri, error: unknown): FileChange {
    this.#stamps.delete(uri.toString());
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
      return this.#isAdded(uri) ? unreadable(uri, missing(uri)) : { kind: 'removed', uri: uri.toString() };
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

/** Documents with unsaved changes by URI: what is in them is newer than the file. */
function dirtyDocuments(): ReadonlyMap<string, vscode.TextDocument> {
  const dirty = vscode.workspace.textDocuments.filter((document) => document.isDirty && !document.isClosed);
  return new Map(dirty.map((document) => [document.uri.toString(), document]));
}

function limitsOf({ current: { maxFileBytes, maxPapersPerFile } }: SettingsReader): string {
  return `${maxFileBytes} ${maxPapersPerFile}`;
}

const fileStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function unreadable(uri: vscode.Uri, problem: Problem): FileChange {
  return { kind: 'unreadable', uri: uri.toString(), problem };
}

function missing(uri: vscode.Uri): Problem {
  return {
    code: 'unreadable-file',
    severity: 'error',
    message: `${nameOf(uri)} was added as a paper file but is not there: put it back, or take it out of the setting "paperside.additionalFiles".`,
    range: fileStart,
  };
}

function tooLarge(uri: vscode.Uri, size: number, limit: number): Problem {
  return {
    code: 'file-too-large',
    severity: 'error',
    message: `${nameOf(uri)} was skipped because it has ${megabytes(size)}, more than the ${megabytes(limit)} that a paper file may have. Split it, or raise the setting "paperside.maxFileSize".`,
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

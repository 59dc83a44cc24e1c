import * as vscode from 'vscode';
import { isBibliographyFile, keysInFile } from '../../core/bibliography/keysInFile.ts';
import { fileState } from '../files/fileState.ts';
import { WatchedFiles } from '../files/watchedFiles.ts';

/** A larger bibliography that is no paper file is not read. */
export const mostBibliographyBytes = 64 * 1024 * 1024;
/** So many bytes are decoded at once, so that others have a turn in between. */
const decodedAtOnce = 1024 * 1024;
/** So many files are remembered. */
const mostRemembered = 20;

interface KnownKeys {
  readonly stamp: string;
  readonly keys: ReadonlySet<string>;
}

/** The citation keys of bibliography files that the library does not read, such as one outside the workspace. */
export class BibliographyKeys implements vscode.Disposable {
  readonly #known = new Map<string, KnownKeys>();
  readonly #watched = new WatchedFiles(mostRemembered);

  /** A file whose keys were asked for was made, changed or deleted. */
  readonly onDidChange = this.#watched.onDidChange;

  /**
   * The keys of a file as it is now, of one that does not exist none; `undefined` when it cannot be read as a bibliography.
   * Never rejects, and lets others have a turn while a long file is read.
   */
  async of(uri: vscode.Uri): Promise<ReadonlySet<string> | undefined> {
    const id = uri.toString();
    this.#watched.watch(uri);
    const state = await fileState(uri);
    const known = this.#known.get(id);
    if (state.kind === 'file' && known?.stamp === state.stamp) return known.keys;
    this.#known.delete(id);
    if (state.kind !== 'file') return state.kind === 'missing' ? new Set() : undefined;
    const isRead = isBibliographyFile(uri.path) && state.size <= mostBibliographyBytes;
    const keys = isRead ? await readKeys(uri) : undefined;
    if (keys === undefined) return undefined;
    this.#known.set(id, { stamp: state.stamp, keys });
    for (const oldest of [...this.#known.keys()].slice(0, -mostRemembered)) this.#known.delete(oldest);
    return keys;
  }

  dispose(): void {
    this.#watched.dispose();
  }
}

/** `undefined` when the file cannot be read, or is no bibliography by its name. */
async function readKeys(uri: vscode.Uri): Promise<ReadonlySet<string> | undefined> {
  const text = await decodedFile(uri);
  const work = text === undefined ? undefined : keysInFile(uri.path, text);
  if (work === undefined) return undefined;
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return new Set(value);
    await turn();
  }
}

async function decodedFile(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    const decoder = new TextDecoder();
    const parts: string[] = [];
    for (let from = 0; from < bytes.length; from += decodedAtOnce) {
      parts.push(decoder.decode(bytes.subarray(from, from + decodedAtOnce), { stream: true }));
      if (bytes.length > decodedAtOnce) await turn();
    }
    return parts.join('') + decoder.decode();
  } catch {
    return undefined;
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

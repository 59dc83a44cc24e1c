import * as vscode from 'vscode';
import { isBibliographyFile } from '../../core/bibliography/keysInFile.ts';
import type { CslItem } from '../../core/bibliography/cslItem.ts';
import type { WorksFile } from '../../engine/paperEngine.ts';
import { fileState } from '../files/fileState.ts';
import { openDocument } from '../files/textOf.ts';
import { WatchedFiles } from '../files/watchedFiles.ts';
import type { LibraryService } from '../libraryService.ts';
import { mostBibliographyBytes } from './bibliographyKeys.ts';

/** So many files are watched. */
const mostFiles = 20;

/** Whose works are asked for. */
export interface WorksQuestion {
  /** Bibliography files. Of two entries with one key the last one counts. */
  readonly uris: readonly vscode.Uri[];
  /** A YAML text with works under `references`, which win over those of the files. */
  readonly inline?: { readonly document: vscode.Uri; readonly yaml: string } | undefined;
  readonly keys: readonly string[];
  /** All works of the files instead of `keys`. */
  readonly all: boolean;
}

/** What became of a bibliography file. */
export interface BibliographyState {
  readonly uri: vscode.Uri;
  /** `missing`: there is none; `unreadable`: it is no bibliography, too large or locked. */
  readonly kind: 'read' | 'missing' | 'unreadable';
  /** How many works it has. */
  readonly works: number;
  /** Entries of it that could not be read, and such. */
  readonly problems: number;
}

/** Works as the bibliography files of a document have them. */
export interface FoundWorks {
  readonly works: readonly CslItem[];
  /** One for each of `uris`, in their order. */
  readonly files: readonly BibliographyState[];
}

/** Asks the engine for works of bibliography files, and brings it those that are no paper files. */
export class BibliographyWorks implements vscode.Disposable {
  readonly #library: Pick<LibraryService, 'engine' | 'knows'>;
  readonly #watched = new WatchedFiles(mostFiles);

  /** A file that is no paper file was made, changed or deleted. */
  readonly onDidChange = this.#watched.onDidChange;

  constructor(library: Pick<LibraryService, 'engine' | 'knows'>) {
    this.#library = library;
  }

  /** Reads a file only when its size or time changed. Rejects when the engine has stopped. */
  async of({ uris, inline, keys, all }: WorksQuestion): Promise<FoundWorks> {
    const places = await Promise.all(uris.map((uri) => this.#place(uri)));
    const files = places.flatMap(({ file }) => (file === undefined ? [] : [file]));
    if (inline !== undefined) files.push(inlineFile(inline));
    if (files.length === 0) return { works: [], files: places.map(({ uri, kind }) => nothingIn(uri, kind)) };
    const { engine } = this.#library;
    let answer = await engine.bibliographyWorks({ files, keys, all });
    const unread = new Set<string>();
    if (answer.missing.length > 0) {
      const filled = await Promise.all(files.map((file) => withContent(file, answer.missing)));
      for (const file of filled)
        if (file.content === undefined && answer.missing.includes(file.uri)) unread.add(file.uri);
      answer = await engine.bibliographyWorks({ files: filled.filter(({ uri }) => !unread.has(uri)), keys, all });
    }
    const answered = new Map(answer.files.map((file) => [file.uri, file]));
    return {
      works: answer.works,
      files: places.map(({ uri, kind }) => {
        if (kind !== 'read') return nothingIn(uri, kind);
        const { works, problems } = answered.get(uri.toString()) ?? { works: undefined, problems: 0 };
        return works === undefined ? nothingIn(uri, 'unreadable') : { uri, kind, works, problems };
      }),
    };
  }

  /** The engine has what the library read; what is in an editor counts as it stands there. */
  async #place(uri: vscode.Uri): Promise<Place> {
    const id = uri.toString();
    if (this.#library.knows(uri)) return { uri, kind: 'read', file: { uri: id } };
    this.#watched.watch(uri);
    if (!isBibliographyFile(uri.path)) return { uri, kind: 'unreadable', file: undefined };
    const open = openDocument(uri);
    if (open?.isDirty === true) {
      return { uri, kind: 'read', file: { uri: id, stamp: `editor ${open.version}`, content: open.getText() } };
    }
    const state = await fileState(uri);
    if (state.kind === 'file' && state.size <= mostBibliographyBytes) {
      return { uri, kind: 'read', file: { uri: id, stamp: state.stamp } };
    }
    return { uri, kind: state.kind === 'missing' ? 'missing' : 'unreadable', file: undefined };
  }

  dispose(): void {
    this.#watched.dispose();
  }
}

interface Place {
  readonly uri: vscode.Uri;
  readonly kind: BibliographyState['kind'];
  /** What the engine is asked about. */
  readonly file: WorksFile | undefined;
}

function nothingIn(uri: vscode.Uri, kind: BibliographyState['kind']): BibliographyState {
  return { uri, kind, works: 0, problems: 0 };
}

/** The text is its own stamp: it is short. */
function inlineFile({ document, yaml }: NonNullable<WorksQuestion['inline']>): WorksFile {
  return { uri: `${document.toString()}#/references.yaml`, stamp: yaml, content: yaml };
}

async function withContent(file: WorksFile, missing: readonly string[]): Promise<WorksFile> {
  if (file.content !== undefined || !missing.includes(file.uri)) return file;
  try {
    return { ...file, content: await vscode.workspace.fs.readFile(vscode.Uri.parse(file.uri, true)) };
  } catch {
    return file;
  }
}

import type { LibraryDiff } from '../core/library/libraryDiff.ts';
import type { PaperLibrary } from '../core/library/paperLibrary.ts';
import type { PaperRecord } from '../core/paper.ts';
import type { Problem } from '../core/problem.ts';
import type { FileChange } from './paperEngine.ts';
import { readPaperFile } from './readPaperFile.ts';
import { withOwnTexts } from './withOwnTexts.ts';

/** The paper files of a library: what was read of them goes to it, what is wrong with them stays here. */
export class PaperFiles {
  /** By URI. */
  readonly uris = new Set<string>();
  /** Of the files that have some. */
  readonly problems = new Map<string, readonly Problem[]>();
  readonly #library: PaperLibrary;
  #newRecords = 0;
  #changed = false;

  constructor(library: PaperLibrary) {
    this.#library = library;
  }

  /** Records that were read, but are not in the library yet. */
  get newRecords(): number {
    return this.#newRecords;
  }

  /** Reads one file, or forgets it. */
  apply(change: FileChange): void {
    const file = change.kind === 'removed' ? undefined : readPaperFile(change);
    if (file === undefined) this.#forget(change.uri);
    else this.#set(change.uri, file.records, file.problems);
  }

  /** Brings what was read into the library. */
  commit(): LibraryDiff {
    this.#newRecords = 0;
    return this.#library.commit();
  }

  /** Whether files came or went, or their problems changed, since this was asked last. */
  tellChanged(): boolean {
    const changed = this.#changed;
    this.#changed = false;
    return changed;
  }

  #set(uri: string, records: readonly PaperRecord[], problems: readonly Problem[]): void {
    const before = this.problems.get(uri);
    this.#changed ||= !this.uris.has(uri) || JSON.stringify(before ?? []) !== JSON.stringify(problems);
    this.uris.add(uri);
    if (problems.length > 0) this.problems.set(uri, problems);
    else this.problems.delete(uri);
    this.#newRecords += records.length;
    this.#library.setFile(uri, records.map(withOwnTexts));
  }

  #forget(uri: string): void {
    this.#changed ||= this.uris.has(uri);
    this.uris.delete(uri);
    this.problems.delete(uri);
    this.#library.removeFile(uri);
  }
}

import type { CslItem } from '../../core/bibliography/cslItem.ts';

/** A bibliography file whose works are asked for. */
export interface WorksFile {
  readonly uri: string;
  /** Changes with its content. `undefined` of a paper file: what the library read of it counts. */
  readonly stamp?: string | undefined;
  /** Bytes or text; only needed when an answer said that it is missing. The bytes are the engine's from then on. */
  readonly content?: Uint8Array | string | undefined;
}

/** Works as bibliography files have them, whatever else the library knows of them. */
export interface WorksRequest {
  /** Of two entries with one key the last one counts, as it does for Pandoc. */
  readonly files: readonly WorksFile[];
  readonly keys: readonly string[];
  /** All works of the files instead of `keys`. */
  readonly all?: boolean | undefined;
}

/** What a file came to. */
export interface FileWorks {
  readonly uri: string;
  /** How many works it has; `undefined` of one that cannot be read as a bibliography. */
  readonly works: number | undefined;
  /** Entries that could not be read, and such. */
  readonly problems: number;
}

/** What the engine says to a request. */
export interface WorksAnswer {
  /** Each under the key that the file gives, each key once, in the order of the files. */
  readonly works: readonly CslItem[];
  /** In the order of the request, without those that are missing. */
  readonly files: readonly FileWorks[];
  /** URIs of files whose content is needed first: the same request is asked again with it. */
  readonly missing: readonly string[];
}

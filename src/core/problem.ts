import type { Range } from './text/position.ts';

/**
 * The closed list of things that can be wrong with a paper file or the themes file. A code is stable: it is shown in the Problems view
 * and may be named in settings.
 */
export type ProblemCode =
  | 'unplaced-text' // text that is neither a paper nor known page furniture
  | 'missing-abstract' // a title line without an abstract
  | 'no-papers' // a paper file in which no paper was found
  | 'binary-file' // bytes that are not text
  | 'file-too-large' // over the size limit, not read
  | 'unreadable-file' // the file system refused
  | 'lossy-encoding' // bytes that are not valid in the detected encoding
  | 'too-many-papers' // over the limit of papers in one file
  | 'broken-entry' // an entry whose end, key or field cannot be made out: what could be read of it is kept
  | 'untitled-entry' // an entry that names no title: left out
  | 'duplicate-key' // two entries of one file have the same citation key
  | 'unresolved-reference' // crossref, xdata or @string that is not there, or goes in circles
  | 'refused-content' // constructs that are not read for safety: DTDs, entities, custom YAML tags
  | 'broken-themes' // the writer's themes file cannot be read, or not be written
  | 'themes-version' // the themes file is of another version: it is read as far as possible and never written
  | 'unclear-theme'; // a line of the themes file that says nothing, or twice something: what is clear of it holds

/** An expected fault, as data: shown as a diagnostic at `range` of its file; never thrown. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning' | 'information';
  /** One sentence that names the thing and the next step. May contain text of the file: escape it where it is shown. */
  readonly message: string;
  readonly range: Range;
}

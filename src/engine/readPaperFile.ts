import type { PaperRecord } from '../core/paper.ts';
import type { Problem } from '../core/problem.ts';
import { parsePaperFile } from '../core/formats/parsePaperFile.ts';
import { decodePaperBytes } from './decodeText.ts';
import type { FileChange } from './paperEngine.ts';

/** What a paper file says. */
export interface PaperFileContent {
  readonly records: readonly PaperRecord[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a file in one go; `undefined` when it holds no papers and is to be left alone without noise: the globs take in
 * many files that are something else.
 */
export function readPaperFile(change: Exclude<FileChange, { kind: 'removed' }>): PaperFileContent | undefined {
  if (change.kind === 'unreadable') return { records: [], problems: [change.problem] };
  const name = baseName(change.uri);
  const decoded = change.kind === 'text' ? { text: change.text, problems: [] } : decodePaperBytes(change.bytes, name);
  if (decoded.text === undefined) return { records: [], problems: decoded.problems };
  const { format, records, problems } = parsePaperFile(name, decoded.text, { maxPapers: change.maxPapers });
  return format === undefined ? undefined : { records, problems: [...decoded.problems, ...problems] };
}

/** The last segment of a URI, decoded where that is possible: formats look at its ending. */
export function baseName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

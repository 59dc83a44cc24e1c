import * as vscode from 'vscode';
import { listedKeys } from '../../core/bibliography/listedKeys.ts';
import type { BibliographyFacts } from '../../core/citations/check/checkCitations.ts';
import type { KeyFacts } from '../../core/citations/check/keyFacts.ts';
import type { LibraryService } from '../libraryService.ts';
import type { BibliographyKeys } from './bibliographyKeys.ts';
import type { DocumentBibliography } from './documentBibliography.ts';

/** A text whose bibliography is asked about. */
export interface BibliographyQuestion {
  readonly uri: vscode.Uri;
  readonly text: string;
  /** Id of its citation syntax. */
  readonly syntax: string;
  /** What the library knows of its keys: of files that are paper files nothing else is read. */
  readonly facts: readonly KeyFacts[];
}

interface Parts {
  readonly library: Pick<LibraryService, 'knows'>;
  readonly bibliographyKeys: BibliographyKeys;
  readonly bibliography: DocumentBibliography;
}

/**
 * The bibliography of a text: the files that it names and the works that it lists itself; of Pandoc's Markdown
 * and MyST that names nothing the nearest `references.bib`. `undefined` without one. Never rejects.
 */
export async function bibliographyFactsOf(
  { uri, text, syntax, facts }: BibliographyQuestion,
  { library, bibliographyKeys, bibliography }: Parts,
): Promise<BibliographyFacts | undefined> {
  if (uri.scheme === 'untitled') return undefined;
  const { uris, hasOthers, isNamed } = await bibliography.files({ uri, text, syntax });
  const listed = listedKeys(syntax, text);
  if (uris.length === 0 && !hasOthers && listed === undefined) return undefined;
  const read = await Promise.all(uris.filter((one) => !library.knows(one)).map((one) => bibliographyKeys.of(one)));
  const ids = new Set(uris.map(String));
  const keys = new Set([...(listed ?? []), ...keysInLibrary(facts, ids), ...read.flatMap((some) => [...(some ?? [])])]);
  const [first] = uris;
  return {
    name: first === undefined ? 'The list of the document' : vscode.workspace.asRelativePath(first),
    uris: [...ids],
    isNamed,
    isPartial: hasOthers || read.includes(undefined),
    has: (key) => keys.has(key),
  };
}

/** Keys that these files give, as the library read them. */
function keysInLibrary(facts: readonly KeyFacts[], uris: ReadonlySet<string>): readonly string[] {
  return facts.flatMap(({ key, paper, claims }) => [
    ...(paper?.entries ?? []).flatMap((entry) => (uris.has(entry.uri) ? [entry.key] : [])),
    ...(claims.some(({ uri }) => uris.has(uri)) ? [key] : []),
  ]);
}

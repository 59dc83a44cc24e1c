import * as vscode from 'vscode';
import { resolvePath } from '../../core/bibliography/chooseBibliography.ts';
import { locateFrontMatter } from '../../core/bibliography/frontMatterRange.ts';
import { keysInFile } from '../../core/bibliography/keysInFile.ts';
import { namedBibliographies } from '../../core/bibliography/namedBibliographies.ts';
import type { BibliographyFacts } from '../../core/citations/check/checkCitations.ts';
import type { KeyFacts } from '../../core/citations/check/keyFacts.ts';
import type { LibraryService } from '../libraryService.ts';
import type { BibliographyKeys } from './bibliographyKeys.ts';
import { nearestBibliography } from './documentBibliography.ts';

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
}

const address = /^[a-z][a-z0-9+.-]+:\/\//i;

/**
 * The bibliography of a text: the files that it names and the works that its front matter lists; of Markdown that names
 * nothing the nearest `references.bib`. `undefined` without one. Never rejects.
 */
export async function bibliographyFactsOf(
  { uri, text, syntax, facts }: BibliographyQuestion,
  { library, bibliographyKeys }: Parts,
): Promise<BibliographyFacts | undefined> {
  if (uri.scheme === 'untitled') return undefined;
  const paths = namedBibliographies(syntax, text);
  const isMarkdown = syntax !== 'latex' && syntax !== 'typst';
  const inline = isMarkdown ? inlineKeys(text) : undefined;
  const nearest = paths.length === 0 && isMarkdown ? await nearestBibliography(uri, text) : undefined;
  const folder = vscode.Uri.joinPath(uri, '..').path;
  const named = paths
    .filter((path) => !address.test(path))
    .map((path) => uri.with({ path: resolvePath(folder, path) }));
  const uris = nearest === undefined ? named : [nearest];
  if (paths.length === 0 && uris.length === 0 && inline === undefined) return undefined;
  const read = await Promise.all(uris.filter((one) => !library.knows(one)).map((one) => bibliographyKeys.of(one)));
  const ids = new Set(uris.map(String));
  const keys = new Set([...(inline ?? []), ...keysInLibrary(facts, ids), ...read.flatMap((some) => [...(some ?? [])])]);
  const [first] = uris;
  return {
    name: first === undefined ? 'The front matter' : vscode.workspace.asRelativePath(first),
    uris: [...ids],
    isNamed: nearest === undefined,
    isPartial: named.length < paths.length || read.includes(undefined),
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

/** Keys of the works that the front matter lists under `references`; `undefined` without such a list. */
function inlineKeys(text: string): readonly string[] | undefined {
  const range = locateFrontMatter(text);
  if (typeof range !== 'object') return undefined;
  const yaml = text.slice(range.contentStart, range.contentEnd);
  if (!/^references[ \t]*:/m.test(yaml)) return undefined;
  const work = keysInFile('front matter.yaml', yaml);
  for (let step = work?.next(); step !== undefined; step = work?.next()) if (step.done === true) return step.value;
  return [];
}

import { resolvePath } from './chooseBibliography.ts';
import type { CitationMetadata } from './citationMetadata.ts';
import type { ProjectMetadata } from './projectFile.ts';

/** Metadata, and the folder that their paths are relative to: a decoded path with `/` between its parts. */
export interface MetadataLayer {
  readonly metadata: CitationMetadata;
  readonly folder: string;
  /** As a project's file has it; of a document itself it says nothing. */
  readonly joins: ProjectMetadata['joins'];
}

/** What all layers together say. */
export interface LayeredMetadata extends Omit<CitationMetadata, 'bibliography' | 'isList' | 'csl'> {
  /** Paths of bibliography files, each once, those of the nearest layer first. */
  readonly bibliography: readonly string[];
  /** An address on the web is named besides. */
  readonly hasOthers: boolean;
  /** The style as written, and the layer that names it. */
  readonly csl: { readonly written: string; readonly layer: number } | undefined;
}

const address = /^(?!file:)[a-z][a-z0-9+.-]+:\/\//i;

/** Whether what is named is on the web. */
export function isAddress(path: string): boolean {
  return address.test(path);
}

/** Puts layers together, the nearest first: the document's front matter, then the files of its project. Total. */
export function layeredMetadata(layers: readonly MetadataLayer[]): LayeredMetadata {
  const named = bibliographies(layers);
  const first = <Name extends keyof CitationMetadata>(name: Name): CitationMetadata[Name] | undefined =>
    layers.find(({ metadata }) => metadata[name] !== undefined)?.metadata[name];
  const layer = layers.findIndex(({ metadata }) => metadata.csl !== undefined);
  const written = layers[layer]?.metadata.csl;
  return {
    bibliography: [
      ...new Set(named.filter(({ path }) => !isAddress(path)).map(({ path, folder }) => resolvePath(folder, path))),
    ],
    hasOthers: named.some(({ path }) => isAddress(path)),
    csl: written === undefined ? undefined : { written, layer },
    language: first('language'),
    listed: first('listed'),
    linkCitations: first('linkCitations'),
    suppressBibliography: first('suppressBibliography'),
    title: first('title'),
  };
}

interface NamedPath {
  readonly path: string;
  readonly folder: string;
}

function bibliographies(layers: readonly MetadataLayer[]): readonly NamedPath[] {
  const named: NamedPath[] = [];
  let isList = false;
  for (const { metadata, folder, joins } of layers) {
    if (metadata.bibliography.length === 0) continue;
    const isJoined = joins === 'always' || (joins === 'lists' && (isList || metadata.isList));
    if (named.length > 0 && !isJoined) break;
    named.push(...metadata.bibliography.map((path) => ({ path, folder })));
    isList ||= metadata.isList;
  }
  return named;
}

import type { CitationSyntax } from '../citationSyntax.ts';
import { typedWiki } from '../completion/typedWiki.ts';
import { wikiWriter } from '../write/wikiWriter.ts';
import { scanWiki } from './scanWiki.ts';

/** Markdown with wiki links, as Obsidian and Foam read it. */
export const wikiSyntax: CitationSyntax = {
  id: 'wiki',
  languages: [],
  endings: [],
  scan: scanWiki,
  writer: wikiWriter,
  typedAt: typedWiki,
};

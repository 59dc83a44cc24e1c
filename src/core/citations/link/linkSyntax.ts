import type { CitationSyntax } from '../citationSyntax.ts';
import { typedLink } from '../completion/typedLink.ts';
import { linkWriter } from '../write/linkWriter.ts';
import { scanLink } from './scanLink.ts';

/** Markdown whose links lead to papers and the notes about them. Only the settings say that a document is so. */
export const linkSyntax: CitationSyntax = {
  id: 'link',
  languages: [],
  endings: [],
  scan: scanLink,
  writer: linkWriter,
  typedAt: typedLink,
};

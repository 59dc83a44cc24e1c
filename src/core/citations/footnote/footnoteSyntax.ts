import type { CitationSyntax } from '../citationSyntax.ts';
import { typedFootnote } from '../completion/typedFootnote.ts';
import { footnoteWriter } from '../write/footnoteWriter.ts';
import { scanFootnote } from './scanFootnote.ts';

/** Markdown whose footnotes are called by the keys of papers. Only the settings say that a document is so. */
export const footnoteSyntax: CitationSyntax = {
  id: 'footnote',
  languages: [],
  endings: [],
  scan: scanFootnote,
  writer: footnoteWriter,
  typedAt: typedFootnote,
};

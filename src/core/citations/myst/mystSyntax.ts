import type { CitationSyntax } from '../citationSyntax.ts';
import { typedMyst } from '../completion/typedMyst.ts';
import { mystWriter } from '../write/mystWriter.ts';
import { scanMyst } from './scanMyst.ts';

/** MyST Markdown, as mystmd and Jupyter Book read it. */
export const mystSyntax: CitationSyntax = {
  id: 'myst',
  languages: ['myst'],
  endings: ['myst'],
  scan: scanMyst,
  writer: mystWriter,
  typedAt: typedMyst,
};

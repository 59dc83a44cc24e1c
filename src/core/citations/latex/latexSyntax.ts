import type { CitationSyntax } from '../citationSyntax.ts';
import { typedLatex } from '../completion/typedLatex.ts';
import { latexWriter } from '../write/latexWriter.ts';
import { scanLatex } from './scanLatex.ts';

/** LaTeX with any package for citations. */
export const latexSyntax: CitationSyntax = {
  id: 'latex',
  languages: ['latex', 'tex', 'latex-expl3'],
  endings: ['tex', 'ltx', 'latex'],
  scan: scanLatex,
  writer: latexWriter,
  typedAt: typedLatex,
};

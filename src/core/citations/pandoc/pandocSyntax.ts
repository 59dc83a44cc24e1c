import type { CitationSyntax } from '../citationSyntax.ts';
import { scanCitations } from './scanCitations.ts';

/** Markdown as pandoc, Quarto and R Markdown read it. */
export const pandocSyntax: CitationSyntax = {
  id: 'pandoc',
  languages: ['markdown', 'quarto', 'rmd'],
  endings: ['md', 'markdown', 'mdown', 'mkd', 'qmd', 'rmd'],
  scan: scanCitations,
};

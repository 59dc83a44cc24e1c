import type { CitationSyntax } from '../citationSyntax.ts';
import { typedMarkdown } from '../completion/typedMarkdown.ts';
import { markdownWriter } from '../write/markdownWriter.ts';
import { formatCitationKey } from './citationKey.ts';
import { scanCitations } from './scanCitations.ts';

/** Markdown as pandoc, Quarto and R Markdown read it. */
export const pandocSyntax: CitationSyntax = {
  id: 'pandoc',
  languages: ['markdown', 'quarto', 'rmd'],
  endings: ['md', 'markdown', 'mdown', 'mkd', 'qmd', 'rmd'],
  scan: scanCitations,
  writer: ({ text }) => markdownWriter(text, { scan: scanCitations, format: formatCitationKey }),
  typedAt: typedMarkdown,
};

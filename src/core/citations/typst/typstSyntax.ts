import type { CitationSyntax } from '../citationSyntax.ts';
import { typedTypst } from '../completion/typedTypst.ts';
import { typstWriter } from '../write/typstWriter.ts';
import { scanTypst } from './scanTypst.ts';

/** Typst. */
export const typstSyntax: CitationSyntax = {
  id: 'typst',
  languages: ['typst'],
  endings: ['typ'],
  scan: scanTypst,
  writer: typstWriter,
  typedAt: typedTypst,
};

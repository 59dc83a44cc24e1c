import type { CitationSyntax } from '../../../../src/core/citations/citationSyntax.ts';
import { footnoteSyntax } from '../../../../src/core/citations/footnote/footnoteSyntax.ts';
import { latexSyntax } from '../../../../src/core/citations/latex/latexSyntax.ts';
import { linkSyntax } from '../../../../src/core/citations/link/linkSyntax.ts';
import { mystSyntax } from '../../../../src/core/citations/myst/mystSyntax.ts';
import { pandocSyntax } from '../../../../src/core/citations/pandoc/pandocSyntax.ts';
import { syntaxOfText } from '../../../../src/core/citations/syntaxes.ts';
import { typstSyntax } from '../../../../src/core/citations/typst/typstSyntax.ts';
import { wikiSyntax } from '../../../../src/core/citations/wiki/wikiSyntax.ts';

/** By their ids. */
export const syntaxes = {
  pandoc: pandocSyntax,
  latex: latexSyntax,
  typst: typstSyntax,
  myst: mystSyntax,
  wiki: wikiSyntax,
  footnote: footnoteSyntax,
  link: linkSyntax,
} as const satisfies Record<string, CitationSyntax>;

export type SyntaxName = keyof typeof syntaxes;

/** The syntax of a document with this path and text; fails when it has none. */
export function syntaxFor(path: string, text: string): CitationSyntax {
  const syntax = syntaxOfText({ path, text });
  if (syntax === undefined) throw new Error(`${path} has no syntax`);
  return syntax;
}

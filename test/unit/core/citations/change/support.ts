import type { CitationCluster, OffsetRange } from '../../../../../src/core/citations/citation.ts';
import type { CitationSyntax } from '../../../../../src/core/citations/citationSyntax.ts';
import { clusterAround, type SyntaxText } from '../../../../../src/core/citations/change/syntaxText.ts';
import { footnoteSyntax } from '../../../../../src/core/citations/footnote/footnoteSyntax.ts';
import { latexSyntax } from '../../../../../src/core/citations/latex/latexSyntax.ts';
import { linkSyntax } from '../../../../../src/core/citations/link/linkSyntax.ts';
import { mystSyntax } from '../../../../../src/core/citations/myst/mystSyntax.ts';
import { pandocSyntax } from '../../../../../src/core/citations/pandoc/pandocSyntax.ts';
import { typstSyntax } from '../../../../../src/core/citations/typst/typstSyntax.ts';
import { wikiSyntax } from '../../../../../src/core/citations/wiki/wikiSyntax.ts';
import type { TextEdit } from '../../../../../src/core/text/position.ts';
import { applyEdits, withCursors } from '../support.ts';

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

/** A text in which `|` marks the cursor, or two of them a selection. */
export interface Marked {
  readonly document: SyntaxText;
  readonly selection: OffsetRange;
}

export function marked(syntax: CitationSyntax, text: string): Marked {
  const { text: plain, cursors } = withCursors(text);
  const selection = { start: cursors[0]?.start ?? 0, end: cursors.at(-1)?.end ?? 0 };
  return { document: { syntax, text: plain, scan: syntax.scan(plain) }, selection };
}

/** The text after the change of the cluster at the cursor; `undefined` when none is offered. */
export function changed(
  name: SyntaxName,
  text: string,
  change: (document: SyntaxText, cluster: CitationCluster, selection: OffsetRange) => TextEdit | undefined,
): string | undefined {
  const { document, selection } = marked(syntaxes[name], text);
  const cluster = clusterAround(document, selection);
  const edit = cluster && change(document, cluster, selection);
  return edit && applyEdits(document.text, [edit]);
}

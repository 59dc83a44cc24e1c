import type { CitationCluster, OffsetRange } from '../../../../../src/core/citations/citation.ts';
import type { CitationSyntax, SyntaxText } from '../../../../../src/core/citations/citationSyntax.ts';
import { clusterAround } from '../../../../../src/core/citations/change/syntaxText.ts';
import type { TextEdit } from '../../../../../src/core/text/position.ts';
import { syntaxes, type SyntaxName } from '../allSyntaxes.ts';
import { applyEdits, withCursors } from '../support.ts';

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

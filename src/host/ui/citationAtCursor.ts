import type * as vscode from 'vscode';
import type { CitationItem } from '../../core/citations/citation.ts';
import type { CitationSyntax } from '../../core/citations/citationSyntax.ts';
import { syntaxOfText, toldSyntax } from '../../core/citations/syntaxes.ts';
import type { Settings } from '../adapters/settings.ts';

/** What a document cites, in its order; nothing in a language without citations. */
export function citationsIn(
  document: vscode.TextDocument,
  settings: Pick<Settings, 'citationSyntax'>,
): readonly CitationItem[] {
  return (
    syntaxOfDocument(document, settings)
      ?.scan(document.getText())
      .clusters.flatMap(({ items }) => items) ?? []
  );
}

/** How a document cites; `undefined` in a language without citations. */
export function syntaxOfDocument(
  document: vscode.TextDocument,
  { citationSyntax }: Pick<Settings, 'citationSyntax'>,
): CitationSyntax | undefined {
  const { uri, languageId } = document;
  const told = toldSyntax(uri.path, languageId, citationSyntax);
  return syntaxOfText({ path: uri.path, languageId, told, text: document.getText() });
}

/** The key of the citation at the cursor of a text, from its `@` (or what stands before it) on; `undefined` elsewhere. */
export function citationAtCursor(
  editor: vscode.TextEditor | undefined,
  settings: Pick<Settings, 'citationSyntax'>,
): string | undefined {
  if (editor === undefined) return undefined;
  const offset = editor.document.offsetAt(editor.selection.active);
  const items = citationsIn(editor.document, settings);
  return items.find(({ keyRange }) => keyRange.start - 1 <= offset && offset <= keyRange.end)?.key;
}

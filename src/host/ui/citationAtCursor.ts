import type * as vscode from 'vscode';
import type { CitationItem } from '../../core/citations/citation.ts';
import { syntaxOfText, toldSyntax } from '../../core/citations/syntaxes.ts';
import type { Settings } from '../adapters/settings.ts';

/** What a document cites, in its order; nothing in a language without citations. */
export function citationsIn(
  document: vscode.TextDocument,
  { citationSyntax }: Pick<Settings, 'citationSyntax'>,
): readonly CitationItem[] {
  const { uri, languageId } = document;
  const text = document.getText();
  const told = toldSyntax(uri.path, languageId, citationSyntax);
  const syntax = syntaxOfText({ path: uri.path, languageId, told, text });
  return syntax === undefined ? [] : syntax.scan(text).clusters.flatMap((cluster) => cluster.items);
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

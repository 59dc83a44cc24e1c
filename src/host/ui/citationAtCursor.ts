import type * as vscode from 'vscode';
import { syntaxOf } from '../../core/citations/syntaxes.ts';

/** The key of the citation at the cursor of a text, from its `@` on; `undefined` anywhere else. */
export function citationAtCursor(editor: vscode.TextEditor | undefined): string | undefined {
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  const syntax = syntaxOf(document.uri.path, document.languageId);
  if (syntax === undefined) return undefined;
  const offset = document.offsetAt(selection.active);
  const items = syntax.scan(document.getText()).clusters.flatMap((cluster) => cluster.items);
  return items.find(({ keyRange }) => keyRange.start - 1 <= offset && offset <= keyRange.end)?.key;
}

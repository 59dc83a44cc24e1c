import type * as vscode from 'vscode';
import { rangeIn, type DocumentCitations } from '../../documentCitations.ts';

/** A cited key with its place. */
export interface KeyUnder {
  readonly key: string;
  /** The characters of the key. */
  readonly range: vscode.Range;
  readonly crossReference: boolean;
}

/** The key of the citation whose character, `@` included, is at a place; behind its last one there is none. */
export function keyUnder(
  citations: DocumentCitations,
  document: vscode.TextDocument,
  position: vscode.Position,
): KeyUnder | undefined {
  const item = citations.at(document, position)?.item;
  if (item === undefined || document.offsetAt(position) >= item.keyRange.end) return undefined;
  const { key, keyRange, crossReference } = item;
  return { key, range: rangeIn(document, keyRange), crossReference };
}

import type * as vscode from 'vscode';
import type { CitationAt } from '../../../core/citations/citationAt.ts';
import { rangeIn, type DocumentCitations } from '../../documentCitations.ts';

/** A citation with one of its keys. */
export interface KeyUnder extends Pick<CitationAt, 'cluster' | 'item'> {
  readonly key: string;
  /** The characters of the key. */
  readonly range: vscode.Range;
}

/** The key of the citation whose character, `@` included, is at a place; behind its last one there is none. */
export function keyUnder(
  citations: DocumentCitations,
  document: vscode.TextDocument,
  position: vscode.Position,
): KeyUnder | undefined {
  const at = citations.at(document, position);
  if (at === undefined || document.offsetAt(position) >= at.item.keyRange.end) return undefined;
  const { cluster, item } = at;
  return { key: item.key, range: rangeIn(document, item.keyRange), cluster, item };
}

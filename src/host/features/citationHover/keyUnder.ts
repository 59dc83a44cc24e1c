import type * as vscode from 'vscode';
import { citationAt } from '../../../core/citations/citationAt.ts';
import { rangeIn, type DocumentCitations } from '../../documentCitations.ts';
import { textAround } from '../../textAround.ts';

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
  if (citations.syntaxFor(document, '') === undefined) return undefined;
  const { text, start, isWhole } = textAround(document, position);
  const scan = isWhole ? citations.of(document)?.scan : citations.syntaxFor(document, text)?.scan(text);
  const offset = document.offsetAt(position) - start;
  const item = scan && citationAt(scan, offset)?.item;
  if (item === undefined || offset >= item.keyRange.end) return undefined;
  const { key, keyRange, crossReference } = item;
  const range = rangeIn(document, { start: start + keyRange.start, end: start + keyRange.end });
  return { key, range, crossReference };
}

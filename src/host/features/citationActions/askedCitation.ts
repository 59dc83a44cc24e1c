import * as vscode from 'vscode';
import { citationAt, type CitationAt } from '../../../core/citations/citationAt.ts';
import { ExpectedError } from '../../guard.ts';
import type { ScannedDocument } from '../../documentCitations.ts';
import type { Services } from '../../services.ts';

/** The document that a command is about. */
export interface AskedDocument {
  readonly document: vscode.TextDocument;
  readonly scanned: ScannedDocument;
}

/** The document that a quick fix names, else the one that is written. Rejects with an `ExpectedError` without one. */
export async function askedDocument(services: Services, argument: unknown): Promise<AskedDocument> {
  const named = placeOf(argument);
  const document =
    named === undefined
      ? (await services.lastEditor.reveal())?.document
      : await vscode.workspace.openTextDocument(vscode.Uri.parse(named.uri, true));
  const scanned = document && (await services.citations.of(document));
  if (document === undefined || scanned === undefined) {
    throw new ExpectedError('There is no document with citations: open one first.');
  }
  return { document, scanned };
}

/**
 * The citation that a quick fix names (`{ uri, key, offset }`), else the one at the cursor. Rejects with an `ExpectedError`
 * when there is none, or when the text changed since.
 */
export async function askedCitation(
  services: Services,
  argument: unknown,
): Promise<AskedDocument & { readonly at: CitationAt }> {
  const { document, scanned } = await askedDocument(services, argument);
  const named = placeOf(argument);
  const cursor = services.lastEditor.current?.selection.active;
  const offset = named === undefined ? cursor && document.offsetAt(cursor) : named.offset;
  const at = offset === undefined ? undefined : citationAt(scanned.scan, offset);
  if (at === undefined || (named !== undefined && at.item.key !== named.key)) {
    throw new ExpectedError('There is no citation here: put the cursor into one first.');
  }
  return { document, scanned, at };
}

/** Commands can be called by anybody with anything. */
function placeOf(
  argument: unknown,
): { readonly uri: string; readonly key: string; readonly offset: number } | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  if (!('uri' in argument && 'key' in argument && 'offset' in argument)) return undefined;
  const { uri, key, offset } = argument;
  if (typeof uri !== 'string' || typeof key !== 'string' || typeof offset !== 'number') return undefined;
  return { uri, key, offset };
}

/** Keys that a quick fix names besides. */
export function keysOf(argument: unknown): readonly string[] | undefined {
  if (typeof argument !== 'object' || argument === null || !('keys' in argument)) return undefined;
  const { keys } = argument;
  return Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string') : undefined;
}

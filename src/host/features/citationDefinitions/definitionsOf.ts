import * as vscode from 'vscode';
import type { PaperSource } from '../../../core/paper.ts';
import { textOf } from '../../files/textOf.ts';
import type { KeyAt } from '../../navigation/keyAt.ts';
import { markedRange, toRange } from '../../navigation/ranges.ts';
import type { Services } from '../../services.ts';

/**
 * Where paper files have the paper of a key: first what the document's own bibliography has under this key, then other
 * entries of this key, then those under other keys. Each leads from the whole key.
 */
export async function definitionsOf(
  services: Services,
  document: vscode.TextDocument,
  { key, range }: KeyAt,
): Promise<vscode.LocationLink[]> {
  const own = await bibliographiesOf(services, document);
  const sources = (await services.library.engine.paper(key))?.sources ?? [];
  const ownUris = new Set(own.map((uri) => uri.toString()));
  const rank = (source: PaperSource): number => {
    if (source.key !== key) return 2;
    return ownUris.has(source.uri) ? 0 : 1;
  };
  const ordered = [...sources].sort((a, b) => rank(a) - rank(b));
  const [first] = ordered;
  const isOwn = first !== undefined && rank(first) === 0;
  // A bibliography may be no paper file, or give a key to another paper than other files do.
  const others = isOwn ? [] : await entriesIn(services, own, key);
  return [...others, ...ordered].map((source) => ({
    originSelectionRange: range,
    targetUri: vscode.Uri.parse(source.uri, true),
    targetRange: toRange(source.range),
    targetSelectionRange: markedRange(source),
  }));
}

/** The files that a document names as its bibliography, whether they exist or not. */
async function bibliographiesOf(
  { citations, bibliography }: Services,
  document: vscode.TextDocument,
): Promise<readonly vscode.Uri[]> {
  const text = document.getText();
  const syntax = citations.syntaxFor(document, text);
  if (syntax === undefined || document.isUntitled) return [];
  return (await bibliography.files({ uri: document.uri, text, syntax: syntax.id })).uris;
}

/** The first entry of this key in each of these files, as far as they can be read. */
async function entriesIn(
  { library }: Services,
  files: readonly vscode.Uri[],
  key: string,
): Promise<readonly PaperSource[]> {
  const found: PaperSource[] = [];
  for (const file of files) {
    const text = await textOf(file);
    if (text === undefined) continue;
    const uri = file.toString();
    const entries = await library.engine.entriesOf({ uri, text });
    const entry = entries.find((one) => one.key === key);
    if (entry !== undefined) found.push({ uri, key, range: entry.range, keyRange: entry.keyRange });
  }
  return found;
}

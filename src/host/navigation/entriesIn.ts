import type * as vscode from 'vscode';
import type { EntriesRequest, PaperEntry } from '../../engine/paperEngine.ts';
import type { Services } from '../services.ts';

/** UTF-16 units: a longer text would keep the engine busy each time that it is asked about. */
const longestText = 8_000_000;

/** The entries of a document that is a paper file, as it stands in its editor; none of any other, and of a very long one. */
export async function entriesIn(
  { library }: Pick<Services, 'library'>,
  document: vscode.TextDocument,
  some: Pick<EntriesRequest, 'line' | 'limit'>,
): Promise<readonly PaperEntry[]> {
  if (!library.knows(document.uri)) return [];
  const text = document.getText();
  return text.length > longestText ? [] : library.engine.entriesOf({ uri: document.uri.toString(), text, ...some });
}

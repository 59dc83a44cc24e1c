import * as vscode from 'vscode';
import { citedItems } from '../../../core/citations/citedItems.ts';
import { namesOf } from '../../../core/readingLists.ts';
import { rangeIn } from '../../documentCitations.ts';
import { answerQuietly } from '../../navigation/answerQuietly.ts';
import type { Feature, Services } from '../../services.ts';

/** With the cursor on a citation all citations of the same paper in the text are highlighted, whichever key they use. */
export const citationHighlights: Feature = {
  name: 'citation highlights',
  register(services) {
    const provider: vscode.DocumentHighlightProvider = {
      provideDocumentHighlights: (document, position) =>
        answerQuietly(services, 'highlight citations', () => highlights(services, document, position)),
    };
    return services.citations.register((selector) =>
      vscode.languages.registerDocumentHighlightProvider(selector, provider),
    );
  },
};

async function highlights(
  { citations, library }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.DocumentHighlight[] | undefined> {
  const key = citations.at(document, position)?.item.key;
  if (key === undefined) return undefined;
  const { version } = document;
  const [paper] = await library.engine.resolveKeys([key]);
  const scanned = await citations.of(document);
  if (scanned === undefined || document.version !== version) return undefined;
  const items = citedItems(scanned.scan, new Set([key, ...(paper === undefined ? [] : namesOf(paper))]));
  return items.map(({ keyRange }) => new vscode.DocumentHighlight(rangeIn(document, keyRange)));
}

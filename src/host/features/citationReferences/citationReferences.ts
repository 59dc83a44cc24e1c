import * as vscode from 'vscode';
import { namesOf, type NamedPaper } from '../../../core/readingLists.ts';
import { answerQuietly } from '../../navigation/answerQuietly.ts';
import { entryAt, keyAt } from '../../navigation/keyAt.ts';
import { registerInPaperFiles } from '../../navigation/paperFileDocuments.ts';
import { placesCiting, placesInNotes } from '../../navigation/paperPlaces.ts';
import { sourceLocation } from '../../navigation/ranges.ts';
import type { Feature, Services } from '../../services.ts';

type Asked = (document: vscode.TextDocument, position: vscode.Position) => Promise<NamedPaper | undefined>;

/**
 * "Find All References" on a citation, on the key of a note, or on an entry of a paper file: where documents and notes
 * cite the paper under any of its keys, and its entries.
 */
export const citationReferences: Feature = {
  name: 'citation references',
  register(services) {
    const provider = (asked: Asked): vscode.ReferenceProvider => ({
      provideReferences: (document, position, { includeDeclaration }, token) =>
        answerQuietly(services, 'find references', async () => {
          const paper = await asked(document, position);
          return paper && referencesTo(services, paper, { isWithEntries: includeDeclaration, token });
        }),
    });
    const inText = provider(async (document, position) => {
      const at = keyAt(services, document, position);
      return at && { key: at.key };
    });
    const inPaperFile = provider(async (document, position) => {
      // In a list in Markdown a citation is one.
      if (keyAt(services, document, position) !== undefined) return undefined;
      return (await entryAt(services, document, position))?.paper;
    });
    return vscode.Disposable.from(
      services.citations.register((selector) => vscode.languages.registerReferenceProvider(selector, inText)),
      registerInPaperFiles(services.settings, (selector) =>
        vscode.languages.registerReferenceProvider(selector, inPaperFile),
      ),
    );
  },
};

/** Of a key that no paper has its citations alone. */
async function referencesTo(
  services: Services,
  asked: NamedPaper,
  { isWithEntries, token }: { readonly isWithEntries: boolean; readonly token: vscode.CancellationToken },
): Promise<vscode.Location[]> {
  const paper = await services.library.engine.paper(asked.key);
  const cited = await placesCiting(services, namesOf(paper ?? asked), token);
  if (paper === undefined) return [...cited];
  const entries = isWithEntries ? paper.sources.map(sourceLocation) : [];
  return [...entries, ...cited, ...(await placesInNotes(services, paper))];
}

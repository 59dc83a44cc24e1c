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
          if (paper === undefined) return undefined;
          const places = await referencesTo(services, paper, token);
          return includeDeclaration ? [...(await entriesOf(services, paper)), ...places] : [...places];
        }),
    });
    const inText = provider(async (document, position) => {
      const at = keyAt(services, document, position);
      return at && ((await services.library.engine.paper(at.key)) ?? { key: at.key });
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

async function referencesTo(
  services: Services,
  paper: NamedPaper,
  token: vscode.CancellationToken,
): Promise<readonly vscode.Location[]> {
  const names = namesOf(paper);
  const [cited, noted] = await Promise.all([placesCiting(services, names, token), placesInNotes(services, names)]);
  return [...cited, ...noted];
}

async function entriesOf({ library }: Services, { key }: NamedPaper): Promise<readonly vscode.Location[]> {
  return ((await library.engine.paper(key))?.sources ?? []).map(sourceLocation);
}

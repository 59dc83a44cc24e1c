import * as vscode from 'vscode';
import type { Feature, Services } from '../../services.ts';
import { answerQuietly } from '../../navigation/answerQuietly.ts';
import { entryKeyAt, keyAt } from '../../navigation/keyAt.ts';
import { registerInPaperFiles } from '../../navigation/paperFileDocuments.ts';
import { definitionsOf } from './definitionsOf.ts';

/** "Go to Definition" and "Peek Definition" on a citation lead to the entries of its paper in paper files. */
export const citationDefinitions: Feature = {
  name: 'citation definitions',
  register(services) {
    const inText: vscode.DefinitionProvider = {
      provideDefinition: (document, position) =>
        answerQuietly(services, 'go to definition', async () => {
          const at = keyAt(services, document, position);
          return at && definitionsOf(services, document, at);
        }),
    };
    // At the entry itself: VS Code shows its references then.
    const inPaperFile: vscode.DefinitionProvider = {
      provideDefinition: (document, position) =>
        answerQuietly(services, 'go to definition', () => ownPlace(services, document, position)),
    };
    return vscode.Disposable.from(
      services.citations.register((selector) => vscode.languages.registerDefinitionProvider(selector, inText)),
      registerInPaperFiles(services.settings, (selector) =>
        vscode.languages.registerDefinitionProvider(selector, inPaperFile),
      ),
    );
  },
};

async function ownPlace(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Location | undefined> {
  const at = await entryKeyAt(services, document, position);
  return at && new vscode.Location(document.uri, at.range);
}

import * as vscode from 'vscode';
import { byline } from '../../../core/text/byline.ts';
import { plainMessage } from '../../../core/text/plainText.ts';
import type { PaperRow } from '../../../engine/paperEngine.ts';
import { answerQuietly } from '../../navigation/answerQuietly.ts';
import { sourceLocation } from '../../navigation/ranges.ts';
import type { Feature, Services } from '../../services.ts';

/** The best answers of the search; more are found by more words. */
const mostSymbols = 200;
const longestTitle = 200;

/** Papers in "Go to Symbol in Workspace": by words of the title, authors, year and key. */
export const paperSymbols: Feature = {
  name: 'paper symbols',
  register(services) {
    return vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: (query, token) =>
        answerQuietly(services, 'find papers as symbols', () => symbols(services, query, token)),
    });
  },
};

async function symbols(
  { library, writerFacts }: Services,
  query: string,
  token: vscode.CancellationToken,
): Promise<vscode.SymbolInformation[]> {
  if (query.trim() === '') return [];
  await writerFacts.tell();
  if (token.isCancellationRequested) return [];
  const { answers } = await library.engine.search({ query, limit: mostSymbols });
  return answers.map(({ row }) => symbolOf(row));
}

/** VS Code shows only those whose name has what was typed: the name holds everything that one types. */
function symbolOf(row: PaperRow): vscode.SymbolInformation {
  const name = [plainMessage(row.title, longestTitle), plainMessage(byline(row)), plainMessage(`@${row.key}`)];
  const container = plainMessage(row.venue ?? '');
  const shown = name.filter((part) => part !== '').join(' · ');
  return new vscode.SymbolInformation(shown, vscode.SymbolKind.Key, container, sourceLocation(row.source));
}

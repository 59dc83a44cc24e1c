import * as vscode from 'vscode';
import { byline } from '../../../core/text/byline.ts';
import { plainMessage } from '../../../core/text/plainText.ts';
import type { PaperEntry } from '../../../engine/paperEngine.ts';
import { answerQuietly } from '../../navigation/answerQuietly.ts';
import { entriesIn } from '../../navigation/entriesIn.ts';
import { registerInPaperFiles } from '../../navigation/paperFileDocuments.ts';
import { markedRange, toRange } from '../../navigation/ranges.ts';
import type { Feature, Services } from '../../services.ts';

/** The outline of a longer file would be no help. */
const mostEntries = 5_000;
const longestTitle = 200;
/** VS Code or their own extensions outline files of these languages: two outlines would stand below each other. */
const outlined: ReadonlySet<string> = new Set(['markdown', 'json', 'jsonc', 'jsonl', 'yaml', 'xml']);
const latexWorkshop = 'James-Yu.latex-workshop';

/** The papers of a paper file in its outline, in breadcrumbs and "Go to Symbol". */
export const paperOutline: Feature = {
  name: 'paper outline',
  register(services) {
    const provider: vscode.DocumentSymbolProvider = {
      provideDocumentSymbols: (document) =>
        answerQuietly(services, 'outline papers', () => outline(services, document)),
    };
    return registerInPaperFiles(services.settings, (selector) =>
      vscode.languages.registerDocumentSymbolProvider(selector, provider, { label: 'Papers' }),
    );
  },
};

async function outline(
  services: Services,
  document: vscode.TextDocument,
): Promise<vscode.DocumentSymbol[] | undefined> {
  if (!services.settings.current.outlinesPaperFiles || isOutlined(document)) return undefined;
  return (await entriesIn(services, document, { limit: mostEntries })).map(symbolOf);
}

function isOutlined({ languageId }: vscode.TextDocument): boolean {
  if (languageId !== 'bibtex') return outlined.has(languageId);
  return vscode.extensions.getExtension(latexWorkshop) !== undefined;
}

function symbolOf(entry: PaperEntry): vscode.DocumentSymbol {
  const range = toRange(entry.range);
  const marked = markedRange(entry);
  const selection = range.contains(marked) ? marked : new vscode.Range(range.start, range.start);
  const title = plainMessage(entry.title, longestTitle);
  const key = entry.key ?? entry.paper?.key ?? '';
  const detail = [byline(entry), key].filter((part) => part !== '').join(' · ');
  const name = title === '' ? 'Untitled' : title;
  return new vscode.DocumentSymbol(name, plainMessage(detail), vscode.SymbolKind.Key, range, selection);
}

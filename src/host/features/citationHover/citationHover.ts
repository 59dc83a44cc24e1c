import * as vscode from 'vscode';
import { answerQuietly } from '../../navigation/answerQuietly.ts';
import type { Feature, Services } from '../../services.ts';
import { paperMarkdown } from '../../ui/paperMarkdown.ts';
import { keyUnder } from './keyUnder.ts';
import { nearMarkdown } from './nearMarkdown.ts';
import { noteBeginning } from './noteBeginning.ts';

/** Unknown keys are mostly slips: the first few tell. */
const mostNear = 3;

/** With the pointer on the key of a citation its paper is shown or, where the library has none, those it may mean. */
export const citationHover: Feature = {
  name: 'citation hover',
  register(services) {
    const provider: vscode.HoverProvider = {
      provideHover: (document, position, token) =>
        answerQuietly(services, 'show a cited paper', () => hoverAt(services, document, position, token)),
    };
    return services.citations.register((selector) => vscode.languages.registerHoverProvider(selector, provider));
  },
};

async function hoverAt(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  const { library, settings, citations } = services;
  const found = settings.current.hoversCitations ? keyUnder(citations, document, position) : undefined;
  if (found === undefined) return undefined;
  const { key, range, crossReference } = found;
  const { engine } = library;
  const [paper, note] = await Promise.all([engine.paper(key), engine.noteOf(key)]);
  if (token.isCancellationRequested) return undefined;
  if (paper !== undefined)
    return new vscode.Hover(paperMarkdown(paper, note && (await noteBeginning(note.uri))), range);
  // Papers are still being read, or it is a figure.
  if (crossReference || library.state !== 'ready') return undefined;
  return new vscode.Hover(nearMarkdown(key, await engine.nearKeys(key, mostNear)), range);
}

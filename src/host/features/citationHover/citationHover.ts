import * as vscode from 'vscode';
import type { CitationReading } from '../../formatting/citationReadings.ts';
import { inTime } from '../../inTime.ts';
import { answerQuietly } from '../../navigation/answerQuietly.ts';
import { shorten } from '../../../core/text/plainText.ts';
import type { Feature, Services } from '../../services.ts';
import { paperMarkdown, remarksMarkdown, type PaperRemark } from '../../ui/paperMarkdown.ts';
import { keyUnder } from './keyUnder.ts';
import { nearMarkdown } from './nearMarkdown.ts';
import { noteBeginning } from './noteBeginning.ts';

/** Unknown keys are mostly slips: the first few tell. */
const mostNear = 3;
/** A style takes up to two seconds when it is first used: the hover is shown without, and the next one has it. */
const formatMilliseconds = 150;

/** Longer texts are cut. */
const maxReading = 600;

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
  const { key, range, item, cluster } = found;
  const { engine } = library;
  const [paper, note] = await Promise.all([engine.paper(key), engine.noteOf(key)]);
  if (token.isCancellationRequested) return undefined;
  const keys = paper === undefined ? [key] : [key, paper.key];
  const reading = inTime(services.citationReadings.of(document, cluster, keys), formatMilliseconds);
  const [beginning, read] = await Promise.all([note && noteBeginning(note.uri), reading]);
  const remarks = [{ label: 'My note', text: beginning }, ...readingRemarks(read)];
  if (paper !== undefined) return new vscode.Hover(paperMarkdown(paper, remarks), range);
  // The document's own bibliography has it.
  if (read?.reference) return new vscode.Hover(remarksMarkdown(remarks), range);
  // Papers are still being read, or it is a figure.
  if (item.crossReference || library.state !== 'ready') return undefined;
  const near = await engine.nearKeys(key, mostNear);
  // That no paper has it, the diagnostic at the key says.
  return near.length === 0 ? undefined : new vscode.Hover(nearMarkdown(key, near), range);
}

/** How the citation and the entry of its work will read. */
function readingRemarks({ citation = '', inNotes, reference = '' }: CitationReading = {}): readonly PaperRemark[] {
  return [
    { label: inNotes ? 'Note here' : 'Reads here', text: shorten(citation, maxReading) },
    { label: 'Reference', text: shorten(reference, maxReading) },
  ];
}

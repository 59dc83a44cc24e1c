import * as vscode from 'vscode';
import { namesPaper, pastedWorks, sameAddresses } from '../../../core/citations/pastedWorks.ts';
import { plainLabel } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import type { Services } from '../../services.ts';
import { editsAround } from './editsAround.ts';
import { prepareCitations, writeEntries, type PreparedCitations } from './prepareCitations.ts';
import { tellOutcome } from './tellOutcome.ts';
import { whenChanged } from './whenChanged.ts';

const { Empty, Text } = vscode.DocumentDropOrPasteEditKind;
const citationKind = Empty.append('paperside', 'citation');
/** What VS Code and its Markdown paste comes first. */
const others = [Text, Empty.append('uri'), Empty.append('markdown')];
/** Ranked answers to look at: the one that is meant is nearly always the first. */
const answers = 5;

interface CitationPasteEdit extends vscode.DocumentPasteEdit {
  readonly prepared: PreparedCitations;
  readonly document: vscode.TextDocument;
  readonly keys: readonly string[];
}

/**
 * A pasted DOI, arXiv id or address of a paper of the library is offered as its citation, after what is pasted otherwise.
 * The bibliography is written when it is chosen.
 */
export class CitationPaste implements vscode.DocumentPasteEditProvider {
  static readonly metadata = { providedPasteEditKinds: [citationKind], pasteMimeTypes: ['text/plain'] };
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    dataTransfer: vscode.DataTransfer,
  ): Promise<vscode.DocumentPasteEdit[] | undefined> {
    const { settings, citations, guard } = this.#services;
    const text = settings.current.pastesCitations ? await dataTransfer.get('text/plain')?.asString() : undefined;
    const lines = text === undefined ? undefined : pastedWorks(text);
    // A selection gives way to what is pasted; a citation would stand behind it.
    const [range] = ranges;
    if (lines === undefined || range === undefined || ranges.length > 1 || !range.isEmpty) return undefined;
    if (!citations.cites(document)) return undefined;
    try {
      const papers = await this.#papersOf(lines);
      return papers && (await this.#offered(document, document.offsetAt(range.start), papers));
    } catch (error) {
      // Where nothing can be cited, nothing is offered.
      guard.report('paste a citation', error);
      return undefined;
    }
  }

  /** The entry first, as with the command. */
  async resolveDocumentPasteEdit(edit: vscode.DocumentPasteEdit): Promise<vscode.DocumentPasteEdit> {
    if (!isOurs(edit)) return edit;
    const { document, prepared } = edit;
    const outcome = await this.#services.guard.run('Insert Citation', () => writeEntries(prepared));
    this.#services.recent.used(...edit.keys);
    if (outcome !== undefined) {
      whenChanged(document, () => tellOutcome(this.#services, document, prepared, outcome));
    }
    return edit;
  }

  async #offered(
    document: vscode.TextDocument,
    offset: number,
    papers: readonly PaperDetails[],
  ): Promise<CitationPasteEdit[]> {
    const place = { start: offset, end: offset };
    const cited = papers.map((paper) => ({ paper, suffix: '' }));
    const prepared = await prepareCitations(this.#services, { document, selections: [place], replaces: false }, cited);
    // It is cited there already.
    if (prepared.edits.length === 0) return [];
    const { here, additionalEdit } = editsAround(document, prepared.edits, place);
    const [first] = papers;
    const what = papers.length === 1 ? `“${plainLabel(first?.title ?? '', 60)}”` : `${String(papers.length)} Papers`;
    const edit = new vscode.DocumentPasteEdit(here, `Insert Citation of ${what}`, citationKind);
    edit.yieldTo = others;
    if (additionalEdit !== undefined) edit.additionalEdit = additionalEdit;
    return [Object.assign(edit, { prepared, document, keys: papers.map(({ key }) => key) })];
  }

  /** Those that the lines name, each once; `undefined` unless all of them are in the library. */
  async #papersOf(lines: readonly string[]): Promise<readonly PaperDetails[] | undefined> {
    const found = await Promise.all(lines.map((line) => this.#paperOf(line)));
    if (found.includes(undefined)) return undefined;
    return [...new Map(found.flatMap((paper) => (paper === undefined ? [] : [[paper.key, paper]]))).values()];
  }

  async #paperOf(line: string): Promise<PaperDetails | undefined> {
    const { engine } = this.#services.library;
    for (const query of sameAddresses(line)) {
      const { answers: rows } = await engine.search({ query, limit: answers });
      for (const { row } of rows) {
        const paper = await engine.paper(row.key);
        if (paper !== undefined && namesPaper(line, paper)) return paper;
      }
    }
    return undefined;
  }
}

function isOurs(edit: vscode.DocumentPasteEdit): edit is CitationPasteEdit {
  return 'prepared' in edit;
}

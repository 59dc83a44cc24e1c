import * as vscode from 'vscode';
import { readDraggedPapers } from '../../../core/draggedPapers.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { askedPapers } from '../../ui/askedPapers.ts';
import { draggedPapersMime } from '../../ui/dragPapers.ts';
import { editsAround } from './editsAround.ts';
import { prepareCitations, writeEntries } from './prepareCitations.ts';
import { tellOutcome } from './tellOutcome.ts';
import { whenChanged } from './whenChanged.ts';

/** A theme dragged into a sentence by mistake would bury it. */
const maxDropped = 50;

/** Papers dropped on a text are cited where they fall, as the command cites them at the cursor. */
export class CitationDrop implements vscode.DocumentDropEditProvider {
  static readonly kind = vscode.DocumentDropOrPasteEditKind.Text.append('citation');
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    dataTransfer: vscode.DataTransfer,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const item = dataTransfer.get(draggedPapersMime);
    if (item === undefined) return undefined;
    const edit = await this.#services.guard.run('Insert Citation', async () =>
      this.#editFor(document, document.offsetAt(position), readDraggedPapers(await item.asString())),
    );
    // Without an edit VS Code would put the bare keys there.
    return edit ?? new vscode.DocumentDropEdit('', 'Insert Citation', CitationDrop.kind);
  }

  /** The entry first, as with the command: it is on disk when VS Code gets the edit of the text. */
  async #editFor(
    document: vscode.TextDocument,
    offset: number,
    keys: readonly string[],
  ): Promise<vscode.DocumentDropEdit | undefined> {
    if (keys.length === 0) return undefined;
    if (keys.length > maxDropped) {
      throw new ExpectedError(`${keys.length} papers are too many for one citation: drop at most ${maxDropped}.`);
    }
    const papers = await askedPapers(this.#services, [{ keys }], { title: 'Insert Citation', many: true });
    const cited = papers.map((paper) => ({ paper, suffix: '' }));
    const places = { document, selections: [{ start: offset, end: offset }], replaces: false };
    const prepared = await prepareCitations(this.#services, places, cited);
    const outcome = await writeEntries(prepared);
    this.#services.recent.used(...keys);
    whenChanged(document, () => tellOutcome(this.#services, document, prepared, outcome));
    const { here, additionalEdit } = editsAround(document, prepared.edits, { start: offset, end: offset });
    const drop = new vscode.DocumentDropEdit(here, 'Insert Citation', CitationDrop.kind);
    if (additionalEdit !== undefined) drop.additionalEdit = additionalEdit;
    return drop;
  }
}

import * as vscode from 'vscode';
import type { TextEdit } from '../../../core/text/position.ts';
import { readDraggedPapers } from '../../../core/draggedPapers.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { askedPapers } from '../../ui/askedPapers.ts';
import { draggedPapersMime } from '../../ui/dragPapers.ts';
import { planBibliography, writeBibliography } from '../../bibliography/addToBibliography.ts';
import { citationEdits, tellOutcome } from './citationEdits.ts';
import { toRange } from './documentOffsets.ts';

/** A theme dragged into a sentence by mistake would bury it. */
const maxDropped = 50;
/** VS Code makes the edit right after it has it. */
const editMilliseconds = 10_000;

/** Papers dropped on a Markdown text are cited where they fall, as the command cites them at the cursor. */
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
    const plan = await planBibliography(document, papers);
    const before = document.getText();
    const edits = citationEdits({ text: before, places: [{ start: offset, end: offset }] }, plan, papers);
    const outcome = await writeBibliography(plan);
    this.#services.recent.used(...keys);
    whenChanged(document, () => tellOutcome(this.#services, outcome, { document, before }));
    return dropEdit(document, offset, edits);
  }
}

/** What falls into brackets may have to be written elsewhere than it fell. */
function dropEdit(document: vscode.TextDocument, offset: number, edits: readonly TextEdit[]): vscode.DocumentDropEdit {
  const here = edits.find(({ start, end }) => start === offset && end === offset);
  const drop = new vscode.DocumentDropEdit(here?.text ?? '', 'Insert Citation', CitationDrop.kind);
  const others = edits.filter((edit) => edit !== here);
  if (others.length === 0) return drop;
  drop.additionalEdit = new vscode.WorkspaceEdit();
  for (const edit of others) drop.additionalEdit.replace(document.uri, toRange(document, edit), edit.text);
  return drop;
}

/** Calls `then` at the next change of a document, unless none comes. */
function whenChanged(document: vscode.TextDocument, then: () => void): void {
  const subscription = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document !== document || event.contentChanges.length === 0) return;
    end();
    then();
  });
  const timer = setTimeout(end, editMilliseconds);
  function end(): void {
    clearTimeout(timer);
    subscription.dispose();
  }
}

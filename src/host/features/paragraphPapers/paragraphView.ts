import * as vscode from 'vscode';
import type { WrittenText } from '../../../core/citations/paragraphAt.ts';
import { plainMessage, singleLine } from '../../../core/text/plainText.ts';
import type { TextAnswer } from '../../../engine/paperEngine.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { viewIds } from '../../ids.ts';
import type { LibraryState } from '../../libraryService.ts';
import type { Services } from '../../services.ts';
import { draggedMimes, dragPapers } from '../../ui/dragPapers.ts';
import { paperTooltip } from '../../ui/paperTooltip.ts';
import { paperTreeItem } from '../../ui/paperTreeItem.ts';
import { ShownRows } from '../../ui/shownRows.ts';
import { ToldRows } from '../../ui/toldRows.ts';
import { mostPapers, textAtCursor } from './textAtCursor.ts';

const maxShownText = 40;

/** A row: `key` is what the commands of the context menu go by. */
interface AnswerNode {
  readonly key: string;
  readonly answer: TextAnswer;
}

/** Rows may be dragged into the text and onto themes; nothing is dropped here. */
const dragController: vscode.TreeDragAndDropController<AnswerNode> = {
  dragMimeTypes: draggedMimes,
  dropMimeTypes: [],
  handleDrag(nodes, dataTransfer) {
    dragPapers(
      dataTransfer,
      nodes.map(({ key }) => key),
    );
  },
};

/** The view: the papers for one paragraph, or why there are none. */
export class ParagraphView implements vscode.TreeDataProvider<AnswerNode>, vscode.Disposable {
  readonly #services: Services;
  readonly #store = new DisposableStore();
  readonly #rows = this.#store.add(new ToldRows<AnswerNode>(() => this.isVisible));
  readonly #shown: ShownRows<AnswerNode>;
  readonly #becameVisible = this.#store.add(new vscode.EventEmitter<void>());
  readonly #view: vscode.TreeView<AnswerNode>;
  #nodes: readonly AnswerNode[] = [];
  /** What the rows answer; `undefined` before the first question. */
  #asked: { readonly text: WrittenText | undefined } | undefined;
  #number = 0;

  readonly onDidChangeTreeData = this.#rows.onDidChange;
  readonly onDidBecomeVisible = this.#becameVisible.event;

  constructor(services: Services) {
    this.#services = services;
    this.#shown = new ShownRows((paper) => services.writerFacts.marksOf(paper));
    this.#store.add(services.writerFacts.onDidChange(() => this.#marksChanged()));
    const options = { treeDataProvider: this, canSelectMany: true, dragAndDropController: dragController };
    this.#view = this.#store.add(vscode.window.createTreeView(viewIds.paragraph, options));
    this.#store.add(services.rowSelection.register(viewIds.paragraph, this.#view));
    this.#store.add(
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (!visible) return;
        this.#rows.seen();
        this.#becameVisible.fire();
      }),
    );
  }

  get isVisible(): boolean {
    return this.#view.visible;
  }

  /** Shows the papers for the paragraph of the cursor. A later question overtakes this one. */
  async ask(how: 'anew' | 'if changed'): Promise<void> {
    const text = textAtCursor(this.#services);
    if (how === 'if changed' && this.#asked !== undefined && isSame(this.#asked.text, text)) return;
    this.#asked = { text };
    await this.#answer(text);
  }

  /** Other papers may fit the same text; those that are not looked at are asked for when they are. */
  libraryChanged(): void {
    const { guard, library } = this.#services;
    if (this.#asked === undefined || library.state === 'loading') return;
    const { text } = this.#asked;
    if (this.isVisible) guard.background('papers for the paragraph', () => this.#answer(text));
    else this.clear();
  }

  /** Back to the beginning: nothing was asked. */
  clear(): void {
    this.#number += 1;
    this.#asked = undefined;
    this.#show([], undefined, undefined);
  }

  async #answer(text: WrittenText | undefined): Promise<void> {
    this.#number += 1;
    const number = this.#number;
    const { library } = this.#services;
    if (text === undefined) return this.#show([], undefined, 'No text to go by: put the cursor into a paragraph.');
    const reason = reasonWithout(library.state);
    // The library's next state asks again.
    if (reason !== undefined) return this.#show([], text, reason);
    const answers = await library.engine.papersFor({ text: text.text, without: text.cited, limit: mostPapers });
    if (number !== this.#number) return undefined;
    const nodes = answers.map((answer) => ({ key: answer.row.key, answer }));
    return this.#show(nodes, text, nodes.length === 0 ? 'No paper fits this paragraph.' : undefined);
  }

  #marksChanged(): void {
    this.#rows.tellOf(this.#shown.takeChanged());
  }

  #show(nodes: readonly AnswerNode[], text: WrittenText | undefined, message: string | undefined): void {
    this.#nodes = nodes;
    // Before the message: VS Code collects for a moment what comes right after a change of either.
    this.#rows.tell();
    // VS Code takes `undefined` as nothing to say; the declared types do not know it.
    Object.assign(this.#view, {
      message,
      description: text === undefined ? undefined : plainMessage(text.text, maxShownText),
    });
  }

  getChildren(node?: AnswerNode): AnswerNode[] {
    if (node !== undefined) return [];
    this.#rows.asked();
    return [...this.#nodes];
  }

  getTreeItem(node: AnswerNode): vscode.TreeItem {
    const { row, words } = node.answer;
    const item = paperTreeItem(row, this.#shown.draw(row.key, node, row));
    item.id = row.key;
    if (words.length === 0) return item;
    const because = singleLine(words.join(', '));
    item.description = because;
    const { label = '' } = item.accessibilityInformation ?? {};
    item.accessibilityInformation = { label: `${label}, because of ${because}` };
    return item;
  }

  /** The words, the abstract, and where the paper comes from, read only when the pointer rests on the row. */
  async resolveTreeItem(item: vscode.TreeItem, { key, answer: { words } }: AnswerNode): Promise<vscode.TreeItem> {
    const paper = await this.#services.library.engine.paper(key);
    if (paper === undefined) return item;
    // A long title leaves no room for the words beside it.
    const because = words.length === 0 ? '' : `Because of: ${words.join(', ')}\n\n`;
    item.tooltip = because + paperTooltip(paper, this.#services.writerFacts.marksOf(paper));
    return item;
  }

  dispose(): void {
    // Of what is asked for now nothing is to be shown any more.
    this.#number += 1;
    this.#store.dispose();
  }
}

/** Why the library has no answer in a state; `undefined` when it has. */
function reasonWithout(state: LibraryState): string | undefined {
  if (state === 'ready') return undefined;
  if (state === 'loading') return 'The papers are being read…';
  return state === 'failed' ? 'The papers could not be read.' : 'There are no papers yet.';
}

function isSame(a: WrittenText | undefined, b: WrittenText | undefined): boolean {
  return a?.text === b?.text && a?.cited.join('\n') === b?.cited.join('\n');
}

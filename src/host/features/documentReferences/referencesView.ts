import * as vscode from 'vscode';
import {
  citedKeysOf,
  documentReferences,
  nextPlace,
  type DocumentReference,
} from '../../../core/citations/documentReferences.ts';
import { plainMessage } from '../../../core/text/plainText.ts';
import type { PaperRow } from '../../../engine/paperEngine.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { rangeIn } from '../../documentCitations.ts';
import { contextKeys, viewIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { draggedMimes, dragPapers } from '../../ui/dragPapers.ts';
import { paperTooltip } from '../../ui/paperTooltip.ts';
import { ShownRows } from '../../ui/shownRows.ts';
import { textColumn } from '../../ui/textColumn.ts';
import { ToldRows } from '../../ui/toldRows.ts';
import { referenceItem, referenceNode, type ReferenceNode } from './referenceNode.ts';

/** What the rows are of. */
interface Shown {
  readonly document: vscode.TextDocument;
  readonly papers: ReadonlyMap<string, PaperRow>;
  readonly nodes: readonly ReferenceNode[];
}

/** Rows of papers may be dragged into the text and onto themes; nothing is dropped here. */
const dragController: vscode.TreeDragAndDropController<ReferenceNode> = {
  dragMimeTypes: draggedMimes,
  dropMimeTypes: [],
  handleDrag(nodes, dataTransfer) {
    dragPapers(
      dataTransfer,
      nodes.flatMap(({ key }) => key ?? []),
    );
  },
};

/** The view: what the document that is being written cites. */
export class ReferencesView implements vscode.TreeDataProvider<ReferenceNode>, vscode.Disposable {
  readonly #services: Services;
  readonly #store = new DisposableStore();
  readonly #rows = this.#store.add(new ToldRows<ReferenceNode>(() => this.isVisible));
  readonly #becameVisible = this.#store.add(new vscode.EventEmitter<void>());
  readonly #marks: ShownRows<ReferenceNode>;
  readonly #view: vscode.TreeView<ReferenceNode>;
  #shown: Shown | undefined;
  /** What the rows were drawn from last. */
  #drawn = '';
  /** The row that was gone to last, and which of its places. */
  #gone: { readonly id: string; readonly place: number } | undefined;
  #number = 0;

  readonly onDidChangeTreeData = this.#rows.onDidChange;
  readonly onDidBecomeVisible = this.#becameVisible.event;

  constructor(services: Services) {
    this.#services = services;
    this.#marks = new ShownRows((paper) => services.writerFacts.marksOf(paper));
    this.#store.add(services.writerFacts.onDidChange(() => this.#marksChanged()));
    const options = { treeDataProvider: this, canSelectMany: true, dragAndDropController: dragController };
    this.#view = this.#store.add(vscode.window.createTreeView(viewIds.references, options));
    this.#store.add(services.rowSelection.register(viewIds.references, this.#view));
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

  /** Shows what the document of the last editor cites now. A later call overtakes this one. */
  async refresh(): Promise<void> {
    this.#number += 1;
    const number = this.#number;
    const { lastEditor, citations, library } = this.#services;
    const document = lastEditor.current?.document;
    const scanned = document === undefined ? undefined : await citations.of(document);
    if (number !== this.#number) return undefined;
    if (document === undefined || scanned === undefined) return this.#show(undefined);
    const keys = citedKeysOf(scanned.scan);
    const rows = keys.length === 0 ? [] : await library.engine.resolveKeys(keys);
    if (number !== this.#number) return undefined;
    const papers = new Map<string, PaperRow>();
    for (const [index, key] of keys.entries()) {
      const row = rows[index];
      if (row !== undefined) papers.set(key, row);
    }
    const nodes = documentReferences(scanned.scan, papers).map(referenceNode);
    return this.#show({ document, papers, nodes });
  }

  /** Goes to a place of a row: the first, and called again the next one, round and round. The keyboard stays here. */
  async goTo(id: string): Promise<void> {
    const { lastEditor } = this.#services;
    const document = this.#shown?.document;
    const reference = (await this.#now()).find((one) => referenceNode(one).id === id);
    if (document === undefined || reference === undefined) return;
    const last = this.#gone;
    const place = nextPlace(reference.places, last?.id === id ? last.place : undefined);
    const range = reference.places[place];
    if (range === undefined) return;
    this.#gone = { id, place };
    const { current } = lastEditor;
    await vscode.window.showTextDocument(document, {
      selection: rangeIn(document, range),
      preserveFocus: true,
      viewColumn: (current?.document === document ? current.viewColumn : undefined) ?? textColumn(lastEditor),
    });
    const changed = new Set([id, last?.id]);
    this.#rows.tellOf(this.#shown?.nodes.filter((node) => changed.has(node.id)) ?? []);
  }

  /** The document that the rows are of. */
  get document(): vscode.TextDocument | undefined {
    return this.#shown?.document;
  }

  /** The references as the text is at this moment: the rows follow it after a pause. */
  async #now(): Promise<readonly DocumentReference<PaperRow>[]> {
    const shown = this.#shown;
    const scan = shown && (await this.#services.citations.of(shown.document))?.scan;
    return scan === undefined ? [] : documentReferences(scan, shown?.papers ?? new Map<string, PaperRow>());
  }

  #marksChanged(): void {
    this.#rows.tellOf(this.#marks.takeChanged());
  }

  #show(shown: Shown | undefined): void {
    if (shown?.document !== this.#shown?.document) this.#gone = undefined;
    const drawn = this.#drawnOf(shown);
    // Two changes that are told one after the other may leave the view empty: VS Code gives up what it has half drawn.
    if (drawn === this.#drawn) {
      this.#shown = shown && { ...shown, nodes: this.#shown?.nodes ?? shown.nodes };
      return;
    }
    this.#drawn = drawn;
    this.#shown = shown;
    const state = shown === undefined ? 'noDocument' : shown.nodes.length === 0 ? 'none' : 'some';
    void vscode.commands.executeCommand('setContext', contextKeys.referencesState, state);
    const name = shown?.document.uri.path.split('/').at(-1);
    // VS Code takes `undefined` as nothing to say; the declared types do not know it.
    Object.assign(this.#view, { description: name === undefined ? undefined : plainMessage(name, 60) });
    this.#rows.tell();
  }

  /** All that rows show: where their citations are is not a part of it. */
  #drawnOf(shown: Shown | undefined): string {
    const rows = shown?.nodes.map(({ id, reference }) => [id, reference.places.length, reference.paper]);
    return JSON.stringify([shown?.document.uri.toString(), this.#services.library.state === 'ready', rows]);
  }

  /** At once: a change that is told while VS Code waits for an answer would have it take that for empty. */
  getChildren(node?: ReferenceNode): ReferenceNode[] {
    if (node !== undefined) return [];
    this.#rows.asked();
    return [...(this.#shown?.nodes ?? [])];
  }

  getTreeItem(node: ReferenceNode): vscode.TreeItem {
    const { paper } = node.reference;
    const { library } = this.#services;
    return referenceItem(node, paper && this.#marks.draw(node.id, node, paper), {
      gone: this.#gone?.id === node.id ? Math.min(this.#gone.place, node.reference.places.length - 1) : undefined,
      isSure: library.state === 'ready',
    });
  }

  /** The abstract, and how often other documents cite the paper, read only when the pointer rests on the row. */
  async resolveTreeItem(item: vscode.TreeItem, { key }: ReferenceNode): Promise<vscode.TreeItem> {
    if (key === undefined) return item;
    const { library, writerFacts, citedPlaces } = this.#services;
    const paper = await library.engine.paper(key);
    if (paper === undefined) return item;
    const { places } = await citedPlaces.of(paper);
    const own = this.#shown?.document.uri.toString();
    const others = new Set(places.map(({ uri }) => uri.toString()).filter((uri) => uri !== own)).size;
    const elsewhere =
      others === 0 ? '' : `\n\nCited in ${others === 1 ? '1 other document' : `${String(others)} other documents`}`;
    item.tooltip = paperTooltip(paper, writerFacts.marksOf(paper)) + elsewhere;
    return item;
  }

  dispose(): void {
    // Of what is asked for now nothing is to be shown any more.
    this.#number += 1;
    this.#store.dispose();
  }
}

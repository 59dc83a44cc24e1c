import * as vscode from 'vscode';
import { readDraggedPapers } from '../../../core/draggedPapers.ts';
import type { ReadingState } from '../../../core/readingLists.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { themeDrop, type DraggedPaper } from '../../../core/themes/themeDrop.ts';
import { otherId } from '../../../core/themes/themeIds.ts';
import { addDropped, droppedMimes } from '../../adding/addDropped.ts';
import { ExpectedError } from '../../guard.ts';
import { viewIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { askedNames } from '../../ui/askedPapers.ts';
import { draggedMimes, draggedPapersMime, dragPapers } from '../../ui/dragPapers.ts';
import { askModally } from '../../ui/messages.ts';
import { keysOfRows } from '../../ui/rowPapers.ts';
import type { GroupNode, TreeNode } from './treeNodes.ts';

/** VS Code gives it to every drag of the tree; within the tree the rows themselves travel under it. */
const rowsMime = `application/vnd.code.tree.${viewIds.library.toLowerCase()}`;

/**
 * Drags of the library's rows, and drops on them. VS Code says nothing of keys that are held: a drop on a theme moves papers
 * from the theme they were dragged from.
 */
export class LibraryDragAndDrop implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dragMimeTypes = draggedMimes;
  readonly dropMimeTypes = [rowsMime, draggedPapersMime, ...droppedMimes];
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async handleDrag(nodes: readonly TreeNode[], dataTransfer: vscode.DataTransfer): Promise<void> {
    dataTransfer.set(rowsMime, new vscode.DataTransferItem(nodes));
    await this.#services.guard.run('drag papers', async () =>
      dragPapers(dataTransfer, await keysOfRows(this.#services, [nodes[0], nodes], 'papers and groups')),
    );
  }

  async handleDrop(target: TreeNode | undefined, dataTransfer: vscode.DataTransfer): Promise<void> {
    await this.#services.guard.run('drop', () => this.#drop(target, dataTransfer));
  }

  async #drop(target: TreeNode | undefined, dataTransfer: vscode.DataTransfer): Promise<void> {
    const rows: unknown = dataTransfer.get(rowsMime)?.value;
    const papers = dataTransfer.get(draggedPapersMime);
    if (isRows(rows)) await this.#dropRows(rows, target);
    else if (papers !== undefined) await this.#dropKeys(readDraggedPapers(await papers.asString()), target);
    else await addDropped(this.#services, dataTransfer);
  }

  async #dropRows(rows: readonly TreeNode[], target: TreeNode | undefined): Promise<void> {
    const into = target && groupOf(target);
    if (into === undefined) return;
    const { by } = into.view;
    if (by !== 'theme') {
      await this.#dropKeys(await keysOfRows(this.#services, [rows[0], rows], 'papers and groups'), target);
      return;
    }
    const groups = rows.filter((row): row is GroupNode => row.kind === 'group' && row.group.id !== into.group.id);
    const themes = groups.filter(({ group }) => group.id !== otherId);
    const others = groups.filter(({ group }) => group.id === otherId);
    const fromOther = await keysOfRows(this.#services, [others[0], others], 'papers and groups');
    const merged = new Set(themes.map(({ group }) => group.id));
    const papers = rows
      .flatMap((row): readonly DraggedPaper[] => (row.kind === 'paper' ? [draggedPaper(row)] : []))
      // They go with their theme.
      .filter(({ from }) => from === undefined || !merged.has(from));
    if (themes.length > 0) await this.#merge(themes, into);
    await this.#put([...papers, ...fromOther.map((key) => ({ key, from: otherId }))], into);
  }

  /** From another view, or onto a group that is no theme. */
  async #dropKeys(keys: readonly string[], target: TreeNode | undefined): Promise<void> {
    const into = target && groupOf(target);
    if (into === undefined || keys.length === 0) return;
    if (into.view.by === 'theme') {
      await this.#put(
        keys.map((key) => ({ key })),
        into,
      );
    } else if (into.view.by === 'state' && isState(into.group.id)) {
      const { readingStates, writerFacts } = this.#services;
      await readingStates.mark(
        await askedNames(this.#services, [{ keys }], { title: 'Mark', many: true }),
        into.group.id,
      );
      await writerFacts.tell();
    } else
      throw new ExpectedError('Papers can be dragged to themes and reading states: choose "Group by Theme" first.');
  }

  async #put(papers: readonly DraggedPaper[], into: GroupNode): Promise<void> {
    const changes = themeDrop(papers, into.group.id);
    if (changes.length > 0) await this.#services.themes.change(changes);
  }

  /** Asked first: the themes are gone afterwards. */
  async #merge(themes: readonly GroupNode[], into: GroupNode): Promise<void> {
    const names = themes.map(({ group }) => `"${plainMessage(group.label, 60)}"`).join(', ');
    const name = plainMessage(into.group.label, 60);
    const message = said`Merge ${names} into "${name}"?`;
    const detail = said`All their papers will stand in "${name}".`;
    const merge = 'Merge';
    if ((await askModally({ message, detail }, merge)) !== merge) return;
    await this.#services.themes.change({
      kind: 'merge',
      themes: themes.map(({ group }) => group.id),
      into: into.group.id,
    });
  }
}

/** The group of a row: itself, or the one it stands in. */
function groupOf(node: TreeNode): GroupNode {
  return node.kind === 'group' ? node : groupOf(node.parent);
}

function draggedPaper(node: Extract<TreeNode, { kind: 'paper' }>): DraggedPaper {
  const { view, group } = groupOf(node);
  return { key: node.key, from: view.by === 'theme' ? group.id : undefined };
}

function isRows(value: unknown): value is readonly TreeNode[] {
  return Array.isArray(value) && value.length > 0;
}

function isState(id: string): id is ReadingState {
  return id === 'unread' || id === 'reading' || id === 'read';
}

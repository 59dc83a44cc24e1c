import * as vscode from 'vscode';
import { byline } from '../../../core/text/byline.ts';
import { shorten, singleLine } from '../../../core/text/plainText.ts';
import type { PaperRow, ThemeRow } from '../../../engine/paperEngine.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds, treeItemKinds } from '../../ids.ts';
import type { LibraryService } from '../../libraryService.ts';

/** A row of the tree. Commands of the context menu read `key`. */
export type TreeNode =
  | { readonly kind: 'theme'; readonly theme: ThemeRow }
  | { readonly kind: 'paper'; readonly key: string; readonly row: PaperRow; readonly theme: ThemeRow };

const maxTooltip = 1_000;

/** Themes and papers as VS Code asks for them. Ids keep selection and expansion over every refresh. */
export class LibraryTreeProvider implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #library: LibraryService;
  readonly #store = new DisposableStore();
  readonly #changed = this.#store.add(new vscode.EventEmitter<undefined>());

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(library: LibraryService) {
    this.#library = library;
    this.#store.add(library.onDidChange(() => this.#changed.fire(undefined)));
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node === undefined) {
      const themes = await this.#library.engine.themeRows();
      return themes.map((theme) => ({ kind: 'theme', theme }));
    }
    if (node.kind === 'paper') return [];
    const rows = await this.#library.engine.themePapers(node.theme.id);
    return rows.map((row) => ({ kind: 'paper', key: row.key, row, theme: node.theme }));
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.kind === 'paper' ? { kind: 'theme', theme: node.theme } : undefined;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return node.kind === 'theme' ? themeItem(node.theme) : paperItem(node.row, node.theme);
  }

  /** The abstract, read only when the pointer rests on the row. */
  async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
    if (node.kind === 'theme') return item;
    const paper = await this.#library.engine.paper(node.key);
    if (paper === undefined) return item;
    const parts = [paper.title, byline(paper), `@${paper.key}`, shorten(paper.abstract, maxTooltip)];
    // A plain string: VS Code would give Markdown in it a meaning.
    item.tooltip = parts.filter((part) => part !== '').join('\n\n');
    return item;
  }

  dispose(): void {
    this.#store.dispose();
  }
}

function themeItem(theme: ThemeRow): vscode.TreeItem {
  const item = new vscode.TreeItem(singleLine(theme.label), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = `theme:${theme.id}`;
  item.contextValue = treeItemKinds.theme;
  item.description = String(theme.count);
  item.tooltip = theme.terms.length === 0 ? theme.label : `${theme.label}: ${theme.terms.join(', ')}`;
  const papers = theme.count === 1 ? '1 paper' : `${theme.count} papers`;
  item.accessibilityInformation = { label: `Theme ${singleLine(theme.label)}, ${papers}` };
  return item;
}

function paperItem(row: PaperRow, theme: ThemeRow): vscode.TreeItem {
  const item = new vscode.TreeItem(singleLine(row.title), vscode.TreeItemCollapsibleState.None);
  item.id = `paper:${theme.id}/${row.key}`;
  item.contextValue = treeItemKinds.paper;
  item.description = singleLine(byline(row));
  item.iconPath = new vscode.ThemeIcon('file-text');
  item.command = { command: commandIds.openPaper, title: 'Open Paper', arguments: [{ key: row.key }] };
  item.accessibilityInformation = {
    label: `Paper ${singleLine(row.title)}${row.year === undefined ? '' : `, ${row.year}`}`,
  };
  return item;
}

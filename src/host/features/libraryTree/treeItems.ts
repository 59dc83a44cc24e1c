import * as vscode from 'vscode';
import type { Marks } from '../../../core/marks/paperMarks.ts';
import { highlightsOf } from '../../../core/search/highlights.ts';
import { singleLine } from '../../../core/text/plainText.ts';
import { treeItemKinds } from '../../ids.ts';
import { paperTreeItem } from '../../ui/paperTreeItem.ts';
import type { GroupNode, PaperNode, StretchNode, TreeNode } from './treeNodes.ts';

/** What a row goes by besides its node. */
export interface TreeState {
  /** Whether the user added a paper file. */
  isAdded(uri: vscode.Uri): boolean;
  /** Whether what has this id was open when it was last to be seen. */
  wasOpen(id: string): boolean;
  /** The marks to draw a paper with, whose row has this id. */
  marksOf(id: string, node: PaperNode): Marks;
}

/** How a row looks. Ids keep selection and expansion over every refresh. */
export function treeItem(node: TreeNode, state: TreeState): vscode.TreeItem {
  if (node.kind === 'paper') return paperItem(node, state);
  if (node.kind === 'stretch') return stretchItem(node, state);
  return node.view.by === 'theme' ? themeItem(node, state) : sourceItem(node, state);
}

/**
 * VS Code takes the state of a row only when its id comes into the tree: filtered groups have ids of their own, so that
 * they open where few papers are left, and what was open before the filter is so again after it.
 */
export function idOf(node: GroupNode | StretchNode): string {
  if (node.kind === 'stretch') return `${idOf(node.parent)}#${node.from}`;
  const { by, filter } = node.view;
  const filtered = filter === undefined ? '' : node.open ? 'few:' : 'filtered:';
  return `${filtered}${by}:${node.group.id}`;
}

function expansionOf(node: GroupNode | StretchNode, state: TreeState): vscode.TreeItemCollapsibleState {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  if (node.kind === 'group' && node.group.count === 0) return None;
  const isOpen = (node.kind === 'group' && node.open) || state.wasOpen(idOf(node));
  return isOpen ? Expanded : Collapsed;
}

function themeItem(node: GroupNode, state: TreeState): vscode.TreeItem {
  const { label, terms, count } = node.group;
  const name = singleLine(label);
  const item = new vscode.TreeItem(name, expansionOf(node, state));
  item.id = idOf(node);
  item.contextValue = treeItemKinds.theme;
  item.description = String(count);
  item.tooltip = terms.length === 0 ? label : `${label}: ${terms.join(', ')}`;
  item.accessibilityInformation = { label: `Theme ${name}, ${papers(count)}` };
  return item;
}

function sourceItem(node: GroupNode, state: TreeState): vscode.TreeItem {
  const uri = vscode.Uri.parse(node.group.id, true);
  const { count } = node.group;
  const path = vscode.workspace.asRelativePath(uri);
  const name = singleLine(path.slice(path.lastIndexOf('/') + 1));
  const folder = singleLine(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  const item = new vscode.TreeItem(name, expansionOf(node, state));
  item.id = idOf(node);
  // The file's icon, and the colour of its problems as in the explorer.
  item.resourceUri = uri;
  item.iconPath = vscode.ThemeIcon.File;
  item.contextValue = state.isAdded(uri) ? treeItemKinds.addedSource : treeItemKinds.source;
  item.description = [count === 0 ? 'no papers' : String(count), folder].filter((part) => part !== '').join(' · ');
  item.tooltip = `${path}\n${papers(count)}`;
  item.accessibilityInformation = { label: `Paper file ${name}, ${papers(count)}` };
  return item;
}

function stretchItem(node: StretchNode, state: TreeState): vscode.TreeItem {
  const label = `${node.from + 1} – ${node.to}`;
  const item = new vscode.TreeItem(label, expansionOf(node, state));
  item.id = idOf(node);
  item.tooltip = `Papers ${label}`;
  item.accessibilityInformation = { label: `Papers ${node.from + 1} to ${node.to}` };
  return item;
}

function paperItem(node: PaperNode, state: TreeState): vscode.TreeItem {
  const { row, parent } = node;
  const group = parent.kind === 'group' ? parent : parent.parent;
  const id = `paper:${idOf(group)}/${row.key}`;
  const item = paperTreeItem(row, state.marksOf(id, node), titleOf(row.title, group.view.filter));
  item.id = id;
  return item;
}

/** With what the filter looks for marked. */
function titleOf(title: string, filter: string | undefined): vscode.TreeItemLabel {
  const label = singleLine(title);
  if (filter === undefined) return { label };
  return { label, highlights: highlightsOf(label, filter).map(([start, end]): [number, number] => [start, end]) };
}

function papers(count: number): string {
  return count === 0 ? 'no papers' : count === 1 ? '1 paper' : `${count} papers`;
}

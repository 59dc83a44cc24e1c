import * as vscode from 'vscode';
import type { PaperMarks } from '../../../core/marks/paperMarks.ts';
import { highlightsOf } from '../../../core/search/highlights.ts';
import { shorten, singleLine } from '../../../core/text/plainText.ts';
import { treeItemKinds } from '../../ids.ts';
import { paperTreeItem } from '../../ui/paperTreeItem.ts';
import { countOf, spokenGroup, stretchEnds, stretchName, stretchTooltip } from './groupNames.ts';
import type { GroupNode, PaperNode, StretchNode, TreeNode } from './treeNodes.ts';

/** Names of venues and themes that files give may be of any length; what is cut is in the tooltip. */
const maxName = 60;

/** What a row goes by besides its node. */
export interface TreeState {
  /** Whether the user added a paper file. */
  isAdded(uri: vscode.Uri): boolean;
  /** Whether what has this id was open when it was last to be seen. */
  wasOpen(id: string): boolean;
  /** The marks to draw a paper with, whose row has this id. */
  marksOf(id: string, node: PaperNode): PaperMarks;
}

/** How a row looks. */
export function treeItem(node: TreeNode, state: TreeState): vscode.TreeItem {
  if (node.kind === 'paper') return paperItem(node, state);
  if (node.kind === 'stretch') return stretchItem(node, state);
  return node.view.by === 'source' ? sourceItem(node, state) : groupItem(node, state);
}

function expansionOf(node: GroupNode | StretchNode, state: TreeState): vscode.TreeItemCollapsibleState {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  if (node.kind === 'group' && node.group.count === 0) return None;
  const isOpen = (node.kind === 'group' && node.open) || state.wasOpen(node.id);
  return isOpen ? Expanded : Collapsed;
}

/** Its tooltip is worked out when it is wanted. */
function groupItem(node: GroupNode, state: TreeState): vscode.TreeItem {
  const { label, count, pinned } = node.group;
  const name = shorten(singleLine(label), maxName);
  const item = new vscode.TreeItem(name, expansionOf(node, state));
  item.id = node.id;
  item.contextValue = kindOf(node);
  item.description = count.toLocaleString('en');
  if (pinned) item.iconPath = new vscode.ThemeIcon('pinned');
  item.accessibilityInformation = { label: spokenGroup(node, name) };
  return item;
}

function kindOf({ view, parent, group }: GroupNode): string {
  if (view.by !== 'theme') return treeItemKinds.group;
  if (parent !== undefined) return treeItemKinds.themePart;
  return group.pinned ? treeItemKinds.pinnedTheme : treeItemKinds.theme;
}

function sourceItem(node: GroupNode, state: TreeState): vscode.TreeItem {
  const uri = vscode.Uri.parse(node.group.id, true);
  const { count } = node.group;
  const path = vscode.workspace.asRelativePath(uri);
  const name = singleLine(path.slice(path.lastIndexOf('/') + 1));
  const folder = singleLine(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  const item = new vscode.TreeItem(name, expansionOf(node, state));
  item.id = node.id;
  // The file's icon, and the colour of its problems as in the explorer.
  item.resourceUri = uri;
  item.iconPath = vscode.ThemeIcon.File;
  item.contextValue = state.isAdded(uri) ? treeItemKinds.addedSource : treeItemKinds.source;
  const shown = count === 0 ? countOf(0) : count.toLocaleString('en');
  item.description = [shown, folder].filter((part) => part !== '').join(' · ');
  item.tooltip = `${path}\n${countOf(count)}`;
  item.accessibilityInformation = { label: spokenGroup(node, name) };
  return item;
}

function stretchItem(node: StretchNode, state: TreeState): vscode.TreeItem {
  const name = stretchName(node);
  const item = new vscode.TreeItem(name, expansionOf(node, state));
  item.id = node.id;
  const ends = stretchEnds(node);
  item.description = ends;
  item.tooltip = stretchTooltip(node);
  item.accessibilityInformation = { label: `Papers ${node.from + 1} to ${node.to}${ends === '' ? '' : `, ${ends}`}` };
  return item;
}

function paperItem(node: PaperNode, state: TreeState): vscode.TreeItem {
  const { row, parent, id } = node;
  const group = parent.kind === 'group' ? parent : parent.parent;
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

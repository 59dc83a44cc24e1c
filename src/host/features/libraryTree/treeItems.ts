import * as vscode from 'vscode';
import { byline } from '../../../core/text/byline.ts';
import { singleLine } from '../../../core/text/plainText.ts';
import { commandIds, treeItemKinds } from '../../ids.ts';
import type { GroupNode, PaperNode, StretchNode, TreeNode } from './treeNodes.ts';

/** How a row looks. `isAdded` tells of a paper file whether the user added it. Ids keep selection and expansion over every refresh. */
export function treeItem(node: TreeNode, isAdded: (uri: vscode.Uri) => boolean): vscode.TreeItem {
  if (node.kind === 'paper') return paperItem(node);
  if (node.kind === 'stretch') return stretchItem(node);
  return node.by === 'theme' ? themeItem(node) : sourceItem(node, isAdded);
}

function idOf(node: GroupNode | StretchNode): string {
  return node.kind === 'group' ? `${node.by}:${node.group.id}` : `${idOf(node.parent)}#${node.from}`;
}

function themeItem(node: GroupNode): vscode.TreeItem {
  const { label, terms, count } = node.group;
  const name = singleLine(label);
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = idOf(node);
  item.contextValue = treeItemKinds.theme;
  item.description = String(count);
  item.tooltip = terms.length === 0 ? label : `${label}: ${terms.join(', ')}`;
  item.accessibilityInformation = { label: `Theme ${name}, ${papers(count)}` };
  return item;
}

function sourceItem(node: GroupNode, isAdded: (uri: vscode.Uri) => boolean): vscode.TreeItem {
  const uri = vscode.Uri.parse(node.group.id, true);
  const { count } = node.group;
  const path = vscode.workspace.asRelativePath(uri);
  const name = singleLine(path.slice(path.lastIndexOf('/') + 1));
  const folder = singleLine(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(name, count === 0 ? None : Collapsed);
  item.id = idOf(node);
  // The file's icon, and the colour of its problems as in the explorer.
  item.resourceUri = uri;
  item.iconPath = vscode.ThemeIcon.File;
  item.contextValue = isAdded(uri) ? treeItemKinds.addedSource : treeItemKinds.source;
  item.description = [count === 0 ? 'no papers' : String(count), folder].filter((part) => part !== '').join(' · ');
  item.tooltip = `${path}\n${papers(count)}`;
  item.accessibilityInformation = { label: `Paper file ${name}, ${papers(count)}` };
  return item;
}

function stretchItem(node: StretchNode): vscode.TreeItem {
  const label = `${node.from + 1} – ${node.to}`;
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = idOf(node);
  item.tooltip = `Papers ${label}`;
  item.accessibilityInformation = { label: `Papers ${node.from + 1} to ${node.to}` };
  return item;
}

function paperItem({ row, parent }: PaperNode): vscode.TreeItem {
  const item = new vscode.TreeItem(singleLine(row.title), vscode.TreeItemCollapsibleState.None);
  const group = parent.kind === 'group' ? parent : parent.parent;
  item.id = `paper:${idOf(group)}/${row.key}`;
  item.contextValue = treeItemKinds.paper;
  item.description = singleLine(byline(row));
  item.iconPath = new vscode.ThemeIcon('file-text');
  item.command = { command: commandIds.openPaper, title: 'Open Paper', arguments: [{ key: row.key }] };
  item.accessibilityInformation = {
    label: `Paper ${singleLine(row.title)}${row.year === undefined ? '' : `, ${row.year}`}`,
  };
  return item;
}

function papers(count: number): string {
  return count === 0 ? 'no papers' : count === 1 ? '1 paper' : `${count} papers`;
}

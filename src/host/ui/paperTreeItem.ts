import * as vscode from 'vscode';
import { byline } from '../../core/text/byline.ts';
import { singleLine } from '../../core/text/plainText.ts';
import type { PaperRow } from '../../engine/paperEngine.ts';
import { commandIds, treeItemKinds } from '../ids.ts';

/** The row of a paper in any tree: its title, by whom, and a click opens it. The tree gives it an id of its own. */
export function paperTreeItem(
  row: PaperRow,
  label: vscode.TreeItemLabel = { label: singleLine(row.title) },
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.contextValue = treeItemKinds.paper;
  item.description = singleLine(byline(row));
  item.iconPath = new vscode.ThemeIcon('file-text');
  item.command = { command: commandIds.openPaper, title: 'Open Paper', arguments: [{ key: row.key }] };
  item.accessibilityInformation = {
    label: `Paper ${singleLine(row.title)}${row.year === undefined ? '' : `, ${row.year}`}`,
  };
  return item;
}

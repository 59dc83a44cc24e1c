import * as vscode from 'vscode';
import { markWords, type PaperMarks } from '../../core/marks/paperMarks.ts';
import { byline } from '../../core/text/byline.ts';
import { singleLine } from '../../core/text/plainText.ts';
import type { PaperRow } from '../../engine/paperEngine.ts';
import { commandIds, treeItemKinds } from '../ids.ts';
import { paperIcon } from './paperIcon.ts';

/**
 * The row of a paper in any tree: its title, by whom, its marks, and a click opens it. The tree gives it an id of its own.
 */
export function paperTreeItem(
  row: PaperRow,
  marks: PaperMarks,
  label: vscode.TreeItemLabel = { label: singleLine(row.title) },
): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.contextValue = treeItemKinds.paper;
  item.description = singleLine(byline(row));
  item.iconPath = paperIcon(marks);
  item.command = { command: commandIds.openPaper, title: 'Open Paper', arguments: [{ key: row.key }] };
  const year = row.year === undefined ? [] : [String(row.year)];
  const spoken = [`Paper ${singleLine(row.title)}`, ...year, ...markWords(marks)];
  item.accessibilityInformation = { label: spoken.join(', ') };
  return item;
}

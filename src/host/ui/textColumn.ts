import * as vscode from 'vscode';
import type { LastTextEditor } from './lastTextEditor.ts';

/**
 * Where a text is to open: in the active column, but beside the reader instead of on top of it, in the column that the
 * writer writes in.
 */
export function textColumn(lastEditor: LastTextEditor): vscode.ViewColumn {
  const { activeTabGroup, all } = vscode.window.tabGroups;
  if (!(activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview)) return vscode.ViewColumn.Active;
  const other = all.find(({ viewColumn }) => viewColumn !== activeTabGroup.viewColumn);
  return lastEditor.current?.viewColumn ?? other?.viewColumn ?? vscode.ViewColumn.Beside;
}

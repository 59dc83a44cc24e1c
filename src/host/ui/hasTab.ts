import * as vscode from 'vscode';

/** Whether a document stands in a tab. It may outlive its tab: what the writer closed is closed all the same. */
export function hasTab(uri: vscode.Uri): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}

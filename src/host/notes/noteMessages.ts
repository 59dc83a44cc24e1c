import * as vscode from 'vscode';

/** For messages: the path below the workspace folder. */
export function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

import * as vscode from 'vscode';

/**
 * The file that an entry of `paperside.additionalFiles` names: an absolute path on the machine of the workspace, a path
 * relative to the first workspace folder, or a URI. `undefined` for a relative path without a folder, or for no path.
 */
export function additionalFileUri(entry: string): vscode.Uri | undefined {
  const path = entry.trim();
  const folder = vscode.workspace.workspaceFolders?.[0];
  try {
    if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return vscode.Uri.parse(path, true);
    if (/^([/\\]|[a-z]:[/\\])/i.test(path)) {
      const file = vscode.Uri.file(path);
      return folder === undefined ? file : folder.uri.with({ path: file.path, query: '', fragment: '' });
    }
    return folder === undefined || path === '' ? undefined : vscode.Uri.joinPath(folder.uri, path);
  } catch {
    return undefined;
  }
}

/** How a file is written in the setting: relative inside the first folder, so that the workspace can be moved or shared. */
export function additionalFileEntry(uri: vscode.Uri): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) return uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
  if (uri.scheme !== folder.uri.scheme || uri.authority !== folder.uri.authority) return uri.toString(true);
  const root = folder.uri.path.endsWith('/') ? folder.uri.path : `${folder.uri.path}/`;
  if (uri.path.startsWith(root)) return uri.path.slice(root.length);
  return uri.scheme === 'file' ? uri.fsPath : uri.path;
}

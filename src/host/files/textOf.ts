import * as vscode from 'vscode';

/** The document of this URI, as long as VS Code has one open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const id = uri.toString();
  return vscode.workspace.textDocuments.find((one) => !one.isClosed && one.uri.toString() === id);
}

/** A file as it stands in an editor, saved or not, else as VS Code would show it. `undefined` when it cannot be read. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri);
  if (open !== undefined) return open.getText();
  try {
    return await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
  } catch {
    // It is gone, the disk is away, or it is not text.
    return undefined;
  }
}

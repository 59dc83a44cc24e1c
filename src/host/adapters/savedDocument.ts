import * as vscode from 'vscode';

/**
 * Saves a document and reads it back: `save` reports success after a short write. Resolves to whether what it shows is on
 * disk; other encodings than UTF-8 are not judged.
 */
export async function saveAndVerify(document: vscode.TextDocument): Promise<boolean> {
  if (!(await document.save())) return false;
  const bytes = await vscode.workspace.fs.readFile(document.uri);
  const text = new TextDecoder().decode(bytes);
  return text === document.getText() || text.includes('\uFFFD');
}

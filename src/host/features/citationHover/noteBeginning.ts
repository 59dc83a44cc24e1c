import * as vscode from 'vscode';
import { noteBodyStart } from '../../../core/notes/noteIdentity.ts';
import { shorten } from '../../../core/text/plainText.ts';

const maxLength = 300;
const mostLines = 3;

/** The first lines of a note, as one; as it stands in an editor, saved or not. `undefined` when it cannot be read. */
export async function noteBeginning(uri: string): Promise<string | undefined> {
  const text = await noteText(vscode.Uri.parse(uri, true));
  if (text === undefined) return undefined;
  const lines = text
    .slice(noteBodyStart(text))
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/^[\s#>*+-]+/, '').trim())
    .filter((line) => line !== '');
  return shorten(lines.slice(0, mostLines).join(' · '), maxLength);
}

async function noteText(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // It has gone, or the disk is away: the paper is shown without it.
    return undefined;
  }
}

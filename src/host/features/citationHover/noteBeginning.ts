import * as vscode from 'vscode';
import { noteBodyStart } from '../../../core/notes/noteIdentity.ts';
import { shorten } from '../../../core/text/plainText.ts';
import { textOf } from '../../files/textOf.ts';

const maxLength = 300;
const mostLines = 3;

/** The first lines of a note, as one; as it stands in an editor, saved or not. `undefined` when it cannot be read. */
export async function noteBeginning(uri: string): Promise<string | undefined> {
  const text = await textOf(vscode.Uri.parse(uri, true));
  if (text === undefined) return undefined;
  const lines = text
    .slice(noteBodyStart(text))
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/^[\s#>*+-]+/, '').trim())
    .filter((line) => line !== '');
  return shorten(lines.slice(0, mostLines).join(' · '), maxLength);
}

import * as vscode from 'vscode';
import type { PaperSource } from '../../core/paper.ts';
import type { LastTextEditor } from './lastTextEditor.ts';
import { textColumn } from './textColumn.ts';

/** `lists/papers.txt:12`: the place as people name it. */
export function sourceName({ uri, range }: PaperSource): string {
  return `${vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true))}:${range.start.line + 1}`;
}

/** Shows the place in a paper file that a paper comes from, with the cursor at its title. */
export async function revealSource(lastEditor: LastTextEditor, { uri, range }: PaperSource): Promise<void> {
  const start = new vscode.Position(range.start.line, range.start.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), {
    selection: new vscode.Range(start, start),
    viewColumn: textColumn(lastEditor),
  });
}

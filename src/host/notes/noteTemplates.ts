import * as vscode from 'vscode';
import { newNoteHead } from '../../core/notes/noteDocument.ts';
import type { TemplatePaper } from '../../core/notes/noteTemplate.ts';
import { said } from '../../core/text/plainText.ts';
import type { SettingsReader } from '../adapters/settings.ts';
import { showWarning } from '../ui/messages.ts';

/**
 * The text that a new note in this folder begins with, by the setting: a template, or the path of a file with one. A file
 * that cannot be read is named in a warning, and the built-in template taken: taking notes goes on.
 */
export async function newNoteText(
  settings: SettingsReader,
  folder: vscode.WorkspaceFolder,
  paper: TemplatePaper,
): Promise<string> {
  const { noteTemplate } = settings.of(folder);
  if (noteTemplate.text !== undefined) return newNoteHead(paper, noteTemplate.text);
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, noteTemplate.file));
    return newNoteHead(paper, new TextDecoder().decode(bytes));
  } catch {
    const { file } = noteTemplate;
    void showWarning(
      said`The note template "${file}" cannot be read, so the built-in one is used. Change the setting "paperside.noteTemplate".`,
    );
    return newNoteHead(paper);
  }
}

import * as vscode from 'vscode';
import type { PaperDetails } from '../../engine/paperEngine.ts';
import { fileType } from '../notes/notePlaces.ts';
import type { Services } from '../services.ts';

/** The notes about a paper, also those that were made, moved or changed a moment ago. None where no folder is open. */
export async function notesAbout(
  { library, notePlaces }: Pick<Services, 'library' | 'notePlaces'>,
  paper: PaperDetails,
): Promise<readonly vscode.Uri[]> {
  const note = await notePlaces.locate(paper);
  const match = await library.engine.noteOf(paper.key);
  if (match !== undefined) return [match.uri, ...match.others].map((uri) => vscode.Uri.parse(uri, true));
  return note === undefined || (await fileType(note)) === undefined ? [] : [note];
}

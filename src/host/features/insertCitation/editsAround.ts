import * as vscode from 'vscode';
import type { OffsetRange } from '../../../core/citations/citation.ts';
import type { TextEdit } from '../../../core/text/position.ts';
import { rangeIn } from '../../documentCitations.ts';

/** Edits as VS Code wants those of a drop or a paste. */
export interface EditsAround {
  /** What is put where it falls: the text of the edit there, else nothing. */
  readonly here: string;
  /** The others: what falls into a cluster may have to be written elsewhere in it. */
  readonly additionalEdit: vscode.WorkspaceEdit | undefined;
}

/** Parts the edits of a document by whether they are at the place where something was dropped or pasted. */
export function editsAround(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
  place: OffsetRange,
): EditsAround {
  const here = edits.find(({ start, end }) => start === place.start && end === place.end);
  const others = edits.filter((edit) => edit !== here);
  if (others.length === 0) return { here: here?.text ?? '', additionalEdit: undefined };
  const additionalEdit = new vscode.WorkspaceEdit();
  for (const edit of others) additionalEdit.replace(document.uri, rangeIn(document, edit), edit.text);
  return { here: here?.text ?? '', additionalEdit };
}

import * as vscode from 'vscode';
import { renameKey, type KeyChange } from '../../../core/citations/renameKey.ts';
import { said } from '../../../core/text/plainText.ts';
import { rangeIn } from '../../documentCitations.ts';
import type { Services } from '../../services.ts';
import { RenameRefusal } from './renamable.ts';
import type { DocumentEdit } from './documentEdit.ts';

/** The changes of the citations in a document. Rejects with a `RenameRefusal` when its syntax cannot write the new key. */
export async function citationEdits(
  { citations }: Pick<Services, 'citations'>,
  document: vscode.TextDocument,
  change: KeyChange,
): Promise<readonly DocumentEdit[]> {
  const scanned = await citations.of(document);
  if (scanned === undefined) return [];
  const renamed = renameKey(scanned.syntax, scanned, change);
  if (renamed.ok) return renamed.value.map((edit) => ({ range: rangeIn(document, edit), text: edit.text }));
  const path = vscode.workspace.asRelativePath(document.uri);
  const line = document.positionAt(renamed.error).line + 1;
  throw new RenameRefusal(
    said`"${change.to}" would not be read as this citation in ${path}:${line}: choose a simpler key.`,
  );
}

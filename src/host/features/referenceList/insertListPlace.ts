import * as vscode from 'vscode';
import { relativePath } from '../../../core/bibliography/chooseBibliography.ts';
import { findListPlace, listMark, namesListFile } from '../../../core/referenceList/listPlace.ts';
import { planListInsert } from '../../../core/referenceList/planListInsert.ts';
import { eolOf } from '../../../core/text/lineEnds.ts';
import { said } from '../../../core/text/plainText.ts';
import type { DocumentBibliography } from '../../bibliography/documentBibliography.ts';
import type { ScannedDocument } from '../../documentCitations.ts';
import type { Services } from '../../services.ts';
import { showStatus } from '../../ui/messages.ts';
import { changeText, show } from './changeText.ts';

/** Says in the document where what reads it puts the reference list; goes there where the document says so already. */
export async function insertListPlace(
  { bibliography }: Pick<Services, 'bibliography'>,
  editor: vscode.TextEditor,
  scanned: ScannedDocument,
): Promise<void> {
  const { syntax, text } = scanned;
  const found = findListPlace(syntax.id, scanned);
  if (found !== undefined) {
    await show(editor, found);
    const line = editor.document.positionAt(found.start).line + 1;
    showStatus(said`$(info) The reference list has its place already, in line ${line}`, 5_000);
    return;
  }
  const offset = editor.document.offsetAt(editor.selection.active);
  const file = namesListFile(syntax.id) ? await listFile(bibliography, editor.document, syntax.id) : '';
  const lineEnd = eolOf(text);
  const mark = listMark(syntax.id, scanned, file, lineEnd);
  await changeText(editor, text, planListInsert(scanned, offset, mark, lineEnd));
}

const usual = 'references.bib';

/** The bibliography from the folder of the document: the one that it names, the nearest of the usual name, any beside it. */
async function listFile(
  bibliography: DocumentBibliography,
  document: vscode.TextDocument,
  syntax: string,
): Promise<string> {
  if (document.isUntitled) return usual;
  const folder = vscode.Uri.joinPath(document.uri, '..');
  const named = await bibliography.choice({ uri: document.uri, text: document.getText(), syntax });
  if (named?.kind === 'file') return relativePath(folder.path, named.path);
  const [nearest] = (await bibliography.files({ uri: document.uri, text: '', syntax: 'pandoc' })).uris;
  if (nearest !== undefined) return relativePath(folder.path, nearest.path);
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).toSorted();
  return names.find((name) => /\.bib$/i.test(name)) ?? usual;
}

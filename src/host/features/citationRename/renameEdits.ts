import * as vscode from 'vscode';
import type { KeyChange } from '../../../core/citations/renameKey.ts';
import { noteKeyPlaces } from '../../../core/notes/noteKeyPlaces.ts';
import { renamedNote } from '../../../core/notes/renamedNote.ts';
import { said } from '../../../core/text/plainText.ts';
import { themeKeyPlaces } from '../../../core/themes/curation/themeKeyPlaces.ts';
import { rangeIn } from '../../documentCitations.ts';
import { notesAbout } from '../../navigation/notesAbout.ts';
import { placesCiting } from '../../navigation/paperPlaces.ts';
import { fileType } from '../../notes/notePlaces.ts';
import type { Services } from '../../services.ts';
import { citationEdits } from './citationEdits.ts';
import type { DocumentEdit } from './documentEdit.ts';
import { entryEdits } from './entryEdits.ts';
import { RenameRefusal, type Renamable } from './renamable.ts';

/** What the refactor preview calls a group of changes. */
type Part = 'Citations' | 'Paper Files' | 'Notes' | 'Themes';

/**
 * Everything that names a key, with another one: citations in documents and notes, the entries of the key, the front matter
 * and the file name of the paper's notes, the writer's themes. Every document is read again as it stands. Rejects with a
 * `RenameRefusal` when one of them cannot say it, and with a cancellation: all of it is changed, or nothing.
 */
export async function renameEdits(
  services: Services,
  { paper, sources }: Renamable,
  change: KeyChange,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const notes = await notesAbout(services, paper);
  const moved = await moveNotes(edit, notes, change);
  const add = (part: Part, uri: vscode.Uri, edits: readonly DocumentEdit[]): void => {
    const now = moved.get(uri.toString()) ?? uri;
    for (const { range, text } of edits) edit.replace(now, range, text, partOf(part));
  };
  const citing = await placesCiting(services, [change.from], token);
  for (const uri of distinct(citing.map((place) => place.uri))) {
    // What was deleted a moment ago may be known still.
    if (uri.scheme !== 'untitled' && (await fileType(uri)) === undefined) continue;
    add('Citations', uri, await citationEdits(services, await openText(uri), change));
    if (token.isCancellationRequested) throw new vscode.CancellationError();
  }
  for (const uri of distinct(sources.map((source) => vscode.Uri.parse(source.uri, true)))) {
    add('Paper Files', uri, await entryEdits(services, await openText(uri), change));
  }
  for (const uri of notes) add('Notes', uri, noteEdits(await openText(uri), change));
  const themes = services.themes.current.uri;
  if (themes !== undefined) add('Themes', themes, themeEdits(await openText(themes), change));
  if (token.isCancellationRequested) throw new vscode.CancellationError();
  return edit;
}

/**
 * Nothing waits for a confirmation of its own: what is not ticked by itself would be forgotten, and citations that lead
 * nowhere be left.
 */
function partOf(label: Part): vscode.WorkspaceEditEntryMetadata {
  return { label, needsConfirmation: false };
}

function noteEdits(document: vscode.TextDocument, { from, to }: KeyChange): readonly DocumentEdit[] {
  const places = noteKeyPlaces(document.getText()).filter(({ key }) => key === from);
  return places.map((place) => ({ range: rangeIn(document, place), text: to }));
}

function themeEdits(document: vscode.TextDocument, { from, to }: KeyChange): readonly DocumentEdit[] {
  const text = JSON.stringify(to).slice(1, -1);
  return themeKeyPlaces(document.getText(), from).map((place) => ({ range: rangeIn(document, place), text }));
}

/**
 * A note that is named after the key goes with it: links such as `[[@key]]` lead to it, and it may be known by its name only.
 * This comes before all changes of texts, which are then of the new file: VS Code's commands for others order them so.
 */
async function moveNotes(
  edit: vscode.WorkspaceEdit,
  notes: readonly vscode.Uri[],
  { from, to }: KeyChange,
): Promise<ReadonlyMap<string, vscode.Uri>> {
  const moved = new Map<string, vscode.Uri>();
  for (const uri of notes) {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const renamed = renamedNote(name, from, to);
    if (renamed === undefined || renamed === name) continue;
    const target = vscode.Uri.joinPath(uri, '..', renamed);
    if ((await fileType(target)) !== undefined) {
      const path = vscode.workspace.asRelativePath(target);
      throw new RenameRefusal(said`The note "${name}" would become ${path}, which exists: rename or delete it first.`);
    }
    edit.renameFile(uri, target, { overwrite: false }, partOf('Notes'));
    moved.set(uri.toString(), target);
  }
  return moved;
}

async function openText(uri: vscode.Uri): Promise<vscode.TextDocument> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RenameRefusal(said`${vscode.workspace.asRelativePath(uri)} cannot be opened: ${reason}`);
  }
}

function distinct(uris: readonly vscode.Uri[]): readonly vscode.Uri[] {
  return [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
}

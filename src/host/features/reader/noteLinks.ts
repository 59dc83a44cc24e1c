import * as vscode from 'vscode';
import { noteLinkPath } from '../../../core/notes/noteLink.ts';
import { secure } from '../../../core/reading/paperLinks.ts';
import type { FromReader } from '../../../protocol/readerMessages.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds } from '../../ids.ts';
import { fileType } from '../../notes/notePlaces.ts';
import type { Services } from '../../services.ts';
import { textColumn } from '../../ui/textColumn.ts';
import { findPaper, paperOf } from './findPaper.ts';

type NoteLink = Pick<Extract<FromReader, { type: 'openNoteLink' }>, 'kind' | 'target'>;

/**
 * Follows a link of the note about the paper `key`: to a paper, to another note of the folder of notes, or to the web.
 * Nothing in a note can lead elsewhere. Rejects with an `ExpectedError` that says why it does not lead anywhere.
 */
export async function openNoteLink(services: Services, key: string, { kind, target }: NoteLink): Promise<void> {
  if (kind === 'web') return openWeb(target);
  if (kind === 'paper') return openPaper((await paperOf(services.library, target)).key);
  return openNote(services, key, target);
}

async function openWeb(address: string): Promise<void> {
  if (secure(address) === undefined) throw new ExpectedError(`"${address}" is no web address that can be opened.`);
  await vscode.env.openExternal(vscode.Uri.parse(address.trim(), true));
}

async function openPaper(key: string): Promise<void> {
  await vscode.commands.executeCommand(commandIds.openPaper, { key });
}

/** A note of that name, else the paper of that key. */
async function openNote(services: Services, key: string, target: string): Promise<void> {
  const { library, notePlaces, settings, lastEditor } = services;
  const path = noteLinkPath(target);
  if (path === undefined) throw new ExpectedError(`"${target}" is no name of a note.`);
  const folder = notePlaces.folderOf(await paperOf(library, key));
  const file = folder && vscode.Uri.joinPath(folder.uri, settings.of(folder).notesFolder, path);
  const type = file === undefined ? undefined : await fileType(file);
  if (file !== undefined && type !== undefined && (type & vscode.FileType.File) !== 0) {
    await vscode.window.showTextDocument(file, { preview: false, viewColumn: textColumn(lastEditor) });
    return;
  }
  const paper = await findPaper(library, path.replace(/\.(?:md|markdown)$/i, ''));
  if (paper === undefined) throw new ExpectedError(`There is no note "${target}", and no paper has that key.`);
  await openPaper(paper.key);
}

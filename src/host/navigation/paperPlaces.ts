import * as vscode from 'vscode';
import { citedItems } from '../../core/citations/citedItems.ts';
import { noteKeyPlaces } from '../../core/notes/noteKeyPlaces.ts';
import { namesOf } from '../../core/readingLists.ts';
import type { PaperDetails } from '../../engine/paperEngine.ts';
import { openCitingDocuments } from '../citedPlaces/citingDocuments.ts';
import { rangeIn } from '../documentCitations.ts';
import type { Services } from '../services.ts';
import { notesAbout } from './notesAbout.ts';
import { toRange } from './ranges.ts';

/** Where something is written. */
export type PlaceServices = Pick<Services, 'citations' | 'citedPlaces' | 'library' | 'notePlaces' | 'settings'>;

/**
 * All places where documents and notes cite one of these keys, those in an open text as it stands. Waits until all
 * documents have been read. Rejects with a cancellation, and when the engine has stopped.
 */
export async function placesCiting(
  services: PlaceServices,
  keys: readonly string[],
  token: vscode.CancellationToken,
): Promise<readonly vscode.Location[]> {
  const known = await services.citedPlaces.all(keys, token);
  // What was typed a moment ago has not been told to the engine.
  const open = openCitingDocuments(services.settings.current.citationSyntax);
  const closed = known.filter(({ uri }) => !open.has(uri));
  const sought = new Set(keys);
  const opened = await Promise.all([...open.values()].map((document) => placesIn(services, document, sought)));
  return [
    ...closed.map(({ uri, keyRange }) => new vscode.Location(vscode.Uri.parse(uri, true), toRange(keyRange))),
    ...opened.flat(),
  ];
}

async function placesIn(
  { citations }: PlaceServices,
  document: vscode.TextDocument,
  keys: ReadonlySet<string>,
): Promise<readonly vscode.Location[]> {
  const scan = (await citations.of(document))?.scan;
  const items = scan === undefined ? [] : citedItems(scan, keys);
  return items.map(({ keyRange }) => new vscode.Location(document.uri, rangeIn(document, keyRange)));
}

/** Where the notes that are about a paper name it in their front matter. */
export async function placesInNotes(services: PlaceServices, paper: PaperDetails): Promise<readonly vscode.Location[]> {
  const notes = await notesAbout(services, paper);
  const keys = new Set(namesOf(paper));
  return (await Promise.all(notes.map((uri) => keysOfNote(uri, keys)))).flat();
}

async function keysOfNote(uri: vscode.Uri, keys: ReadonlySet<string>): Promise<readonly vscode.Location[]> {
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const places = noteKeyPlaces(document.getText()).filter(({ key }) => keys.has(key));
    return places.map((place) => new vscode.Location(uri, rangeIn(document, place)));
  } catch {
    // A note that cannot be read as a text names nobody.
    return [];
  }
}

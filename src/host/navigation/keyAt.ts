import type * as vscode from 'vscode';
import { noteKeyPlaces } from '../../core/notes/noteKeyPlaces.ts';
import type { PaperEntry } from '../../engine/paperEngine.ts';
import { rangeIn } from '../documentCitations.ts';
import type { Services } from '../services.ts';
import { entriesIn } from './entriesIn.ts';
import { toRange } from './ranges.ts';

/** A citation key in a document: of a citation, or of the paper that a note is about. */
export interface KeyAt {
  readonly key: string;
  /** The characters of the key. */
  readonly range: vscode.Range;
}

/** The key at a place of a document that may cite; `undefined` elsewhere. */
export function keyAt(
  { citations }: Pick<Services, 'citations'>,
  document: vscode.TextDocument,
  position: vscode.Position,
): KeyAt | undefined {
  const item = citations.at(document, position)?.item;
  if (item !== undefined) return { key: item.key, range: rangeIn(document, item.keyRange) };
  if (!citations.cites(document)) return undefined;
  const offset = document.offsetAt(position);
  const place = noteKeyPlaces(document.getText()).find(({ start, end }) => start <= offset && offset <= end);
  return place && { key: place.key, range: rangeIn(document, place) };
}

/** The entry of a paper file at a place that stands for the whole of it: its first line, or the line of its key. */
export async function entryAt(
  services: Pick<Services, 'library'>,
  document: vscode.TextDocument,
  { line }: vscode.Position,
): Promise<PaperEntry | undefined> {
  const entries = await entriesIn(services, document, { line });
  return entries.find(({ range, keyRange }) => range.start.line === line || keyRange?.start.line === line);
}

/** The same as a key, where the file gives one and the place is on it. */
export async function entryKeyAt(
  services: Pick<Services, 'library'>,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<KeyAt | undefined> {
  const { key, keyRange } = (await entryAt(services, document, position)) ?? {};
  if (key === undefined || keyRange === undefined) return undefined;
  const range = toRange(keyRange);
  return range.contains(position) ? { key, range } : undefined;
}

import * as vscode from 'vscode';
import { furtherKeyPlaces } from '../../../core/bibliography/furtherKeyPlaces.ts';
import type { OffsetRange } from '../../../core/citations/citation.ts';
import { byStart } from '../../../core/citations/offsetRanges.ts';
import type { KeyChange } from '../../../core/citations/renameKey.ts';
import { applyEdits } from '../../../core/text/applyEdits.ts';
import { said } from '../../../core/text/plainText.ts';
import type { PaperEntry } from '../../../engine/paperEngine.ts';
import { offsetsIn, rangeIn } from '../../documentCitations.ts';
import { toRange } from '../../navigation/ranges.ts';
import type { Services } from '../../services.ts';
import type { DocumentEdit } from './documentEdit.ts';
import { RenameRefusal } from './renamable.ts';

/**
 * The changes of the entries of a key in a paper file, and of what refers to them there. The changed text is read again:
 * rejects with a `RenameRefusal` when it does not say the same with the other key.
 */
export async function entryEdits(
  { library }: Pick<Services, 'library'>,
  document: vscode.TextDocument,
  { from, to }: KeyChange,
): Promise<readonly DocumentEdit[]> {
  const uri = document.uri.toString();
  const text = document.getText();
  const entries = await library.engine.entriesOf({ uri, text });
  const own = entries.flatMap(({ key, keyRange }) => (key === from && keyRange !== undefined ? [keyRange] : []));
  const places = new Map<number, OffsetRange>(furtherKeyPlaces(uri, text, from).map((place) => [place.start, place]));
  for (const range of own) {
    const place = offsetsIn(document, toRange(range));
    places.set(place.start, place);
  }
  const edits = [...places.values()].sort(byStart).map(({ start, end }) => ({ start, end, text: to }));
  const changed = own.length === 0 ? undefined : applyEdits(text, edits);
  const after = changed === undefined ? [] : await library.engine.entriesOf({ uri, text: changed });
  if (own.length === 0 || !areRenamed(entries, after, { from, to })) {
    const path = vscode.workspace.asRelativePath(document.uri);
    throw new RenameRefusal(said`The entry "${from}" in ${path} cannot have the key "${to}": choose a simpler key.`);
  }
  return edits.map((edit) => ({ range: rangeIn(document, edit), text: to }));
}

function areRenamed(before: readonly PaperEntry[], after: readonly PaperEntry[], { from, to }: KeyChange): boolean {
  const expected = before.map(({ key, title }) => [key === from ? to : key, title]);
  return JSON.stringify(expected) === JSON.stringify(after.map(({ key, title }) => [key, title]));
}

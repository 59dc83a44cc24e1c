import type { TextEdit } from '../text/position.ts';
import type { SyntaxText } from './citationSyntax.ts';
import type { WrittenItem } from './citationWriter.ts';
import type { OffsetRange } from './citation.ts';
import { insertionPlace } from './insertionPlace.ts';
import { PlaceEdits, type PlannedEdit, type WritablePlace } from './placeEdits.ts';
import { forbiddenPlaces, placeName, type RefusedPlace } from './refusedPlaces.ts';
import { unreadEdits } from './unreadEdits.ts';

/** Where citations go. */
export interface InsertPlaces {
  /** A non-empty selection counts as a cursor at its end: no word of the writer is ever removed. */
  readonly selections: readonly OffsetRange[];
  /** A key that a selection is in, or that is selected, gives way to them. */
  readonly replaces: boolean;
}

/** A selection that gets no citation. */
export interface Refusal {
  readonly index: number;
  readonly place: RefusedPlace;
  /** For people: `the cursor is in code`. */
  readonly reason: string;
}

/** What is to be changed so that every cursor gets its citation. */
export interface CitationInsertPlan {
  /** By `start`, not overlapping; offsets of the text as it is. */
  readonly edits: readonly TextEdit[];
  /** By `index`. */
  readonly refused: readonly Refusal[];
  /** Keys of works that the syntax cannot cite as asked: left out. */
  readonly unwritableKeys: readonly string[];
}

/**
 * Plans the citation of works at every selection. Clusters are extended, never with a key they already have; several
 * cursors at one place or in one cluster give one edit. See `insertionPlace` for the places and `citationSpacing` for
 * spaces. The result is read again before it is offered: what would not be read as a citation is refused.
 */
export function planCitationInsert(
  document: SyntaxText,
  { selections, replaces }: InsertPlaces,
  items: readonly WrittenItem[],
): CitationInsertPlan {
  const { syntax, text, scan } = document;
  const unique = [...new Map(items.map((item) => [item.key, item])).values()];
  const writer = syntax.writer(document);
  const unwritable = new Set(unique.filter((item) => writer.cluster([item], 'bracketed') === undefined));
  const writable = unique.filter((item) => !unwritable.has(item));
  const planned = new Map<string, { readonly place: WritablePlace; readonly selections: number[] }>();
  const refused: Refusal[] = [];
  const refuse = (index: number, place: RefusedPlace): void => {
    refused.push({ index, place, reason: `the cursor is in ${placeName(place, syntax.id)}` });
  };
  const forbiddenAt = forbiddenPlaces(syntax.id, text);
  for (const [index, selection] of selections.entries()) {
    const place = insertionPlace(text, scan, selection, replaces);
    const forbidden = place.kind === 'new' ? forbiddenAt(place.offset) : undefined;
    if (place.kind === 'refused') refuse(index, place.where);
    else if (forbidden !== undefined) refuse(index, forbidden);
    else {
      const id = idOf(place);
      const known = planned.get(id);
      if (known === undefined) planned.set(id, { place, selections: [index] });
      else known.selections.push(index);
    }
  }
  const placeEdits = new PlaceEdits(document, writer, writable);
  const edits = apart([...planned.values()].flatMap(({ place, selections: of }) => placeEdits.at(place, of)));
  const unread = unreadEdits(document, edits);
  for (const edit of unread) for (const index of edit.selections) refuse(index, 'notText');
  return {
    edits: edits
      .filter((edit) => !unread.has(edit))
      .map(({ start, end, text: written }) => ({ start, end, text: written })),
    refused: [...new Map(refused.map((one) => [one.index, one])).values()].sort((a, b) => a.index - b.index),
    unwritableKeys: [...unwritable].map(({ key }) => key),
  };
}

function idOf(place: WritablePlace): string {
  if (place.kind === 'new') return `at ${place.offset}`;
  return place.kind === 'add' ? `in ${place.cluster}` : `${place.item} of ${place.cluster}`;
}

/** In their order, without those that reach into one before. */
function apart(edits: readonly PlannedEdit[]): readonly PlannedEdit[] {
  const kept: PlannedEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  }
  return kept;
}

import type { TextEdit } from '../text/position.ts';
import { spaceAfter, spaceBefore } from './citationSpacing.ts';
import { insertionPlace, type InsertionPlace } from './insertionPlace.ts';
import type { CitationCluster, CitationScan, OffsetRange, OpaqueKind } from './citation.ts';
import { formatCitationKey } from './pandoc/citationKey.ts';
import { scanCitations } from './pandoc/scanCitations.ts';

/** Why nothing can be inserted for a cursor: what it stands in, or a place where the result would be no citation. */
export type RefusedPlace = OpaqueKind | 'notText';

/** Ends a sentence for people: "the cursor is in …". */
const placeNames: Readonly<Record<RefusedPlace, string>> = {
  frontMatter: 'the front matter',
  code: 'code',
  math: 'a formula',
  comment: 'a comment',
  html: 'an HTML tag',
  link: 'the target of a link',
  tex: 'a TeX command',
  escape: 'an escape',
  label: 'the label of an example',
  notText: 'a place where Pandoc reads no citation',
};

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
  /** Keys that Pandoc cannot cite at all (white space, unbalanced braces): left out. */
  readonly unwritableKeys: readonly string[];
}

/**
 * Plans the insertion of `[@a; @b]` at every selection of a Markdown text; a non-empty selection counts as a cursor at its
 * end, so no word of the writer is ever removed. Clusters are extended, never with a key they already have; several
 * cursors at one place or in one cluster give one edit. See `insertionPlace` for the places and `citationSpacing` for
 * spaces. The result is read again before it is offered: what Pandoc would not read as a citation is refused.
 */
export function planCitationInsert(
  text: string,
  selections: readonly OffsetRange[],
  keys: readonly string[],
): CitationInsertPlan {
  const unique = [...new Set(keys)];
  const unwritableKeys = unique.filter((key) => formatCitationKey(key) === undefined);
  const writable = unique.filter((key) => formatCitationKey(key) !== undefined);
  const scan = scanCitations(text);
  const planned = new Map<string, PlannedEdit>();
  const refused: Refusal[] = [];
  for (const [index, selection] of selections.entries()) {
    const place = insertionPlace(text, scan, Math.max(selection.start, selection.end));
    if (place.kind === 'refused') {
      refused.push(refusal(index, place.where));
      continue;
    }
    const id = `${place.kind} ${place.index ?? `at ${place.offset}`}`;
    const known = planned.get(id);
    if (known === undefined) planned.set(id, { place, selections: [index] });
    else known.selections.push(index);
  }
  const edits: { edit: TextEdit; selections: readonly number[] }[] = [];
  for (const { place, selections: indices } of planned.values()) {
    const edit = editFor(text, scan, place, writable);
    if (edit !== undefined) edits.push({ edit, selections: indices });
  }
  edits.sort((a, b) => a.edit.start - b.edit.start);
  const misread = unreadEdits(
    text,
    edits.map(({ edit }) => edit),
  );
  for (const { edit, selections: indices } of edits) {
    if (misread.has(edit)) for (const index of indices) refused.push(refusal(index, 'notText'));
  }
  return {
    edits: edits.map(({ edit }) => edit).filter((edit) => !misread.has(edit)),
    refused: refused.sort((a, b) => a.index - b.index),
    unwritableKeys,
  };
}

function refusal(index: number, place: RefusedPlace): Refusal {
  return { index, place, reason: `the cursor is in ${placeNames[place]}` };
}

interface PlannedEdit {
  readonly place: Exclude<InsertionPlace, { kind: 'refused' }>;
  readonly selections: number[];
}

function editFor(
  text: string,
  scan: CitationScan,
  place: PlannedEdit['place'],
  keys: readonly string[],
): TextEdit | undefined {
  const cluster = place.index === undefined ? undefined : scan.clusters[place.index];
  const known = new Set(cluster?.items.map(({ key }) => key));
  const written = keys.filter((key) => !known.has(key)).map((key) => `@${formatCitationKey(key) ?? ''}`);
  if (written.length === 0) return undefined;
  const { offset } = place;
  if (place.kind === 'merge') return { start: offset, end: offset, text: `; ${written.join('; ')}` };
  const before = place.index === undefined ? spaceBefore(text, offset) : ' ';
  return { start: offset, end: offset, text: `${before}[${written.join('; ')}]${spaceAfter(text, offset)}` };
}

/** The edits behind which, once all are made, no citation stands where its text was put. */
function unreadEdits(text: string, edits: readonly TextEdit[]): ReadonlySet<TextEdit> {
  if (edits.length === 0) return new Set();
  let after = '';
  let copied = 0;
  const places: { edit: TextEdit; firstAt: number }[] = [];
  for (const edit of edits) {
    after += text.slice(copied, edit.start);
    places.push({ edit, firstAt: after.length + edit.text.indexOf('@') });
    after += edit.text;
    copied = edit.end;
  }
  after += text.slice(copied);
  const inBrackets = new Set<number>();
  for (const cluster of scanCitations(after).clusters) {
    if (cluster.bracket !== undefined) for (const at of bracketedAts(after, cluster)) inBrackets.add(at);
  }
  return new Set(places.filter(({ firstAt }) => !inBrackets.has(firstAt)).map(({ edit }) => edit));
}

/** Offsets of the `@` of the items that stand in the brackets of a cluster. */
function bracketedAts(text: string, { bracket, items }: CitationCluster): readonly number[] {
  return items
    .map(({ keyRange }) => (text[keyRange.start - 1] === '{' ? keyRange.start - 2 : keyRange.start - 1))
    .filter((at) => at > (bracket?.start ?? Infinity));
}

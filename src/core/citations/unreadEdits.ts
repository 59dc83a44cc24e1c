import { itemsInOrder } from './citedItems.ts';
import type { SyntaxText } from './citationSyntax.ts';
import type { PlannedEdit } from './placeEdits.ts';

/** So many are tried one by one, when together they spoil something; and so often. */
const mostTried = 20;
const mostRounds = 5;

/**
 * The edits, by `start`, that would do something else than to cite: once they are made their keys are not read where they
 * stand, or citations that were there are not read any more, as behind a bracket that was cut in two.
 */
export function unreadEdits(document: SyntaxText, edits: readonly PlannedEdit[]): ReadonlySet<PlannedEdit> {
  let good = edits;
  // Without the bad ones the others may be read otherwise.
  for (let round = 0; good.length > 0; round += 1) {
    const { unread, spoils } = tried(document, good);
    if (unread.size === 0 && !spoils) break;
    good = round < mostRounds ? (spoils ? harmless(document, good) : good.filter((edit) => !unread.has(edit))) : [];
  }
  return new Set(edits.filter((edit) => !good.includes(edit)));
}

/** Those that spoil nothing by themselves; none, when only together they do. */
function harmless(document: SyntaxText, edits: readonly PlannedEdit[]): readonly PlannedEdit[] {
  if (edits.length === 1 || edits.length > mostTried) return [];
  const good = edits.filter((edit) => !tried(document, [edit]).spoils);
  return good.length < edits.length ? good : [];
}

function tried(
  { syntax, text, scan }: SyntaxText,
  edits: readonly PlannedEdit[],
): { readonly unread: ReadonlySet<PlannedEdit>; readonly spoils: boolean } {
  let after = '';
  let copied = 0;
  const places: { readonly edit: PlannedEdit; readonly start: number; readonly end: number }[] = [];
  for (const edit of edits) {
    after += text.slice(copied, edit.start);
    places.push({ edit, start: after.length, end: after.length + edit.text.length });
    after += edit.text;
    copied = edit.end;
  }
  after += text.slice(copied);
  const now = syntax.scan(after);
  const read = itemsInOrder(now);
  let next = 0;
  const unread = places.filter(({ edit, start, end }) => {
    const here = new Set<string>();
    for (; (read[next]?.keyRange.end ?? Infinity) <= end; next += 1) {
      const item = read[next];
      if (item !== undefined && item.keyRange.start >= start) here.add(item.key);
    }
    return !edit.keys.every((key) => here.has(key));
  });
  const others = edits.reduce((sum, edit) => sum + edit.keys.length - edit.gone, 0);
  const spoils = unread.length === 0 && read.length < itemsInOrder(scan).length + others;
  return { unread: new Set(unread.map(({ edit }) => edit)), spoils };
}

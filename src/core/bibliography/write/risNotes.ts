import type { PaperFields } from '../../paper.ts';
import { cslVariables, type CslRole, type CslVariable } from '../../workDetails.ts';
import { rolesOf } from '../cslJson.ts';
import { venueOf } from '../venue.ts';
import { risName, risText } from './risText.ts';
import { risTags, roleTags } from './risTags.ts';

const otherwiseWritten: ReadonlySet<CslVariable> = new Set([...risTags.keys(), 'page', 'note', 'issued', 'accessed']);

/**
 * What a record says in notes: what RIS has no tag for as `name: value` under the names of CSL, as people write it into
 * Zotero's field "Extra", and the note itself.
 */
export function risNotes(paper: PaperFields): readonly string[] {
  const values = paper.details?.variables ?? {};
  const names = cslVariables.filter((name) => !otherwiseWritten.has(name) || isRange(name, values[name]));
  // The second title of a book is that of its series.
  const container = paper.details?.type === 'book' ? (venueOf(paper).name ?? '') : '';
  const texts: readonly (readonly [string, string])[] = [
    ...names.map((name) => [name, values[name] ?? ''] as const),
    ['container-title', container],
  ];
  return [
    ...texts.filter(([, text]) => text !== '').map(([name, text]) => `${name}: ${risText(text)}`),
    ...furtherNames(paper),
    risText(values.note ?? ''),
  ];
}

/** RIS has only days. */
function isRange(name: CslVariable, value: string | undefined): boolean {
  return (name === 'issued' || name === 'accessed') && value?.includes('/') === true;
}

function furtherNames(paper: PaperFields): readonly string[] {
  const further = rolesOf(paper).filter(([role]: readonly [CslRole, unknown]) => !roleTags.has(role));
  return further.flatMap(([role, names]) => names.map((name) => `${role}: ${risName(name)}`));
}

import { foldCase } from '../../library/paperIdentity.ts';
import { displayName, type PersonName } from '../../personName.ts';
import { decodeTex } from '../../tex/decodeTex.ts';
import { parseTexNames } from '../../tex/texNames.ts';

/** Names of BibTeX and BibLaTeX for one thing. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['journaltitle', 'journal'],
  ['booktitle', 'journal'],
  ['maintitle', 'journal'],
  ['date', 'year'],
  ['location', 'address'],
  ['school', 'publisher'],
  ['institution', 'publisher'],
  ['organization', 'publisher'],
  ['eprinttype', 'archiveprefix'],
  ['eprintclass', 'primaryclass'],
  ['annote', 'annotation'],
  ['langid', 'language'],
]);
const names = new Set(['author', 'editor', 'translator', 'bookauthor']);

/** One name for all fields that say the same kind of thing. */
export function canonicalField(name: string): string {
  return synonyms.get(name) ?? name;
}

/** Whether two raw values of a field mean the same: case, braces, spelling of accents and initials do not matter. */
export function saysTheSame(field: string, a: string, b: string): boolean {
  if (names.has(field)) return sameNames(parseTexNames(a), parseTexNames(unbraced(b)));
  const [one, other] = [folded(a), folded(unbraced(b))];
  // A day, a subtitle of the venue: more exact is not other.
  return field === 'year' ? one.slice(0, 4) === other.slice(0, 4) : one === other || one.startsWith(other);
}

/** The same people in the same order, by their family names. */
function sameNames(a: readonly PersonName[], b: readonly PersonName[]): boolean {
  return a.length === b.length && a.every((name, index) => familyOf(name) === familyOf(b[index]));
}

function familyOf(name: PersonName | undefined): string {
  if (name === undefined) return '';
  return folded(displayName(name)).split(' ').at(-1) ?? '';
}

function unbraced(value: string): string {
  return value.startsWith('{') && value.endsWith('}') ? value.slice(1, -1) : value;
}

function folded(raw: string): string {
  return foldCase(decodeTex(raw))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

import type { ViewGroup } from './viewGroup.ts';
import { groupOfParts } from './viewGroup.ts';

/** More groups than this are too many for one list. */
const mostInList = 100;
/** More of one letter are shown in stretches of the alphabet, each of at most `mostInList`. */
const mostOfLetter = 200;

/** A group of a list in alphabetical order. */
export interface Listed {
  readonly group: ViewGroup;
  /** The folded name by which the list is ordered. */
  readonly key: string;
  /** For the ends of a stretch: short, and enough to find one's way. */
  readonly name: string;
}

/** Few groups as they are; many by their first letters, and many of one letter in stretches. `listed` is in order. */
export function letterGroups(listed: readonly Listed[]): readonly ViewGroup[] {
  if (listed.length <= mostInList) return listed.map(({ group }) => group);
  const letters = new Map<string, Listed[]>();
  for (const one of listed) {
    const letter = letterOf(one);
    const same = letters.get(letter);
    if (same === undefined) letters.set(letter, [one]);
    else same.push(one);
  }
  const groups = [...letters]
    .filter(([letter]) => letter !== '')
    .map(([letter, same]) => groupOfParts(`letter:${letter}`, letter.toUpperCase(), partsOf(letter, same)));
  const rest = letters.get('');
  return rest === undefined ? groups : [...groups, groupOfParts('letter:', 'Other Letters', partsOf('', rest))];
}

/** `''` for all letters but the 26. */
function letterOf({ key }: Listed): string {
  const letter = key.slice(0, 1);
  return letter >= 'a' && letter <= 'z' ? letter : '';
}

function partsOf(letter: string, listed: readonly Listed[]): readonly ViewGroup[] {
  if (listed.length <= mostOfLetter) return listed.map(({ group }) => group);
  const stretches = Math.ceil(listed.length / mostInList);
  return Array.from({ length: stretches }, (_, index) => {
    const from = Math.round((index * listed.length) / stretches);
    const part = listed.slice(from, Math.round(((index + 1) * listed.length) / stretches));
    const groups = part.map(({ group }) => group);
    return groupOfParts(`letter:${letter}/${String(index + 1)}`, stretchLabel(part), groups);
  });
}

/** By short names; where those do not tell it from its neighbours, by whole ones. */
function stretchLabel(part: readonly Listed[]): string {
  const [first] = part;
  const last = part.at(-1);
  if (first === undefined || last === undefined) return '';
  if (first.key !== last.key) return `${first.name} – ${last.name}`;
  return `${first.group.label} – ${last.group.label}`;
}

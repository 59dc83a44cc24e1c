import { isGenericTitle, sameFirstAuthor, type WorkFacts } from './paperIdentity.ts';
import { bucketsOf } from './workGroups.ts';
import { isPreprint, mergeAllFacts } from './workFacts.ts';

/** A title of more works than this is that of a column, not of versions. */
const maxVersions = 16;
/** An article can come that many years after its preprint. */
const maxYearsToPrint = 8;
const maxYearsApart = 3;
/** Shorter titles are used again. */
const minWords = 4;

/**
 * Which works are other versions of the same: for each of `groups` (as `groupRecords` gives them) the indexes of the
 * others in `groups`, ascending. Versions have the same title and first author but differ in DOI or by more years than one
 * work can: a preprint and its article, a conference paper and its journal version. Linear.
 */
export function workVersions(
  facts: readonly WorkFacts[],
  groups: readonly (readonly number[])[],
): ReadonlyMap<number, readonly number[]> {
  const owners = new Uint32Array(facts.length);
  for (const [owner, group] of groups.entries()) for (const index of group) owners[index] = owner;
  const found = new Map<number, Set<number>>();
  const link = (from: number, to: number): void => {
    found.set(from, (found.get(from) ?? new Set()).add(to));
  };
  for (const [title, indexes] of bucketsOf(facts, ({ titleKey }) => titleKey)) {
    if (indexes.length < 2 || isGenericTitle(title)) continue;
    const works = [...new Set(indexes.map((index) => owners[index] ?? 0))];
    if (works.length < 2 || works.length > maxVersions) continue;
    const merged = works.map((work) => factsOfGroup(facts, groups[work] ?? []));
    const isLong = title.split(' ').length >= minWords;
    for (const [a, one] of works.entries()) {
      for (const [b, other] of works.entries()) {
        if (a !== b && areVersions(merged[a], merged[b], isLong)) link(one, other);
      }
    }
  }
  return new Map([...found].map(([work, others]) => [work, [...others].sort((a, b) => a - b)]));
}

function factsOfGroup(facts: readonly WorkFacts[], group: readonly number[]): WorkFacts | undefined {
  return mergeAllFacts(group.map((index) => facts[index]).filter((fact) => fact !== undefined));
}

function areVersions(a: WorkFacts | undefined, b: WorkFacts | undefined, isLongTitle: boolean): boolean {
  if (a === undefined || b === undefined) return false;
  const years = a.year === undefined || b.year === undefined ? 0 : Math.abs(a.year - b.year);
  const author = sameFirstAuthor(a, b);
  if (isPreprint(a) !== isPreprint(b)) return author !== false && years <= maxYearsToPrint;
  const haveDois = a.doi !== undefined && b.doi !== undefined && a.doi !== b.doi;
  return haveDois && isLongTitle && author === true && years <= maxYearsApart;
}

import { tokenize } from '../../core/search/tokenizer.ts';
import { shorten } from '../../core/text/plainText.ts';
import type { Paper } from '../../core/paper.ts';
import type { Grouping, ViewGroup } from './viewGroup.ts';
import type { VenueName } from './venueName.ts';
import { letterGroups } from './letterGroups.ts';
import { gather, groupOfParts, latestFirst, plainGroup } from './viewGroup.ts';
import { venueName } from './venueName.ts';
import { compareTexts } from '../../core/text/compareTexts.ts';

/** No venue has a blank before its key. */
const without = ' none';
const others = ' others';
/** Venues with fewer papers than so many others stand in a group of their own. */
const mostListed = 100;
/** Of a name at the end of a stretch. */
const maxEnd = 24;

/** What spellings of venues were read as. */
export type VenueNames = Map<string, VenueName | undefined>;

/**
 * One group for each venue, however it is spelled: the one with most papers first, then by name; papers without a venue
 * last, and before them a group of those that are too many for the list. A full name and an acronym are one venue when a file writes both together. `read` is kept from one library to the next.
 */
export function groupByVenue(papers: readonly Paper[], read: VenueNames): Grouping {
  const names = namesOf(papers, read);
  const acronyms = acronymsOf([...names.values()]);
  const idOf = ({ venue }: Paper): string => {
    const name = venue === undefined ? undefined : names.get(venue);
    return name === undefined ? without : (acronyms.get(name.key) ?? name.key);
  };
  const idsOf = (paper: Paper): readonly string[] => [idOf(paper)];
  const found = gather(papers, idsOf);
  const groups = [...found]
    .filter(([id]) => id !== without)
    .map(([id, members]) => plainGroup(id, labelOf(id, members, names), latestFirst(members)))
    .sort((a, b) => b.members.length - a.members.length || compareTexts(a.label, b.label));
  const rest = found.get(without);
  const shown = [...groups.slice(0, mostListed), ...otherVenues(groups.slice(mostListed))];
  return { groups: rest === undefined ? shown : [...shown, plainGroup(without, 'No Venue', rest)], idsOf };
}

/** In one group, by their letters. */
function otherVenues(groups: readonly ViewGroup[]): readonly ViewGroup[] {
  if (groups.length === 0) return [];
  const listed = groups
    .map((group) => ({ group, key: tokenize(group.label).join(' '), name: shorten(group.label, maxEnd) }))
    .sort((a, b) => compareTexts(a.key, b.key));
  return [groupOfParts(others, 'Other Venues', letterGroups(listed))];
}

function namesOf(papers: readonly Paper[], read: VenueNames): ReadonlyMap<string, VenueName> {
  const names = new Map<string, VenueName>();
  for (const { venue } of papers) {
    if (venue === undefined || names.has(venue)) continue;
    if (!read.has(venue)) read.set(venue, venueName(venue));
    const name = read.get(venue);
    if (name !== undefined) names.set(venue, name);
  }
  return names;
}

/** The acronym of each full name that stands beside one, and only one. */
function acronymsOf(names: readonly VenueName[]): ReadonlyMap<string, string> {
  const acronyms = new Map<string, string | undefined>();
  for (const { key, acronym } of names) {
    if (acronym === undefined) continue;
    acronyms.set(key, acronyms.has(key) && acronyms.get(key) !== acronym ? undefined : acronym);
  }
  return new Map([...acronyms].flatMap(([key, acronym]) => (acronym === undefined ? [] : [[key, acronym]])));
}

/**
 * The spelling that the venue goes by, its acronym where one paper has it alone; else the one that most papers have. Among
 * equals the shortest, then the first by its characters.
 */
function labelOf(id: string, members: readonly Paper[], names: ReadonlyMap<string, VenueName>): string {
  const counts = new Map<string, number>();
  for (const { venue = '' } of members) {
    const label = names.get(venue)?.label ?? venue;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const isId = (label: string): number => (tokenize(label).join(' ') === id ? 1 : 0);
  const [best] = [...counts].sort(
    ([a, n], [b, m]) => isId(b) - isId(a) || m - n || a.length - b.length || compareTexts(a, b),
  );
  return best?.[0] ?? '';
}

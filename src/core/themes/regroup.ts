import type { Frozen, FrozenParts, Place } from './frozen.ts';
import type { Grouped } from './groupOrSettle.ts';
import type { PaperText } from './paperText.ts';
import type { Start } from './settle.ts';
import type { Vectors } from './vectors.ts';
import type { Vocabulary } from './vocabulary.ts';
import { printOf } from './frozen.ts';
import { themeCount } from './grouping.ts';
import { groupOrSettle } from './groupOrSettle.ts';
import { nameGroups, namesBefore } from './naming.ts';
import { partTheme } from './themeParts.ts';
import { vectorise } from './vectors.ts';
import { emphasisOf } from './vocabulary.ts';

/** What themes are made of. */
export interface Making {
  /** In an order of their own (by key), so that the result is the same however the library lists them. */
  readonly papers: readonly PaperText[];
  /** Themes so far, and where a paper stands in them. */
  readonly before: Frozen | undefined;
  readonly placeBefore: (key: string) => Place | undefined;
  /** Share of the papers that have a theme already and may change it. */
  readonly mayMove: number;
  /** Labels that no theme may have. */
  readonly labelsTaken: readonly string[];
}

/** Papers that Ward's method looks at (evidence: "buckshot", best or equal at every size). */
const sample = 800;
/** One part in so many of an average theme is still a theme. */
const smallest = 8;
/** Papers read for the labels, all themes together, and the least of one theme. */
const labelSample = 1600;
const leastLabelSample = 40;

/** Makes themes anew, moving as few papers as is allowed where most of them have one already. */
export function* regroup(making: Making): Generator<void, Frozen, void> {
  const { papers, before } = making;
  const { vocabulary, vectors } = yield* vectorise(papers);
  const places = papers.map(({ key }) => making.placeBefore(key));
  yield;
  const start = startFrom(places, making);
  const grouped = yield* groupOrSettle(vectors, start, { groups: themeCount(papers.length), sample, smallest });
  const members = yield* membersOf(grouped);
  const idsTaken = new Set(idsOf(before));
  const most = Math.max(leastLabelSample, Math.floor(labelSample / Math.max(1, grouped.groups)));
  const pairs = places.map((place, at): [number, number] => [place?.group ?? -1, grouped.groupOf[at] ?? -1]);
  const names = yield* nameGroups(
    {
      samples: members.map((ofTheme) => [...ofTheme.subarray(0, most)].flatMap((at) => papers[at] ?? [])),
      before: namesBefore(pairs, grouped.groups, before?.names ?? []),
      labelsTaken: making.labelsTaken,
    },
    idsTaken,
  );
  const made = { names, members, vectors, vocabulary, grouped };
  const { parts, partOf } = yield* partAll(making, made, { places, idsTaken });
  const order = [...members.keys()].sort((a, b) => (members[b]?.length ?? 0) - (members[a]?.length ?? 0) || a - b);
  const frozenPlaces = new Map<string, Place & { print: string }>();
  for (const [at, paper] of papers.entries()) {
    if (at % 256 === 255) yield;
    const place = { group: grouped.groupOf[at] ?? -1, part: partOf[at] ?? -1, nearness: grouped.nearness[at] ?? 0 };
    frozenPlaces.set(paper.key, { ...place, print: printOf(paper) });
  }
  return { names, parts, order, words: { vocabulary, centroids: grouped.centroids }, places: frozenPlaces };
}

/** All ids of themes and parts. */
function idsOf(frozen: Frozen | undefined): string[] {
  if (frozen === undefined) return [];
  return [frozen.names, ...[...frozen.parts.values()].map(({ names }) => names)].flat().map(({ id }) => id);
}

/** The themes so far as a start, if they hold at least half of the papers. */
function startFrom(places: readonly (Place | undefined)[], { before, mayMove }: Making): Start | undefined {
  if (before?.words === undefined) return undefined;
  const groupOf = Int32Array.from(places, (place) => place?.group ?? -1);
  const known = groupOf.filter((group) => group >= 0).length;
  if (known * 2 < places.length) return undefined;
  return { groupOf, groups: before.names.length, mayMove: Math.floor(known * mayMove) };
}

/** Positions of the papers of each group, most central first. */
function* membersOf({ groupOf, groups, nearness }: Grouped): Generator<void, Uint32Array[], void> {
  const members = Array.from({ length: groups }, (): number[] => []);
  for (const [at, group] of groupOf.entries()) members[group]?.push(at);
  const sorted: Uint32Array[] = [];
  for (const ofGroup of members) {
    ofGroup.sort((a, b) => (nearness[b] ?? 0) - (nearness[a] ?? 0) || a - b);
    sorted.push(Uint32Array.from(ofGroup));
    yield;
  }
  return sorted;
}

interface Made {
  readonly names: Frozen['names'];
  readonly members: readonly Uint32Array[];
  readonly vectors: Vectors;
  readonly vocabulary: Vocabulary;
  readonly grouped: Grouped;
}

function* partAll(
  { papers, before }: Making,
  { names, members, vectors, vocabulary }: Made,
  { places, idsTaken }: { readonly places: readonly (Place | undefined)[]; readonly idsTaken: Set<string> },
): Generator<void, { readonly parts: ReadonlyMap<number, FrozenParts>; readonly partOf: Int32Array }, void> {
  const parts = new Map<number, FrozenParts>();
  const partOf = new Int32Array(papers.length).fill(-1);
  const labelsTaken = names.map(({ label }) => label);
  // Terms are numbered in the order of the map.
  const emphasis = Float32Array.from(vocabulary.numbers.keys(), emphasisOf);
  const terms = { weights: vocabulary.weights, emphasis };
  yield;
  for (const [group, name] of names.entries()) {
    const old = before?.names.findIndex(({ id }) => id === name.id) ?? -1;
    const oldParts = before?.parts.get(old);
    const was = (place: Place | undefined): number => (place?.group === old ? place.part : -1);
    const whole = { name, papers, vectors, members: members[group] ?? new Uint32Array(0), terms };
    const parted = yield* partTheme(
      { ...whole, labelsTaken, before: oldParts && { names: oldParts.names, partOf: Int32Array.from(places, was) } },
      idsTaken,
    );
    if (parted === undefined) continue;
    parts.set(group, parted.parts);
    labelsTaken.push(...parted.parts.names.map(({ label }) => label));
    for (const [at, paper] of whole.members.entries()) partOf[paper] = parted.partOf[at] ?? -1;
  }
  return { parts, partOf };
}

import type { Centroids, Nearest } from './centroids.ts';
import type { Vectors } from './vectors.ts';
import { centroidsOf, highest, nearnessToOthers, scoreAll } from './centroids.ts';
import { kMeans } from './kMeans.ts';
import { wardGroups } from './ward.ts';

/** k-means learns from at most this many papers; the rest is only assigned. */
const largestTraining = 4_000;
const rounds = 12;
/** Halving has moved papers already. */
const roundsOfHalves = 4;
/** A theme with a larger share of the papers is split: nobody browses a theme that is half the library. */
const largestShare = 0.38;
const leastPapersToSplit = 20;
/** Of the cosine, times the share of the paper's words that the library knows. Below it a paper is in no theme. */
const leastNearness = 0.08;

/** Where a paper stands whose nearest centroid and share of known words are these; group -1: near no theme. */
export function placeOf({ group, nearness }: Nearest, known: number): Nearest {
  return nearness * known < leastNearness ? { group: -1, nearness } : { group, nearness };
}

/** Number of themes for a number of papers: 2 for 4, 7 for 28, 17 for 1,000, 32 for 10,000, never more than 40. */
export function themeCount(papers: number): number {
  return Math.min(Math.round(2.8 * papers ** 0.265), Math.floor(papers / 2), 40);
}

/** The groups of papers, numbered from 0; -1: none. */
export interface Groups {
  readonly groupOf: Int32Array;
  readonly groups: number;
}

/** What groups are wanted. */
export interface Wanted {
  readonly groups: number;
  /** Ward's method is quadratic: more papers than this are sampled. */
  readonly sample: number;
  /** Papers of the library that the papers to group are of; those themselves when undefined. */
  readonly library?: number;
  /** Even where one group is much larger than the others there are no more than these; no limit when undefined. */
  readonly most?: number;
  /** Made by halving the largest group again and again: of more even sizes, where papers are much alike. */
  readonly halving?: boolean;
  /** A group has at least one part in so many of the papers that a group has on average; else it is dissolved. */
  readonly smallest: number;
}

/**
 * Groups `members` (positions of papers with words) by their vectors, as if they had never been grouped. Papers far from
 * all others take no part.
 */
export function* groupPapers(vectors: Vectors, members: Uint32Array, wanted: Wanted): Generator<void, Centroids, void> {
  const papers = strided(members, largestTraining);
  const groupOf = new Int32Array(vectors.count).fill(-1);
  const into = wanted.halving === true ? 1 : wanted.groups;
  let groups = yield* split(vectors, papers, { groupOf, into, sample: into === 1 ? papers.length : wanted.sample });
  groups = yield* splitLargest(vectors, papers, { groupOf, groups, wanted });
  yield* kMeans(vectors, papers, { groupOf, groups, rounds: wanted.halving === true ? roundsOfHalves : rounds });
  groups = yield* splitLargest(vectors, papers, { groupOf, groups, wanted: { ...wanted, groups } });
  const centroids = yield* centroidsOf(vectors, papers, { groupOf, groups });
  yield* setLonersApart(vectors, papers, { groupOf, centroids });
  groups = dropSmall(papers, { groupOf, groups, least: leastMembers(papers.length, groups * wanted.smallest) });
  if (groups === 0) groups = yield* split(vectors, papers, { groupOf, into: 1, sample: papers.length });
  if (wanted.halving === true && groups < wanted.groups) {
    // Instead of those dissolved.
    groups = yield* splitLargest(vectors, papers, { groupOf, groups, wanted });
    yield* kMeans(vectors, papers, { groupOf, groups, rounds: 3 });
  }
  return yield* centroidsOf(vectors, papers, { groupOf, groups });
}

function leastMembers(papers: number, shares: number): number {
  return papers < 6 ? 1 : Math.max(2, Math.floor(papers / shares));
}

/** Positions of the papers that have a word. */
export function papersWithWords({ count, starts }: Vectors): Uint32Array {
  return Uint32Array.from({ length: count }, (_, paper) => paper).filter(
    (paper) => (starts[paper + 1] ?? 0) > (starts[paper] ?? 0),
  );
}

/** At most `most` of them, evenly spread. */
function strided(papers: Uint32Array, most: number): Uint32Array {
  if (papers.length <= most) return papers;
  return Uint32Array.from({ length: most }, (_, at) => papers[Math.floor((at * papers.length) / most)] ?? 0);
}

interface Cut {
  readonly groupOf: Int32Array;
  readonly into: number;
  readonly sample: number;
}

/** Cuts `papers` into groups: a sample by Ward's method, the rest is in none. Gives how many there are. */
function* split(vectors: Vectors, papers: Uint32Array, { groupOf, into, sample }: Cut): Generator<void, number, void> {
  const looked = strided(papers, sample);
  const cut = into === 1 ? new Int32Array(looked.length) : yield* wardGroups(vectors, looked, into);
  for (const paper of papers) groupOf[paper] = -1;
  let groups = 0;
  for (const [at, paper] of looked.entries()) {
    groupOf[paper] = cut[at] ?? 0;
    groups = Math.max(groups, (cut[at] ?? 0) + 1);
  }
  return groups;
}

/** Splits the largest group in two until there are `wanted` groups and none is too large. */
function* splitLargest(
  vectors: Vectors,
  papers: Uint32Array,
  { groupOf, groups, wanted }: Groups & { readonly wanted: Wanted },
): Generator<void, number, void> {
  let count = groups;
  for (let tries = 0; tries < 40; tries += 1) {
    const sizes = sizesOf(papers, groupOf, count);
    const largest = sizes.indexOf(Math.max(...sizes));
    const size = sizes[largest] ?? 0;
    const tooLarge = papers.length >= leastPapersToSplit && size > (wanted.library ?? papers.length) * largestShare;
    if (size < 4 || count >= (wanted.most ?? Infinity) || (count >= wanted.groups && !tooLarge)) break;
    const members = papers.filter((paper) => groupOf[paper] === largest);
    const halves = yield* bisect(vectors, members, wanted.sample);
    if (halves === undefined) break;
    for (const paper of members) groupOf[paper] = halves[paper] === 1 ? count : largest;
    count += 1;
  }
  return count;
}

/** Cuts the papers `members` in two: 0 or 1 for each of them; `undefined` where nothing tells them apart. */
export function* bisect(
  vectors: Vectors,
  members: Uint32Array,
  sample: number,
): Generator<void, Int32Array | undefined, void> {
  const halves = new Int32Array(vectors.count).fill(-1);
  if (members.length < 2 || (yield* split(vectors, members, { groupOf: halves, into: 2, sample })) < 2)
    return undefined;
  yield* kMeans(vectors, members, { groupOf: halves, groups: 2, rounds: 3 });
  return halves;
}

/** How many of `papers` are in each group. */
export function sizesOf(papers: Uint32Array, groupOf: Int32Array, groups: number): number[] {
  const sizes = Array.from({ length: groups }, () => 0);
  for (const paper of papers) {
    const group = groupOf[paper] ?? -1;
    if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  }
  return sizes;
}

/** A paper that is near its group only because it is part of it counts for no group. */
function* setLonersApart(
  vectors: Vectors,
  papers: Uint32Array,
  { groupOf, centroids }: { readonly groupOf: Int32Array; readonly centroids: Centroids },
): Generator<void, void, void> {
  const scores = new Float64Array(centroids.groups);
  for (const [at, paper] of papers.entries()) {
    scoreAll(centroids, vectors, paper, scores);
    const own = groupOf[paper] ?? -1;
    if (own >= 0) scores[own] = nearnessToOthers(scores[own] ?? 0, centroids.lengths[own] ?? 0);
    if (placeOf(highest(scores), vectors.known[paper] ?? 0).group < 0) groupOf[paper] = -1;
    if (at % 128 === 127) yield;
  }
}

/** Dissolves groups with fewer than `least` members and numbers the rest anew. Gives how many are left. */
function dropSmall(papers: Uint32Array, { groupOf, groups, least }: Groups & { readonly least: number }): number {
  const sizes = sizesOf(papers, groupOf, groups);
  let left = 0;
  const numbers = sizes.map((size) => (size < least ? -1 : left++));
  for (const paper of papers) groupOf[paper] = numbers[groupOf[paper] ?? -1] ?? -1;
  return left;
}

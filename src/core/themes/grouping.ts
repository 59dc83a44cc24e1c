import type { Centroids, Nearest } from './centroids.ts';
import type { Vectors } from './vectors.ts';
import { centroidsOf, highest, nearnessToOthers, scoreAll } from './centroids.ts';
import { kMeans } from './kMeans.ts';
import { wardGroups } from './ward.ts';

/** Ward's method is quadratic: more papers than this are sampled (evidence: "buckshot", best or equal at every size). */
const largestSample = 800;
/** k-means learns from at most this many papers; the rest is only assigned. */
const largestTraining = 12_000;
const rounds = 12;
/** From themes that people know, few: each round moves papers they have seen elsewhere. */
const roundsFromStart = 1;
/** A theme with a larger share of the papers is split: nobody browses a theme that is half the library. */
const largestShare = 0.38;
const leastPapersToSplit = 20;
/** Of the cosine, times the share of the paper's words that the library knows. Below it a paper is in no theme. */
const leastNearness = 0.08;

/** Where a paper stands whose nearest centroid and share of known words are these; group -1: near no theme. */
export function placeOf({ group, nearness }: Nearest, known: number): Nearest {
  return nearness * known < leastNearness ? { group: -1, nearness } : { group, nearness };
}

/** Number of themes for a number of papers: 2 for 4, 6 for 28, 16 for 1,000, 32 for 10,000, never more than 40. */
function themeCount(papers: number): number {
  return Math.min(Math.round(2.8 * papers ** 0.265), Math.floor(papers / 2), 40);
}

/** Groups to start from, for the papers that have one (-1: none), numbered from 0. */
export interface Start {
  readonly groupOf: Int32Array;
  readonly groups: number;
}

/** Groups the papers of a library by their vectors. Papers far from all others take no part in the centroids. */
export function* groupPapers(vectors: Vectors, start: Start | undefined): Generator<void, Centroids, void> {
  const wanted = themeCount(vectors.count);
  const papers = strided(papersWithWords(vectors), largestTraining);
  const groupOf = new Int32Array(vectors.count).fill(-1);
  let groups = start?.groups ?? 0;
  if (start === undefined) {
    groups = yield* split(vectors, papers, { groupOf, first: 0, into: wanted });
  } else {
    groupOf.set(start.groupOf);
  }
  groups = yield* splitLargest(vectors, papers, { groupOf, groups, wanted });
  yield* kMeans(vectors, papers, { groupOf, groups, rounds: start === undefined ? rounds : roundsFromStart });
  groups = yield* splitLargest(vectors, papers, { groupOf, groups, wanted: groups });
  const centroids = yield* centroidsOf(vectors, papers, { groupOf, groups });
  setLonersApart(vectors, papers, { groupOf, centroids });
  groups = dropSmall(papers, { groupOf, groups, least: leastMembers(papers.length, groups) });
  if (groups === 0) groups = yield* split(vectors, papers, { groupOf, first: 0, into: 1 });
  return yield* centroidsOf(vectors, papers, { groupOf, groups });
}

function leastMembers(papers: number, groups: number): number {
  return papers < 6 ? 1 : Math.max(2, Math.floor(papers / (groups * 8)));
}

function papersWithWords({ count, starts }: Vectors): Uint32Array {
  return Uint32Array.from({ length: count }, (_, paper) => paper).filter(
    (paper) => (starts[paper + 1] ?? 0) > (starts[paper] ?? 0),
  );
}

/** At most `most` of them, evenly spread. */
function strided(papers: Uint32Array, most: number): Uint32Array {
  if (papers.length <= most) return papers;
  return Uint32Array.from({ length: most }, (_, at) => papers[Math.floor((at * papers.length) / most)] ?? 0);
}

/** Cuts `papers` into groups numbered `first`, ...: a sample by Ward's method. Gives how many there are. */
function* split(
  vectors: Vectors,
  papers: Uint32Array,
  { groupOf, first, into }: { readonly groupOf: Int32Array; readonly first: number; readonly into: number },
): Generator<void, number, void> {
  const sample = strided(papers, largestSample);
  const cut = yield* wardGroups(vectors, sample, into);
  for (const paper of papers) groupOf[paper] = -1;
  let groups = 0;
  for (const [at, paper] of sample.entries()) {
    groupOf[paper] = first + (cut[at] ?? 0);
    groups = Math.max(groups, (cut[at] ?? 0) + 1);
  }
  return groups;
}

/** Splits the largest group in two until there are `wanted` groups and none is too large. */
function* splitLargest(
  vectors: Vectors,
  papers: Uint32Array,
  { groupOf, groups, wanted }: Start & { readonly wanted: number },
): Generator<void, number, void> {
  let count = groups;
  for (let tries = 0; tries < 40; tries += 1) {
    const sizes = sizesOf(papers, groupOf, count);
    const largest = sizes.indexOf(Math.max(...sizes));
    const size = sizes[largest] ?? 0;
    const tooLarge = papers.length >= leastPapersToSplit && size > papers.length * largestShare;
    if (size < 4 || (count >= wanted && !tooLarge)) break;
    const members = papers.filter((paper) => groupOf[paper] === largest);
    const halves = Int32Array.from(groupOf);
    if ((yield* split(vectors, members, { groupOf: halves, first: 0, into: 2 })) < 2) break;
    yield* kMeans(vectors, members, { groupOf: halves, groups: 2, rounds: 3 });
    for (const paper of members) groupOf[paper] = halves[paper] === 1 ? count : largest;
    count += 1;
  }
  return count;
}

/** Cuts papers in two: the number of the half of each, 0 for all where nothing tells them apart. */
export function* bisect(vectors: Vectors): Generator<void, Int32Array, void> {
  const papers = papersWithWords(vectors);
  const groupOf = new Int32Array(vectors.count);
  const halves = new Int32Array(vectors.count).fill(-1);
  if (papers.length < 2 || (yield* split(vectors, papers, { groupOf: halves, first: 0, into: 2 })) < 2) return groupOf;
  yield* kMeans(vectors, papers, { groupOf: halves, groups: 2, rounds: 3 });
  return groupOf.map((_, paper) => Math.max(0, halves[paper] ?? 0));
}

function sizesOf(papers: Uint32Array, groupOf: Int32Array, groups: number): number[] {
  const sizes = Array.from({ length: groups }, () => 0);
  for (const paper of papers) {
    const group = groupOf[paper] ?? -1;
    if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  }
  return sizes;
}

/** A paper that is near its group only because it is part of it counts for no group. */
function setLonersApart(
  vectors: Vectors,
  papers: Uint32Array,
  { groupOf, centroids }: { readonly groupOf: Int32Array; readonly centroids: Centroids },
): void {
  const scores = new Float64Array(centroids.groups);
  for (const paper of papers) {
    scoreAll(centroids, vectors, paper, scores);
    const own = groupOf[paper] ?? -1;
    if (own >= 0) scores[own] = nearnessToOthers(scores[own] ?? 0, centroids.lengths[own] ?? 0);
    if (placeOf(highest(scores), vectors.known[paper] ?? 0).group < 0) groupOf[paper] = -1;
  }
}

/** Dissolves groups with fewer than `least` members and numbers the rest anew. Gives how many are left. */
function dropSmall(papers: Uint32Array, { groupOf, groups, least }: Start & { readonly least: number }): number {
  const sizes = sizesOf(papers, groupOf, groups);
  let left = 0;
  const numbers = sizes.map((size) => (size < least ? -1 : left++));
  for (const paper of papers) groupOf[paper] = numbers[groupOf[paper] ?? -1] ?? -1;
  return left;
}

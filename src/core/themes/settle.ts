import type { Centroids } from './centroids.ts';
import type { Groups, Wanted } from './grouping.ts';
import type { Vectors } from './vectors.ts';
import { centroidsOf, highest, nearnessToOthers, scoreAll } from './centroids.ts';
import { bisect, groupPapers, papersWithWords, placeOf, sizesOf } from './grouping.ts';

/** Where papers stood before, and how many of them may stand elsewhere now. */
export interface Start extends Groups {
  readonly mayMove: number;
}

/** Groups of papers with their centroids. */
export interface Settled extends Groups {
  readonly centroids: Centroids;
}

/** Groups that are looked at to be split, the largest first. */
const mostToSplit = 6;
/** A paper moves only to a group that is nearer than its own by this factor. */
const nearer = 1.25;
/** A new group has at least one part in so many of the papers that a group has on average. */
const leastShare = 4;
const papersPerStep = 128;

/**
 * Groups papers from where they stood: new ones come to the nearest group, a subject that many new ones have gets a group
 * of its own, and of the papers that were there before the clearest cases move, `mayMove` at most.
 */
export function* settle(vectors: Vectors, start: Start, wanted: Wanted): Generator<void, Settled, void> {
  const papers = papersWithWords(vectors);
  const was = start.groupOf;
  const groupOf = Int32Array.from(was);
  const old = papers.filter((paper) => (was[paper] ?? -1) >= 0);
  const first = yield* centroidsOf(vectors, old, start);
  yield* welcome(vectors, papers, { groupOf, centroids: first });
  const withNew = yield* groupStrangers(vectors, papers, { groupOf, groups: start.groups, wanted });
  const { groups, moved } = yield* addGroups(vectors, papers, { ...start, groupOf, groups: withNew, was, wanted });
  const centroids = yield* centroidsOf(vectors, papers, { groupOf, groups });
  yield* moveClearest(vectors, papers, { groupOf, was, centroids, most: start.mayMove - moved });
  return { groupOf, groups, centroids: yield* centroidsOf(vectors, papers, { groupOf, groups }) };
}

/** Papers in no group come to the nearest one, if it is near enough. */
function* welcome(
  vectors: Vectors,
  papers: Uint32Array,
  { groupOf, centroids }: { readonly groupOf: Int32Array; readonly centroids: Centroids },
): Generator<void, void, void> {
  const scores = new Float64Array(centroids.groups);
  for (const [at, paper] of papers.entries()) {
    if (at % papersPerStep === papersPerStep - 1) yield;
    if ((groupOf[paper] ?? -1) >= 0) continue;
    scoreAll(centroids, vectors, paper, scores);
    groupOf[paper] = placeOf(highest(scores), vectors.known[paper] ?? 0).group;
  }
}

/** Papers that are near no group but near each other get groups of their own. Gives how many groups there are then. */
function* groupStrangers(
  vectors: Vectors,
  papers: Uint32Array,
  { groupOf, groups, wanted }: Groups & { readonly wanted: Wanted },
): Generator<void, number, void> {
  const strangers = papers.filter((paper) => (groupOf[paper] ?? -1) < 0);
  if (strangers.length < 4) return groups;
  // Twice as many papers as a group has on average may still be one subject.
  const most = Math.max(1, Math.floor((strangers.length * wanted.groups) / (2 * papers.length)));
  const centroids = yield* groupPapers(vectors, strangers, { ...wanted, groups: most, library: papers.length });
  yield* welcome(vectors, strangers, { groupOf, centroids });
  const sizes = sizesOf(strangers, groupOf, centroids.groups);
  let count = groups;
  const numbers = sizes.map((size) => (size * wanted.groups * leastShare < papers.length ? -1 : count++));
  for (const paper of strangers) groupOf[paper] = numbers[groupOf[paper] ?? -1] ?? -1;
  return count;
}

interface Growing extends Start {
  /** Groups before. */
  readonly was: Int32Array;
  readonly wanted: Wanted;
}

/** Splits large groups where few old papers must move for it, until there are as many groups as are wanted. */
function* addGroups(
  vectors: Vectors,
  papers: Uint32Array,
  { groupOf, groups, mayMove, was, wanted }: Growing,
): Generator<void, { readonly groups: number; readonly moved: number }, void> {
  let count = groups;
  let moved = 0;
  const sizes = sizesOf(papers, groupOf, groups);
  const largest = [...sizes.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b).slice(0, mostToSplit);
  for (const group of largest) {
    if (count >= Math.max(wanted.groups, groups)) break;
    const members = papers.filter((paper) => groupOf[paper] === group);
    const halves = members.length < 4 ? undefined : yield* bisect(vectors, members, wanted.sample);
    if (halves === undefined) continue;
    const oldIn = (half: number): number =>
      members.filter((paper) => halves[paper] === half && (was[paper] ?? -1) >= 0).length;
    const leaving = oldIn(0) < oldIn(1) ? 0 : 1;
    const isLarge =
      members.filter((paper) => halves[paper] === leaving).length * wanted.groups * leastShare >= papers.length;
    if (!isLarge || moved + oldIn(leaving) > mayMove) continue;
    moved += oldIn(leaving);
    for (const paper of members) if (halves[paper] === leaving) groupOf[paper] = count;
    count += 1;
  }
  return { groups: count, moved };
}

interface Moving {
  readonly groupOf: Int32Array;
  readonly was: Int32Array;
  readonly centroids: Centroids;
  readonly most: number;
}

/** New papers go where they are nearest now; of the old ones those that are much nearer elsewhere, `most` at most. */
function* moveClearest(
  vectors: Vectors,
  papers: Uint32Array,
  { groupOf, was, centroids, most }: Moving,
): Generator<void, void, void> {
  const scores = new Float64Array(centroids.groups);
  const moves: { readonly paper: number; readonly group: number; readonly gain: number }[] = [];
  for (const [at, paper] of papers.entries()) {
    if (at % papersPerStep === papersPerStep - 1) yield;
    const own = groupOf[paper] ?? -1;
    scoreAll(centroids, vectors, paper, scores);
    if (own >= 0) scores[own] = nearnessToOthers(scores[own] ?? 0, centroids.lengths[own] ?? 0);
    const best = placeOf(highest(scores), vectors.known[paper] ?? 0);
    if (best.group === own) continue;
    if ((was[paper] ?? -1) < 0) groupOf[paper] = best.group;
    // Who moved already moves no further.
    else if (own === was[paper] && best.group >= 0) {
      const gain = best.nearness / Math.max(1e-6, scores[own] ?? 0);
      if (gain > nearer) moves.push({ paper, group: best.group, gain });
    }
  }
  moves.sort((a, b) => b.gain - a.gain || a.paper - b.paper);
  for (const { paper, group } of moves.slice(0, Math.max(0, most))) groupOf[paper] = group;
}

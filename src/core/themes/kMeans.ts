import type { Centroids } from './centroids.ts';
import type { Vectors } from './vectors.ts';
import { centroidsOf, highest, nearnessToOthers, scoreAll } from './centroids.ts';

const papersPerStep = 256;
/** Rounds end when fewer than this share of the papers move. */
const still = 0.005;
/**
 * From this many papers on, a paper is compared with its own group without itself, or it stays where it is because it
 * is part of that; with few papers the largest group would swallow the small ones.
 */
const leastForOwnCheck = 100;

/**
 * Spherical k-means (Dhillon and Modha 2001) from given groups: `groupOf` (group of each paper, -1 for none) is changed
 * in place for the papers `members`, at most `rounds` times. Gives the centroids of the last round.
 */
export function* kMeans(
  vectors: Vectors,
  members: Uint32Array,
  { groupOf, groups, rounds }: KMeansTask,
): Generator<void, Centroids, void> {
  let centroids = yield* centroidsOf(vectors, members, { groupOf, groups });
  const scores = new Float64Array(groups);
  for (let round = 0; round < rounds; round += 1) {
    let moved = 0;
    for (let at = 0; at < members.length; at += 1) {
      const paper = members[at] ?? 0;
      scoreAll(centroids, vectors, paper, scores);
      const own = groupOf[paper] ?? -1;
      if (own >= 0 && members.length >= leastForOwnCheck)
        scores[own] = nearnessToOthers(scores[own] ?? 0, centroids.lengths[own] ?? 0);
      const { group } = highest(scores);
      if (group !== groupOf[paper]) moved += 1;
      groupOf[paper] = group;
      if (at % papersPerStep === papersPerStep - 1) yield;
    }
    if (moved === 0) break;
    centroids = yield* centroidsOf(vectors, members, { groupOf, groups });
    if (moved < members.length * still) break;
  }
  return centroids;
}

interface KMeansTask {
  readonly groupOf: Int32Array;
  readonly groups: number;
  readonly rounds: number;
}

import type { Centroids } from './centroids.ts';
import type { Wanted } from './grouping.ts';
import type { Settled, Start } from './settle.ts';
import type { Vectors } from './vectors.ts';
import { highest, scoreAll } from './centroids.ts';
import { groupPapers, papersWithWords, placeOf } from './grouping.ts';
import { settle } from './settle.ts';

/** Groups of papers, with how near each paper is to its own. */
export interface Grouped extends Settled {
  readonly nearness: Float32Array;
}

/** Groups papers from where they stood, or as if they had never been grouped. Groups may come out empty. */
export function* groupOrSettle(
  vectors: Vectors,
  start: Start | undefined,
  wanted: Wanted,
): Generator<void, Grouped, void> {
  const settled = start === undefined ? yield* groupAnew(vectors, wanted) : yield* settle(vectors, start, wanted);
  const nearness = new Float32Array(vectors.count);
  const scores = new Float64Array(settled.groups);
  const sizes = new Uint32Array(settled.groups);
  for (let paper = 0; paper < vectors.count; paper += 1) {
    if (paper % 128 === 127) yield;
    const group = settled.groupOf[paper] ?? -1;
    if (group < 0) continue;
    scoreAll(settled.centroids, vectors, paper, scores);
    nearness[paper] = scores[group] ?? 0;
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  retireEmpty(settled.centroids, sizes);
  return { ...settled, nearness };
}

function* groupAnew(vectors: Vectors, wanted: Wanted): Generator<void, Settled, void> {
  const centroids = yield* groupPapers(vectors, papersWithWords(vectors), wanted);
  const groupOf = new Int32Array(vectors.count);
  const scores = new Float64Array(centroids.groups);
  for (let paper = 0; paper < vectors.count; paper += 1) {
    if (paper % 128 === 127) yield;
    scoreAll(centroids, vectors, paper, scores);
    groupOf[paper] = placeOf(highest(scores), vectors.known[paper] ?? 0).group;
  }
  return { groupOf, groups: centroids.groups, centroids };
}

/** A theme that no paper is nearest to has no name to show: no later paper may come to it either. */
function retireEmpty({ groups, matrix }: Centroids, sizes: Uint32Array): void {
  for (const [group, size] of sizes.entries()) {
    if (size > 0) continue;
    for (let cell = group; cell < matrix.length; cell += groups) matrix[cell] = 0;
  }
}

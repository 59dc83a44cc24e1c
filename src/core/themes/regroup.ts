import type { Centroids } from './centroids.ts';
import type { Start } from './grouping.ts';
import type { Label } from './labels.ts';
import type { PaperText } from './paperText.ts';
import type { Vectors } from './vectors.ts';
import type { Vocabulary } from './vocabulary.ts';
import { highest, scoreAll } from './centroids.ts';
import { groupPapers, placeOf } from './grouping.ts';
import { labelThemes } from './labels.ts';
import { vectorise } from './vectors.ts';

/** Where a paper stands: the number of its theme (-1: near none) and how central it is there. */
export interface Place {
  readonly group: number;
  readonly nearness: number;
}

/** A finished grouping: frozen until the next one. */
export interface Regrouped {
  readonly vocabulary: Vocabulary;
  readonly centroids: Centroids;
  /** By theme number. */
  readonly labels: readonly Label[];
  /** Papers by theme number. */
  readonly sizes: readonly number[];
  /** In the order of the papers given. */
  readonly places: readonly Place[];
}

/** Papers read for the labels, all themes together, and the least of one theme. */
const labelSample = 2400;
const leastLabelSample = 40;

/**
 * Groups a library anew. `papers` are in an order of their own (by key), so that the result is the same however the
 * library lists them; `start`, by the same order, are the themes so far where they should move as little as possible.
 */
export function* regroup(
  papers: readonly PaperText[],
  start: Start | undefined,
  taken: readonly string[],
): Generator<void, Regrouped, void> {
  const { vocabulary, vectors } = yield* vectorise(papers);
  const centroids = yield* groupPapers(vectors, start);
  const places = yield* placeAll(centroids, vectors);
  const members = membersOf(places, centroids.groups);
  retireEmpty(centroids, members);
  yield;
  const most = Math.max(leastLabelSample, Math.floor(labelSample / Math.max(1, centroids.groups)));
  const central = members.map((ofTheme) => ofTheme.slice(0, most).flatMap((at) => papers[at] ?? []));
  const labels = yield* labelThemes(central, taken);
  return { vocabulary, centroids, labels, sizes: members.map(({ length }) => length), places };
}

function* placeAll(centroids: Centroids, vectors: Vectors): Generator<void, Place[], void> {
  const scores = new Float64Array(centroids.groups);
  const places: Place[] = [];
  for (let paper = 0; paper < vectors.count; paper += 1) {
    scoreAll(centroids, vectors, paper, scores);
    places.push(placeOf(highest(scores), vectors.known[paper] ?? 0));
    if (paper % 256 === 255) yield;
  }
  return places;
}

/** Positions of the papers of each theme, most central first. */
function membersOf(places: readonly Place[], groups: number): number[][] {
  const members = Array.from({ length: groups }, (): number[] => []);
  for (const [at, { group }] of places.entries()) members[group]?.push(at);
  for (const ofTheme of members)
    ofTheme.sort((a, b) => (places[b]?.nearness ?? 0) - (places[a]?.nearness ?? 0) || a - b);
  return members;
}

/** A theme that no paper is nearest to has no name to show: no later paper may come to it either. */
function retireEmpty({ groups, matrix }: Centroids, members: readonly (readonly number[])[]): void {
  for (const [group, { length }] of members.entries()) {
    if (length > 0) continue;
    for (let cell = group; cell < matrix.length; cell += groups) matrix[cell] = 0;
  }
}

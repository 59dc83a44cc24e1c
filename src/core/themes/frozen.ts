import type { Nearest } from './centroids.ts';
import type { Lens } from './lens.ts';
import type { PaperText } from './paperText.ts';
import type { Vector } from './vectors.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type Centroids, highest, scoresOf } from './centroids.ts';
import { contentHash } from '../library/contentHash.ts';
import { placeOf } from './grouping.ts';
import { throughLens } from './lens.ts';
import { vectorOf } from './vectors.ts';

/** What a theme, or a part of one, is called. */
export interface Named {
  readonly id: string;
  readonly label: string;
  readonly terms: readonly string[];
}

/** The parts of a large theme: what its papers say apart from what all of them say. */
export interface FrozenParts {
  readonly lens: Lens;
  readonly centroids: Centroids;
  /** By part number. */
  readonly names: readonly Named[];
}

/** Where a paper stands: numbers of its theme (-1: near none) and part (-1: in none), and how central it is in the theme. */
export interface Place {
  readonly group: number;
  readonly part: number;
  readonly nearness: number;
}

/** Themes as they were made last. They stay as they are until they are made anew, over restarts, too. */
export interface Frozen {
  /** By theme number. */
  readonly names: readonly Named[];
  /** Of the themes that have some, by theme number. */
  readonly parts: ReadonlyMap<number, FrozenParts>;
  /** Numbers of themes in the order to show them. */
  readonly order: readonly number[];
  /** `undefined` while there are too few papers to group: all stand in the one theme. */
  readonly words: { readonly vocabulary: Vocabulary; readonly centroids: Centroids } | undefined;
  /** The papers that they were made from. */
  readonly places: ReadonlyMap<string, Place & { readonly print: string }>;
}

/** Tells one text of a paper from another. */
export function printOf({ title, abstract, keywords = [] }: PaperText): string {
  return contentHash([title, abstract, ...keywords].join('\n'));
}

/** An edited paper leaves its theme only for one that is nearer by this factor: a corrected word should not move it. */
const farther = 1.1;

/** Where a paper stands, by the frozen themes and its own text alone: no other paper matters. */
export function placeIn(frozen: Frozen, paper: PaperText, print: string): Place {
  const before = frozen.places.get(paper.key);
  if (before?.print === print) return before;
  if (frozen.words === undefined) return { group: 0, part: -1, nearness: 0 };
  const vector = vectorOf(paper, frozen.words.vocabulary);
  const scores = scoresOf(frozen.words.centroids, vector);
  const { group, nearness } = placeOf(preferring(before?.group ?? -1, scores), vector.known);
  return { group, part: partOf(frozen.parts.get(group), vector), nearness };
}

function preferring(own: number, scores: Float64Array): Nearest {
  const best = highest(scores);
  const ownScore = scores[own] ?? 0;
  return ownScore > 0 && best.nearness < ownScore * farther ? { group: own, nearness: ownScore } : best;
}

function partOf(parts: FrozenParts | undefined, vector: Vector): number {
  return parts === undefined ? -1 : highest(scoresOf(parts.centroids, throughLens(parts.lens, vector))).group;
}

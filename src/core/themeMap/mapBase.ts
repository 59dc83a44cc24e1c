import type { PaperText } from '../themes/paperText.ts';
import type { Vocabulary } from '../themes/vocabulary.ts';
import { postingsOf } from '../themes/postings.ts';
import { vectorise } from '../themes/vectors.ts';
import { boundsOf } from './dotGrid.ts';
import { layOut } from './layOut.ts';
import { NearPapers, neighboursOf } from './nearPapers.ts';
import { rimPlace } from './rimPlace.ts';
import { spreadOut } from './spreadOut.ts';
import { startPlaces } from './startPlaces.ts';

/** A layout that does not change any more: later papers are placed by it. Lengths are in its own unit. */
export interface MapBase {
  readonly papers: readonly PaperText[];
  /** Position in `papers` by key. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly vocabulary: Vocabulary;
  readonly near: NearPapers;
  /** x and y by turns; dots stand at least about 1 apart. */
  readonly places: Float32Array;
  /** How many units of the layout are one unit of the map. */
  readonly unit: number;
}

/** More papers than this are laid out by a sample of them: the others are placed like those that come later. */
export const mostInBase = 12_000;
/** Neighbours that hold a paper: a few more make better maps of few papers, and only take longer with many. */
const neighboursOfFew = 10;
const neighboursOfMany = 6;
const few = 2_000;
const rounds = 100;
const roundsFromBefore = 30;
const rateFromBefore = 0.2;
/** Distance of dots by the square root of the room that each has: more hides which papers are near. */
const apart = 0.33;

/** What a base is made of. `papers` are in an order of their own, so that the map is the same however they are listed. */
export interface BaseTask {
  readonly papers: readonly PaperText[];
  /** Number of each paper's theme; papers of one theme are held together a little. */
  readonly groupOf: Int32Array;
  /** Where papers stood before, in units of the map; `unit` is that of the map before. */
  readonly before?: { readonly unit: number; placeOf(paper: PaperText): readonly [number, number] } | undefined;
}

/** Lays papers out by their words. Yields every few milliseconds. */
export function* makeBase({ papers, groupOf, before }: BaseTask): Generator<void, MapBase, void> {
  const { vocabulary, vectors } = yield* vectorise(papers);
  const near = new NearPapers(postingsOf(vectors));
  yield;
  const found = yield* neighboursOf(vectors, near, neighbourCount(papers.length));
  const places = before === undefined ? yield* startPlaces(vectors) : placesBefore(papers, before);
  yield;
  const task = before === undefined ? { rounds, rate: 1 } : { rounds: roundsFromBefore, rate: rateFromBefore };
  yield* layOut(found, places, { ...task, groupOf });
  const isAlone = (paper: number): boolean => (found.nearness[paper * found.each] ?? 0) <= 0;
  const unit = before?.unit ?? unitOf(places.filter((_, at) => !isAlone(at >> 1)));
  setAlone(papers, places, isAlone);
  yield* spreadOut(places, unit);
  const scaled = places.map((value) => value / unit);
  return { papers, numbers: numbersOf(papers), vocabulary, near, places: scaled, unit };
}

/** A base of papers that stand at given places, in units of the map. Yields every few milliseconds. */
export function* restoreBase(
  papers: readonly PaperText[],
  places: Float32Array,
  unit: number,
): Generator<void, MapBase, void> {
  const { vocabulary, vectors } = yield* vectorise(papers);
  const near = new NearPapers(postingsOf(vectors));
  yield;
  return { papers, numbers: numbersOf(papers), vocabulary, near, places, unit };
}

function numbersOf(papers: readonly PaperText[]): ReadonlyMap<string, number> {
  return new Map(papers.map(({ key }, number) => [key, number]));
}

function neighbourCount(papers: number): number {
  return Math.max(1, Math.min(papers <= few ? neighboursOfFew : neighboursOfMany, papers - 1));
}

function placesBefore(papers: readonly PaperText[], before: NonNullable<BaseTask['before']>): Float32Array {
  return Float32Array.from(papers.flatMap((paper) => before.placeOf(paper).map((value) => value * before.unit)));
}

/** By the room that the dots take; 1 where they take none. */
function unitOf(places: Float32Array): number {
  const { width, height } = boundsOf(places);
  const unit = apart * Math.sqrt((width * height) / Math.max(1, places.length / 2));
  return unit > 0 ? unit : 1;
}

/** Papers that share no word with any other stand around the others. */
function setAlone(papers: readonly PaperText[], places: Float32Array, isAlone: (paper: number) => boolean): void {
  const together = places.filter((_, at) => !isAlone(at >> 1));
  if (together.length === places.length) return;
  const bounds = boundsOf(together);
  for (const [number, { key }] of papers.entries()) {
    if (isAlone(number)) places.set(rimPlace(key, bounds), number * 2);
  }
}

import type { PaperText } from './paperText.ts';
import { bisect, papersWithWords } from './grouping.ts';
import { vectorise } from './vectors.ts';

/** Keys of papers in two groups by what they say. */
export type Halves = readonly [readonly string[], readonly string[]];

/** Papers that Ward's method looks at. */
const sample = 400;

/**
 * Cuts papers in two groups by what they say, whatever their order; the group of the first key stands first. The second
 * one is empty where nothing tells the papers apart. Each step takes a few milliseconds.
 */
export function* halvesOf(papers: readonly PaperText[]): Generator<void, Halves, void> {
  const sorted = papers.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const { vectors } = yield* vectorise(sorted);
  const halfOf = yield* bisect(vectors, papersWithWords(vectors), sample);
  const numberOf = (at: number): number => Math.max(0, halfOf?.[at] ?? 0);
  const keysOf = (isFirst: boolean): string[] =>
    sorted.filter((_, at) => (numberOf(at) === numberOf(0)) === isFirst).map(({ key }) => key);
  return [keysOf(true), keysOf(false)];
}

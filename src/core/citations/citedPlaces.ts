import { LineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/position.ts';
import type { CitationSyntax } from './citationSyntax.ts';
import type { OffsetRange } from './citation.ts';
import { rangeWalk } from './offsetRanges.ts';
import { sentenceAround, type CitingSentence } from './sentenceAround.ts';

/** A cluster of citations in a text, with the sentence it stands in. */
export interface CitedPlaces extends CitingSentence {
  /** The whole cluster, with its brackets. */
  readonly range: Range;
  /** What it cites: at least one. `range` holds the characters of the key alone. */
  readonly keys: readonly { readonly key: string; readonly range: Range }[];
}

/** All places of a text that cite something, in its order. Total; linear. */
export function citedPlacesIn(text: string, syntax: CitationSyntax): readonly CitedPlaces[] {
  const { clusters, paragraphs } = syntax.scan(text);
  if (clusters.length === 0) return [];
  const lines = new LineIndex(text);
  const rangeOf = ({ start, end }: OffsetRange): Range => lines.rangeOf(start, end);
  const paragraphAt = rangeWalk(paragraphs);
  const places: CitedPlaces[] = [];
  for (const cluster of clusters) {
    const paragraph = paragraphAt(cluster.range.start) ?? cluster.range;
    const keys = cluster.items.map(({ key, keyRange }) => ({ key, range: rangeOf(keyRange) }));
    places.push({ range: rangeOf(cluster.range), keys, ...sentenceAround(text, paragraph, cluster) });
  }
  return places;
}

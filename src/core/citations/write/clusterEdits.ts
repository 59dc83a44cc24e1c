import type { TextEdit } from '../../text/position.ts';
import type { CitationCluster } from '../citation.ts';

/** The change that puts further citations beside a cluster. */
export function besideCluster({ range }: CitationCluster, citations: string): TextEdit {
  return { start: range.end, end: range.end, text: ` ${citations}` };
}

/** The change that puts another key, as it is, in the place of that of the item `index`. */
export function inPlaceOfKey({ items }: CitationCluster, index: number, key: string): TextEdit | undefined {
  const range = items[index]?.keyRange;
  return range && { ...range, text: key };
}

import type { CitationScan } from '../citations/citation.ts';
import type { CitedCluster } from './formatRequest.ts';

/** The citations of a text as they are formatted. */
export interface CitedClusters {
  readonly citations: readonly CitedCluster[];
  /** For each cluster of the scan its place in `citations`; `undefined` of one that readers do not see. */
  readonly places: readonly (number | undefined)[];
  /** Keys of works that the text puts into its reference list without citing them. */
  readonly listed: readonly string[];
}

/** Takes from a scanned text what is to be formatted. Linear. */
export function citedClusters({ clusters }: Pick<CitationScan, 'clusters'>): CitedClusters {
  const citations: CitedCluster[] = [];
  const listed: string[] = [];
  const places = clusters.map(({ kind, items, listOnly }) => {
    if (listOnly) {
      listed.push(...items.map(({ key }) => key).filter((key) => key !== '*'));
      return undefined;
    }
    return citations.push({ inText: kind === 'inText', items }) - 1;
  });
  return { citations, places, listed };
}

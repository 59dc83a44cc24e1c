import type { CitationCluster, CitationScan } from '../citation.ts';
import { clusterByStart } from '../offsetRanges.ts';
import { plainParagraphs } from '../plainParagraphs.ts';
import { TypstScanner } from './typstScanner.ts';

const begins = /^[ \t]*(?:=+|-|\+|\/|\d+\.)[ \t]/;

/**
 * Finds the citations of a Typst text: `@key`, `@key[supplement]` and calls of `cite` with a label of their own
 * (`<key>` or `label("key")`), in markup and in content within code; not in raw text, comments, strings, formulas and
 * addresses. `@` is also how figures and sections are referred to: a reference to a label of this text, or to one that is
 * named as such labels are, is marked as a cross-reference. A supplement or call with a blank line in it is none. Total;
 * linear.
 */
export function scanTypst(text: string): CitationScan {
  const { clusters, opaque, labels } = new TypstScanner(text).scan();
  const marked = (cluster: CitationCluster): CitationCluster => {
    if (!cluster.items.some(({ key }) => labels.has(key))) return cluster;
    return { ...cluster, items: cluster.items.map((item) => Object.assign({}, item, { crossReference: true })) };
  };
  const ordered = clusters.map(marked).sort(clusterByStart);
  return { clusters: ordered, opaque, paragraphs: plainParagraphs(text, begins) };
}

import type { CitationWriter, ScannedText } from '../citationWriter.ts';
import { addToLatex } from './addToLatex.ts';
import { inPlaceOfKey } from './clusterEdits.ts';
import { isLatexKey, latexCluster } from './latexCluster.ts';
import { latexFamily, type LatexFamily } from './latexFamily.ts';
import { itemsWithCommas } from './notes.ts';

/** Writes `\cite[see][p. 3]{a,b}` with the commands that the document uses: those of biblatex, of natbib, or `\cite`. */
export function latexWriter(document: ScannedText): CitationWriter {
  let family: LatexFamily | undefined;
  return {
    items: itemsWithCommas,
    cluster(items, form) {
      family ??= latexFamily(document);
      const name = form === 'inText' ? family.inText : family.bracketed;
      return name === undefined ? undefined : latexCluster(items, form, { name, kind: family.kind });
    },
    further(items, cluster, index) {
      family ??= latexFamily(document);
      return addToLatex({ text: document.text, kind: family.kind, cluster, index }, items);
    },
    otherKey: (key, cluster, index) => (isLatexKey(key) ? inPlaceOfKey(cluster, index, key) : undefined),
  };
}

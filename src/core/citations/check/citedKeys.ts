import { LineIndex } from '../../text/lineIndex.ts';
import type { Range } from '../../text/position.ts';
import type { CitationCluster, CitationItem } from '../citation.ts';
import type { CitationSyntax } from '../citationSyntax.ts';

/** A key in a text, as checks see it. */
export interface CitedKey {
  readonly key: string;
  /** The characters of the key alone. */
  readonly range: Range;
  /**
   * `reference`: it may be meant for a figure, a section or another label, so it is never unknown. `mention`: `@name` in a
   * sentence, which is also how people are spoken of. `citation`: everything else.
   */
  readonly kind: 'citation' | 'mention' | 'reference';
  /** An earlier item of its cluster has the same key, and one of the two says nothing that the other does not. */
  readonly repeats: boolean;
}

/** Those behind them are left out: no book cites so often, and the host must not be held up by what it is told. */
const mostKeys = 10_000;
/** Pandoc's `nocite: '@*'`: all works of the bibliography. */
const everything = '*';

/** Every key that a text cites, cluster by cluster. Total; linear. */
export function citedKeysIn(text: string, syntax: CitationSyntax): readonly CitedKey[] {
  const { clusters } = syntax.scan(text);
  if (clusters.length === 0) return [];
  const lines = new LineIndex(text);
  const keys: CitedKey[] = [];
  for (const cluster of clusters) {
    const said = new Map<string, Set<string>>();
    for (const item of cluster.items) {
      const { key, keyRange } = item;
      if (key === everything) continue;
      const notes = notesOf(item);
      const earlier = said.get(key);
      const repeats = earlier !== undefined && (notes === '' || earlier.has('') || earlier.has(notes));
      if (earlier === undefined) said.set(key, new Set([notes]));
      else earlier.add(notes);
      keys.push({
        key,
        range: lines.rangeOf(keyRange.start, keyRange.end),
        kind: kindOf(syntax, cluster, item),
        repeats,
      });
    }
    if (keys.length >= mostKeys) break;
  }
  return keys.slice(0, mostKeys);
}

function kindOf({ id }: CitationSyntax, cluster: CitationCluster, item: CitationItem): CitedKey['kind'] {
  if (item.crossReference) return 'reference';
  const isBare = cluster.range.start + 1 === item.keyRange.start;
  // In Typst `@name` refers to any label of the whole project.
  if (id === 'typst') return isBare ? 'reference' : 'citation';
  return isBare && cluster.kind === 'inText' && cluster.bracket === undefined ? 'mention' : 'citation';
}

function notesOf({ prefix, suffix, suppressAuthor }: CitationItem): string {
  return prefix === '' && suffix === '' ? '' : `${prefix}\n${suffix}\n${String(suppressAuthor)}`;
}

import type { TextEdit } from '../../text/position.ts';
import type { CitationCluster, CitationScan } from '../citation.ts';
import { plainItem, type CitationWriter, type ClusterForm, type WrittenItem } from '../citationWriter.ts';
import { formatCitationKey } from '../pandoc/citationKey.ts';
import { besideCluster, inPlaceOfKey } from './clusterEdits.ts';
import { markdownItems, markdownWriter } from './markdownWriter.ts';
import { arePlain, tidy } from './notes.ts';
import { readsBack } from './readsBack.ts';

/** Markdown in which each work has a mark of its own, such as `[[@key]]`. */
export interface MarkDialect {
  readonly scan: (text: string) => CitationScan;
  /** The mark of a key; `undefined` when it can have none. */
  readonly mark: (key: string) => string | undefined;
  /** The only form that marks have; without it they stand for both. */
  readonly form?: ClusterForm;
}

/** Writes marks, one a work; what they cannot say as Pandoc's Markdown has it. */
export function markWriter(text: string, { scan, mark, form: only }: MarkDialect): CitationWriter {
  const markdown = markdownWriter(text, { scan, format: formatCitationKey });
  const reading = { scan, items: markdownItems };
  const marks = (items: readonly WrittenItem[]): string | undefined => {
    const some = items.flatMap(({ key }) => mark(key) ?? []);
    if (items.length === 0 || !arePlain(items) || some.length < items.length) return undefined;
    const written = some.join(' ');
    return readsBack(written, items, undefined, reading) ? written : undefined;
  };
  const cluster = (items: readonly WrittenItem[], form: ClusterForm): string | undefined =>
    (only === undefined || only === form ? marks(items.map(tidy)) : undefined) ?? markdown.cluster(items, form);
  return {
    items: markdownItems,
    cluster,
    further(items, to, index): TextEdit | undefined {
      if (!isMark(text, to)) return markdown.further(items, to, index);
      const more = cluster(items, 'bracketed');
      return more === undefined ? undefined : besideCluster(to, more);
    },
    otherKey(key, to, index): TextEdit | undefined {
      if (!isMark(text, to)) return markdown.otherKey(key, to, index);
      return marks([plainItem(key)]) === undefined ? undefined : inPlaceOfKey(to, index, key);
    },
  };
}

/** Whether a cluster is a mark: it begins with a bracket that holds no list of works. */
export function isMark(text: string, { range, bracket }: CitationCluster): boolean {
  return bracket === undefined && text[range.start] === '[';
}

import type { Result } from '../result.ts';
import { applyEdits } from '../text/applyEdits.ts';
import type { TextEdit } from '../text/position.ts';
import type { CitationScan } from './citation.ts';
import type { CitationSyntax } from './citationSyntax.ts';
import type { ScannedText } from './citationWriter.ts';
import { itemsInOrder } from './citedItems.ts';
import { byStart } from './offsetRanges.ts';

/** Another key for all citations of one. */
export interface KeyChange {
  readonly from: string;
  readonly to: string;
}

/**
 * The edits, in their order, that have every citation of `from` in a text cite `to`, in the form in which its syntax writes
 * that key there. The changed text is read again before they are given: all citations are the same, but for this key. The
 * error is the offset of a citation that cannot be written so. Total; linear.
 */
export function renameKey(
  syntax: CitationSyntax,
  document: ScannedText,
  { from, to }: KeyChange,
): Result<readonly TextEdit[], number> {
  const { text, scan } = document;
  const edits: TextEdit[] = [];
  let writer: ReturnType<CitationSyntax['writer']> | undefined;
  for (const cluster of scan.clusters) {
    for (const [index, { key, keyRange }] of cluster.items.entries()) {
      if (key !== from) continue;
      writer ??= syntax.writer(document);
      const edit = writer.otherKey(to, cluster, index);
      if (edit === undefined) return { ok: false, error: keyRange.start };
      edits.push(edit);
    }
  }
  if (edits.length === 0) return { ok: true, value: [] };
  for (const { start, end } of writer?.labels?.(from) ?? []) edits.push({ start, end, text: to });
  edits.sort(byStart);
  const changed = applyEdits(text, edits);
  const fault = changed === undefined ? edits[0]?.start : firstOther(scan, syntax.scan(changed), { from, to });
  return fault === undefined ? { ok: true, value: edits } : { ok: false, error: fault };
}

/** Where in the old text the first citation stands that another text reads otherwise. */
function firstOther(before: CitationScan, after: CitationScan, { from, to }: KeyChange): number | undefined {
  const [old, read] = [itemsInOrder(before), itemsInOrder(after)];
  const at = old.findIndex((item, index) => {
    const other = read[index];
    const key = item.key === from ? to : item.key;
    return other?.key !== key || other.crossReference !== item.crossReference;
  });
  if (at !== -1) return old[at]?.keyRange.start;
  return old.length === read.length ? undefined : old.at(-1)?.keyRange.start;
}

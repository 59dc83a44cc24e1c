import type { CitationCluster, CitationScan } from '../citation.ts';
import type { ClusterForm, WrittenItem } from '../citationWriter.ts';
import { arePlain } from './notes.ts';

/** How one syntax is read. */
export interface Reading {
  readonly scan: (text: string) => CitationScan;
  readonly items: (cluster: CitationCluster) => readonly WrittenItem[];
}

/** Each closes what a note may have left open. */
const closers = ['x$', '-->', '*/', '>', ')', ']', '}', '%'];
const before = 'x ';
/** It opens nothing anywhere. */
const simpleKey = /^[\w:.-]+$/;

/**
 * Whether these characters are citations of just these works and nothing else, alone as well as among others: a note must
 * not leave a bracket, a formula or a comment open that a later character of the document would close. `form`: what the
 * first of them must be; `undefined` where the syntax does not tell.
 */
export function readsBack(
  written: string,
  items: readonly WrittenItem[],
  form: ClusterForm | undefined,
  reading: Reading,
): boolean {
  if (!areRead(reading.scan(written).clusters, written, 0)) return false;
  if (arePlain(items) && items.every(({ key }) => simpleKey.test(key))) return true;
  // What opens and closes with the same sign, such as code, is closed by their second copy.
  return [written, ...closers].every((after) =>
    areRead(reading.scan(`${before}${written} ${after}`).clusters, written, before.length),
  );

  function areRead(clusters: readonly CitationCluster[], { length }: string, start: number): boolean {
    const own = clusters.filter(({ range }) => range.start < start + length);
    const [first] = own;
    if (first === undefined || first.range.start !== start || own.at(-1)?.range.end !== start + length) return false;
    if (form !== undefined && first.kind !== form) return false;
    return isSame(
      own.flatMap((cluster) => reading.items(cluster)),
      items,
    );
  }
}

function isSame(found: readonly WrittenItem[], asked: readonly WrittenItem[]): boolean {
  return found.length === asked.length && found.every((item, index) => isSameItem(item, asked[index]));
}

function isSameItem(found: WrittenItem, asked: WrittenItem | undefined): boolean {
  if (asked === undefined || found.key !== asked.key || found.suppressAuthor !== asked.suppressAuthor) return false;
  return found.prefix === asked.prefix && found.suffix === asked.suffix;
}

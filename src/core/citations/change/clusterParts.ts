import type { TextEdit } from '../../text/position.ts';
import type { CitationCluster, OffsetRange } from '../citation.ts';
import type { SyntaxText } from '../citationSyntax.ts';
import type { WrittenItem } from '../citationWriter.ts';
import { isSameCommand, rewriting, writtenAs } from './rewriteCluster.ts';
import { holdsOthers } from './syntaxText.ts';

/** More beside each other are no sentence, and to look at all of them would take long. */
const mostMerged = 50;
const widestGap = 100;

/** The change that makes each work of a cluster beside the sentence a cluster of its own. */
export function splitCluster(document: SyntaxText, cluster: CitationCluster): TextEdit | undefined {
  if (!isWhole(document, cluster) || cluster.kind !== 'bracketed') return undefined;
  const items = document.syntax.writer(document).items(cluster);
  if (items.length < 2) return undefined;
  const parts = items.map((item) => writtenAs(document, [item], 'bracketed'));
  if (parts.some((part) => part === undefined || !isSameCommand(document, cluster, part))) return undefined;
  return rewriting(document, { range: cluster.range, written: parts.join(' '), items });
}

/** Clusters that stand beside each other, and the change that makes them one. */
export interface Merging {
  readonly count: number;
  readonly edit: TextEdit;
}

/**
 * Makes one cluster of those that a selection touches or, when it touches one, of that and those directly beside it. Only
 * clusters beside the sentence with nothing but white space between them.
 */
export function mergeClusters(document: SyntaxText, selection: OffsetRange): Merging | undefined {
  const run = runAround(document, selection);
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined || run.length < 2) return undefined;
  const writer = document.syntax.writer(document);
  const items = run.flatMap((cluster) => writer.items(cluster));
  const written = writtenAs(document, items, 'bracketed');
  // Not every syntax has clusters of several works.
  if (written === undefined || document.syntax.scan(written).clusters.length !== 1) return undefined;
  if (run.some((cluster) => !isSameCommand(document, cluster, written))) return undefined;
  const edit = rewriting(document, { range: { start: first.range.start, end: last.range.end }, written, items });
  return edit && { count: run.length, edit };
}

/**
 * The change that puts the works of a cluster into the order of their keys by `compare`; equal ones stay as they are. The
 * first work of a cluster in the sentence stays first. `undefined` when they stand so.
 */
export function sortCluster(
  document: SyntaxText,
  cluster: CitationCluster,
  compare: (a: string, b: string) => number,
): TextEdit | undefined {
  if (!isWhole(document, cluster)) return undefined;
  const items = document.syntax.writer(document).items(cluster);
  const fixed = cluster.kind === 'inText' ? 1 : 0;
  const sorted = [
    ...items.slice(0, fixed),
    ...items.slice(fixed).sort((a: WrittenItem, b: WrittenItem) => compare(a.key, b.key)),
  ];
  if (sorted.every((item, index) => item === items[index])) return undefined;
  const written = writtenAs(document, sorted, cluster.kind);
  if (written === undefined || !isSameCommand(document, cluster, written)) return undefined;
  return rewriting(document, { range: cluster.range, written, items: sorted });
}

/** The change that takes the item `index` out of a cluster that says the same of its work elsewhere, or nothing. */
export function withoutRepetition(document: SyntaxText, cluster: CitationCluster, index: number): TextEdit | undefined {
  if (!isWhole(document, cluster)) return undefined;
  const items = document.syntax.writer(document).items(cluster);
  const asked = items[index];
  if (asked === undefined) return undefined;
  const earlier = items.findIndex(({ key }, at) => at < index && key === asked.key);
  if (earlier === -1) return undefined;
  // The one that says nothing goes.
  const gone = isPlain(asked) || !isPlain(items[earlier] ?? asked) || cluster.kind === 'inText' ? index : earlier;
  const left = items.filter((_, at) => at !== gone);
  const isSaid = isPlain(asked) || gone !== index || items.some((one, at) => at !== index && isSame(one, asked));
  const written = isSaid ? writtenAs(document, left, cluster.kind) : undefined;
  if (written === undefined || !isSameCommand(document, cluster, written)) return undefined;
  return rewriting(document, { range: cluster.range, written, items: left });
}

function isPlain({ prefix, suffix }: WrittenItem): boolean {
  return prefix === '' && suffix === '';
}

function isSame(a: WrittenItem, b: WrittenItem): boolean {
  return a.key === b.key && a.prefix === b.prefix && a.suffix === b.suffix;
}

function isWhole(document: SyntaxText, cluster: CitationCluster): boolean {
  return cluster.listOnly !== true && !holdsOthers(document, cluster);
}

/** Clusters beside each other, in their order, at least partly in the selection or next to it. Linear. */
function runAround(document: SyntaxText, { start, end }: OffsetRange): readonly CitationCluster[] {
  const { clusters } = document.scan;
  const from = clusters.findIndex(
    ({ kind, range }) => kind === 'bracketed' && range.end >= start && range.start <= end,
  );
  if (from === -1) return [];
  let [first, last] = [from, from];
  while (areBeside(document, clusters[last], clusters[last + 1])) last += 1;
  while (areBeside(document, clusters[first - 1], clusters[first])) first -= 1;
  if (last - first >= mostMerged) return [];
  const run = clusters.slice(first, last + 1);
  return run.every((cluster) => isWhole(document, cluster)) ? run : [];
}

/** Of two clusters of a scan with none between them, whether both stand beside the sentence with only white space between. */
function areBeside(
  { text }: SyntaxText,
  before: CitationCluster | undefined,
  after: CitationCluster | undefined,
): boolean {
  if (before?.kind !== 'bracketed' || after?.kind !== 'bracketed') return false;
  const length = after.range.start - before.range.end;
  if (length < 0 || length > widestGap) return false;
  return /^[^\S\r\n]*(?:\r\n|\n|\r)?[^\S\r\n]*$/.test(text.slice(before.range.end, after.range.start));
}

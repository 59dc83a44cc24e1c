import type { CitationCluster, CitationItem, CitationScan, OffsetRange, OpaqueKind, OpaqueRange } from './citation.ts';

/** A scan as few large values: to hand over its many small objects takes longer than to find them. */
export interface PackedScan {
  readonly clusters: Int32Array;
  readonly opaque: Int32Array;
  readonly paragraphs: Int32Array;
  /** Keys, prefixes and suffixes of all items, one behind the other. */
  readonly words: string;
}

const kinds: readonly OpaqueKind[] = [
  'frontMatter',
  'code',
  'math',
  'comment',
  'html',
  'link',
  'tex',
  'escape',
  'label',
];
/** So many clusters or ranges are unpacked in one step: less than a millisecond. */
const atOnce = 2_000;

/** Packs a scan for another thread. Linear. */
export function packScan({ clusters, opaque, paragraphs }: CitationScan): PackedScan {
  const numbers: number[] = [];
  const words: string[] = [];
  for (const { kind, listOnly, range, bracket, items } of clusters) {
    const flags = (kind === 'inText' ? 1 : 0) + (listOnly === true ? 2 : 0) + (bracket === undefined ? 0 : 4);
    numbers.push(flags, range.start, range.end, bracket?.start ?? 0, bracket?.end ?? 0, items.length);
    for (const { key, keyRange, range: whole, prefix, suffix, suppressAuthor, crossReference } of items) {
      numbers.push((suppressAuthor ? 1 : 0) + (crossReference ? 2 : 0), key.length, prefix.length, suffix.length);
      numbers.push(keyRange.start, keyRange.end, whole.start, whole.end);
      words.push(key, prefix, suffix);
    }
  }
  return {
    clusters: Int32Array.from(numbers),
    opaque: Int32Array.from(
      opaque.flatMap(({ start, end, kind, block }) => [start, end, kinds.indexOf(kind), Number(block)]),
    ),
    paragraphs: Int32Array.from(paragraphs.flatMap(({ start, end }) => [start, end])),
    words: words.join(''),
  };
}

/** The scan that was packed, in steps: whoever unpacks it can do something else in between. Linear. */
export function* unpackScan(packed: PackedScan): Generator<void, CitationScan, void> {
  const numbers = readerOf(packed.clusters);
  let word = 0;
  const take = (length: number): string => packed.words.slice(word, (word += length));
  const clusters: CitationCluster[] = [];
  while (!numbers.isDone()) {
    clusters.push(nextCluster(numbers.next, take));
    if (clusters.length % atOnce === 0) yield;
  }
  const opaque: OpaqueRange[] = [];
  for (const stretches = readerOf(packed.opaque); !stretches.isDone();) {
    const range = nextRange(stretches.next);
    opaque.push({ ...range, kind: kinds[stretches.next()] ?? 'code', block: stretches.next() === 1 });
    if (opaque.length % atOnce === 0) yield;
  }
  const paragraphs: OffsetRange[] = [];
  for (const stretches = readerOf(packed.paragraphs); !stretches.isDone();) {
    paragraphs.push(nextRange(stretches.next));
    if (paragraphs.length % atOnce === 0) yield;
  }
  return { clusters, opaque, paragraphs };
}

function readerOf(numbers: Int32Array): { readonly next: () => number; readonly isDone: () => boolean } {
  let at = 0;
  return { next: () => numbers[at++] ?? 0, isDone: () => at >= numbers.length };
}

function nextRange(next: () => number): OffsetRange {
  const start = next();
  return { start, end: next() };
}

function nextCluster(next: () => number, take: (length: number) => string): CitationCluster {
  const flags = next();
  const range = nextRange(next);
  const bracket = nextRange(next);
  const items: CitationItem[] = [];
  for (let left = next(); left > 0; left -= 1) items.push(nextItem(next, take));
  return {
    kind: (flags & 1) === 0 ? 'bracketed' : 'inText',
    ...((flags & 2) === 0 ? {} : { listOnly: true }),
    range,
    bracket: (flags & 4) === 0 ? undefined : bracket,
    items,
  };
}

function nextItem(next: () => number, take: (length: number) => string): CitationItem {
  const flags = next();
  const key = take(next());
  const prefix = take(next());
  const suffix = take(next());
  return {
    key,
    keyRange: nextRange(next),
    range: nextRange(next),
    prefix,
    suffix,
    suppressAuthor: (flags & 1) !== 0,
    crossReference: (flags & 2) !== 0,
  };
}

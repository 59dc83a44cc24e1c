/** The numbers of an index: plain arrays, so that they can be written to a file and read back as they are. */
export interface FrozenData {
  /** All terms, in the order of their UTF-16 units. */
  readonly terms: readonly string[];
  /** For each term how many units it begins with like the one before it, at most 255. */
  readonly shared: Uint8Array;
  /** Papers by term and field: those of `(term, field)` are `papers[offsets[i]]` to `papers[offsets[i + 1]]`, `i = term * fieldCount + field`. */
  readonly offsets: Uint32Array;
  readonly papers: Uint32Array;
  /** How often the term stands there, at most 255. */
  readonly counts: Uint8Array;
  /** Terms by paper and field, in the order of the text; `i = paper * fieldCount + field` as in `offsets`. */
  readonly tokenOffsets: Uint32Array;
  readonly tokens: Uint32Array;
  /** Citation keys, in the order of their UTF-16 units: the number of a paper is its place here. */
  readonly keys: readonly string[];
  /** `fingerprint` of each paper, two numbers. */
  readonly prints: Uint32Array;
  /** 0 when unknown. */
  readonly years: Int16Array;
  /** `paperFlags` of each paper. */
  readonly flags: Uint8Array;
}

/** What `has:` asks for. */
export const paperFlags = { abstract: 1, doi: 2 } as const;

/** Greatest count that an index holds. */
export const maxCount = 255;

export const emptyFrozen: FrozenData = {
  terms: [],
  shared: new Uint8Array(0),
  offsets: new Uint32Array(1),
  papers: new Uint32Array(0),
  counts: new Uint8Array(0),
  tokenOffsets: new Uint32Array(1),
  tokens: new Uint32Array(0),
  keys: [],
  prints: new Uint32Array(0),
  years: new Int16Array(0),
  flags: new Uint8Array(0),
};

/** The place of `text` in a sorted list, or where it would stand. */
export function lowerBound(sorted: readonly string[], text: string): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? '') < text) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The place of `text` in a sorted list; -1 when it is not there. */
export function placeOf(sorted: readonly string[], text: string): number {
  const place = lowerBound(sorted, text);
  return sorted[place] === text ? place : -1;
}

/** The first place in a sorted list, from `lo` on, of a text that does not begin with `beginning`. */
export function endOfBeginning(sorted: readonly string[], beginning: string, lo: number): number {
  let from = lo;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? '').startsWith(beginning)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Splits into lines that keep their line ends, so that joining them gives the text. `''` has no lines. */
export function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * Pairs equal lines of two texts: for each line of `before` the index of its partner in `after`, or -1; partners ascend.
 * Common start and end first, then the lines that are unique in both (patience diff, Bram Cohen), then what adjoins them.
 * n log n; not always the shortest difference, but never a wrong pair.
 */
export function matchLines(before: readonly string[], after: readonly string[]): Int32Array {
  const partner = new Int32Array(before.length).fill(-1);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) {
    partner[start] = start;
    start += 1;
  }
  let endBefore = before.length;
  let endAfter = after.length;
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore -= 1;
    endAfter -= 1;
    partner[endBefore] = endAfter;
  }
  for (const [i, j] of anchors(before.slice(start, endBefore), after.slice(start, endAfter))) {
    partner[start + i] = start + j;
  }
  extend(before, after, partner);
  return partner;
}

/** Lines unique in both lists, the longest ascending choice of them. */
function anchors(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  const inAfter = uniqueLines(after);
  const candidates: [number, number][] = [];
  for (const [line, i] of uniqueLines(before)) {
    const j = inAfter.get(line);
    if (i >= 0 && j !== undefined && j >= 0) candidates.push([i, j]);
  }
  candidates.sort((a, b) => a[0] - b[0]);
  return longestAscending(candidates);
}

/** By line its index, or -1 when it stands there more than once. */
function uniqueLines(lines: readonly string[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (const [i, line] of lines.entries()) index.set(line, index.has(line) ? -1 : i);
  return index;
}

/** The longest choice of pairs whose second numbers ascend (patience sorting). */
function longestAscending(pairs: readonly [number, number][]): readonly (readonly [number, number])[] {
  const piles: number[] = [];
  const previous: number[] = [];
  for (const [index, [, value]] of pairs.entries()) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? (piles[low - 1] ?? -1) : -1);
    piles[low] = index;
  }
  const chosen: (readonly [number, number])[] = [];
  for (let index = piles.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) chosen.push(pair);
  }
  return chosen.toReversed();
}

/** Pairs equal lines that directly follow, or go before, a pair. */
function extend(before: readonly string[], after: readonly string[], partner: Int32Array): void {
  const taken = new Uint8Array(after.length);
  for (const j of partner) if (j >= 0) taken[j] = 1;
  const pair = (i: number, j: number) => {
    if (partner[i] !== -1 || j < 0 || j >= after.length || taken[j] === 1 || before[i] !== after[j]) return;
    partner[i] = j;
    taken[j] = 1;
  };
  for (let i = 1; i < before.length; i += 1) {
    const above = partner[i - 1] ?? -1;
    if (above >= 0) pair(i, above + 1);
  }
  for (let i = before.length - 2; i >= 0; i -= 1) {
    const below = partner[i + 1] ?? -1;
    if (below >= 0) pair(i, below - 1);
  }
}

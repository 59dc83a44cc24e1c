/**
 * Whether two words differ by at most `max` insertions, deletions, replacements or swaps of neighbours (optimal string
 * alignment). Cost: see `editsBetween`.
 */
export function withinEdits(a: string, b: string, max: number): boolean {
  return editsBetween(a, b, max) !== undefined;
}

/**
 * How many insertions, deletions, replacements or swaps of neighbours two words differ by; `undefined` when by more than
 * `max`. Cost: `max` times the length of what lies between their common beginning and end.
 */
export function editsBetween(a: string, b: string, max: number): number | undefined {
  if (Math.abs(a.length - b.length) > max) return undefined;
  let start = 0;
  let [endOfA, endOfB] = [a.length, b.length];
  while (start < endOfA && start < endOfB && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  while (endOfA > start && endOfB > start && a.charCodeAt(endOfA - 1) === b.charCodeAt(endOfB - 1)) {
    endOfA -= 1;
    endOfB -= 1;
  }
  const edits =
    endOfA === start || endOfB === start
      ? endOfA + endOfB - 2 * start
      : alignment(a.slice(start, endOfA), b.slice(start, endOfB), max);
  return edits <= max ? edits : undefined;
}

/** Their distance, or something greater than `max`. Cells further than `max` from the diagonal cannot be part of it. */
function alignment(a: string, b: string, max: number): number {
  const far = max + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row: number[] = [];
    const from = Math.max(1, i - max);
    const to = Math.min(b.length, i + max);
    row[from - 1] = from === 1 ? i : far;
    let best = row[from - 1] ?? far;
    for (let j = from; j <= to; j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let cost = Math.min((last[j] ?? far) + 1, (row[j - 1] ?? far) + 1, (last[j - 1] ?? far) + same);
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? far) + 1);
      }
      row[j] = cost;
      best = Math.min(best, cost);
    }
    if (best > max) return far;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? far;
}

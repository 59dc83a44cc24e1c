/** Items sorted between two yields. */
const atOnce = 4_000;

/**
 * The items in the order of the UTF-16 units of their names, which must differ. In steps of a few milliseconds: nothing
 * else can be done while a long list is sorted at once.
 */
export function* sortedInSteps<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): Generator<void, readonly T[], void> {
  let runs: (readonly T[])[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    const run = items.slice(from, from + atOnce);
    runs.push(run.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)));
    yield;
  }
  while (runs.length > 1) {
    const longer: (readonly T[])[] = [];
    for (let at = 0; at < runs.length; at += 2) longer.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? [], nameOf));
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<T>(
  left: readonly T[],
  right: readonly T[],
  nameOf: (item: T) => string,
): Generator<void, readonly T[], void> {
  if (right.length === 0) return left;
  const all: T[] = [];
  for (let l = 0, r = 0; l < left.length || r < right.length;) {
    const a = left[l];
    const b = right[r];
    if (a !== undefined && (b === undefined || nameOf(a) < nameOf(b))) {
      all.push(a);
      l += 1;
    } else if (b !== undefined) {
      all.push(b);
      r += 1;
    }
    if (all.length % (atOnce * 4) === 0) yield;
  }
  return all;
}

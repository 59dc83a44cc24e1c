/**
 * The first `limit` of `items` in the order of `compare`, as sorting all of them would give: linear when few are asked
 * of many. `compare` must never call two items equal.
 */
export function bestFirst<T>(items: readonly T[], limit: number, compare: (a: T, b: T) => number): readonly T[] {
  if (limit <= 0) return [];
  if (limit * 8 >= items.length) return items.toSorted(compare).slice(0, limit);
  // A heap with the worst of the best on top.
  const heap = items.slice(0, limit).sort((a, b) => compare(b, a));
  for (let index = limit; index < items.length; index += 1) {
    const item = items[index];
    const worst = heap[0];
    if (item === undefined || worst === undefined || compare(item, worst) >= 0) continue;
    sink(heap, item, compare);
  }
  return heap.sort(compare);
}

/** Puts `item` in the place of the top. */
function sink<T>(heap: T[], item: T, compare: (a: T, b: T) => number): void {
  let at = 0;
  for (;;) {
    const left = heap[at * 2 + 1];
    const right = heap[at * 2 + 2];
    if (left === undefined) break;
    const takeRight = right !== undefined && compare(right, left) > 0;
    const worse = takeRight ? right : left;
    if (compare(worse, item) <= 0) break;
    heap[at] = worse;
    at = at * 2 + (takeRight ? 2 : 1);
  }
  heap[at] = item;
}

/**
 * Which old theme each new one carries on: greedily by the number of papers they share, at least a third of the
 * old one's. `pairs` says of each paper that was there before its old and its new theme (numbers; -1: none). Gives the
 * old theme of each new one; no old theme is carried on twice.
 */
export function matchThemes(
  pairs: readonly (readonly [before: number, after: number])[],
  themes: number,
): readonly (number | undefined)[] {
  const shared = new Map<string, { readonly before: number; readonly after: number; count: number }>();
  const sizesBefore = new Map<number, number>();
  for (const [before, after] of pairs) {
    sizesBefore.set(before, (sizesBefore.get(before) ?? 0) + 1);
    if (before < 0 || after < 0) continue;
    const overlap = shared.get(`${String(before)} ${String(after)}`) ?? { before, after, count: 0 };
    overlap.count += 1;
    shared.set(`${String(before)} ${String(after)}`, overlap);
  }
  const matched: (number | undefined)[] = Array.from({ length: themes }, () => undefined);
  const carriedOn = new Set<number>();
  const largestFirst = [...shared.values()].sort(
    (a, b) => b.count - a.count || a.before - b.before || a.after - b.after,
  );
  for (const { before, after, count } of largestFirst) {
    if (matched[after] !== undefined || carriedOn.has(before) || count * 3 < (sizesBefore.get(before) ?? 0)) continue;
    matched[after] = before;
    carriedOn.add(before);
  }
  return matched;
}

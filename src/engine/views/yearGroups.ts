import type { Paper } from '../../core/paper.ts';
import type { Grouping } from './viewGroup.ts';
import { gather, plainGroup } from './viewGroup.ts';

const without = 'none';

/** One group for each year, the latest first, and a last one for papers without. */
export function groupByYear(papers: readonly Paper[]): Grouping {
  const found = gather(papers, idsOf);
  const years = [...found.keys()].filter((id) => id !== without).sort((a, b) => Number(b) - Number(a));
  const groups = years.map((id) => plainGroup(id, id, found.get(id) ?? []));
  const rest = found.get(without);
  return { groups: rest === undefined ? groups : [...groups, plainGroup(without, 'No Year', rest)], idsOf };
}

function idsOf({ year }: Paper): readonly string[] {
  return [year === undefined ? without : String(year)];
}

import type { Paper } from '../../core/paper.ts';
import type { ReadingState } from '../../core/readingLists.ts';
import type { Grouping } from './viewGroup.ts';
import { gather, plainGroup } from './viewGroup.ts';

const labels: Readonly<Record<ReadingState, string>> = { unread: 'Unread', reading: 'Reading', read: 'Read' };
const order: readonly ReadingState[] = ['unread', 'reading', 'read'];

/** By how far papers are read. All three groups, also those without papers, if there are any: papers can be put there. */
export function groupByState(papers: readonly Paper[], stateOf: (key: string) => ReadingState): Grouping {
  const idsOf = ({ key }: Paper): readonly string[] => [stateOf(key)];
  const found = gather(papers, idsOf);
  if (papers.length === 0) return { groups: [], idsOf };
  return { groups: order.map((state) => plainGroup(state, labels[state], found.get(state) ?? [])), idsOf };
}

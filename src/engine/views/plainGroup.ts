import type { GroupRow } from '../paperEngine.ts';

/** What a group has that is no theme. */
export const plainGroup: Pick<GroupRow, 'terms' | 'examples' | 'parts' | 'pinned'> = {
  terms: [],
  examples: [],
  parts: [],
  pinned: false,
};

import type { GroupRow } from '../paperEngine.ts';

/** A group that is no theme, and so has nothing but papers. */
export function plainGroup(id: string, label: string, count: number): GroupRow {
  return { id, label, terms: [], examples: [], count, parts: [], pinned: false };
}

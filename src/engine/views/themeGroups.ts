import type { Theme } from '../../core/themes/theme.ts';
import type { GroupRow } from '../paperEngine.ts';

/** Titles that say what a theme is about. */
const mostExamples = 3;

/** One row for each theme; with a filter only those that have papers of it. */
export function themeRows(
  themes: readonly Theme[],
  titleOf: (key: string) => string | undefined,
  found: ReadonlyMap<string, number> | undefined,
): readonly GroupRow[] {
  return themes
    .map(({ id, label, terms, keys, parts = [], pinned = false }): GroupRow => {
      const count = found === undefined ? keys.length : keys.filter((key) => found.has(key)).length;
      const examples = keys.slice(0, mostExamples).flatMap((key) => titleOf(key) ?? []);
      return { id, label, terms, examples, count, parts: themeRows(parts, titleOf, found), pinned };
    })
    .filter(({ count }) => found === undefined || count > 0);
}

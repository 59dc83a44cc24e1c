import type { Paper } from '../../core/paper.ts';
import type { Theme } from '../../core/themes/theme.ts';
import type { Grouping, ViewGroup } from './viewGroup.ts';

interface Library {
  get(key: string): Paper | undefined;
  /** Ids of its themes, strongest first; of a part or of the theme it is in. */
  themesOf(paper: Paper): readonly string[];
}

/** One group for each theme, its smaller themes within it, the most central papers first. */
export function groupByTheme(themes: readonly Theme[], library: Library): Grouping {
  const groups = themes.map((theme) => groupOf(theme, library));
  return { groups, idsOf: (paper) => placesOf(paper, groups, library) };
}

function groupOf({ id, label, terms, keys, parts = [], pinned = false }: Theme, library: Library): ViewGroup {
  const members = [...new Set(keys.map((key) => library.get(key)))].filter((paper) => paper !== undefined);
  const inParts = new Set(parts.flatMap((part) => part.keys));
  return {
    id,
    label,
    terms,
    pinned,
    members,
    own: inParts.size === 0 ? members : members.filter(({ key }) => !inParts.has(key)),
    parts: parts.map((part) => groupOf(part, library)),
    showsParts: true,
  };
}

/** In each of its themes the part that has it, else the theme itself. */
function placesOf(paper: Paper, groups: readonly ViewGroup[], library: Library): readonly string[] {
  const places = new Set<string>();
  for (const id of library.themesOf(paper)) {
    const top = groups.find((group) => group.id === id || group.parts.some((part) => part.id === id));
    const part = top?.parts.find((one) => one.id === id) ?? top?.parts.find(({ members }) => members.includes(paper));
    if (top !== undefined) places.add((part ?? top).id);
  }
  return [...places];
}

import type { ThemeChange } from './curation/themeChange.ts';
import { otherId } from './themeIds.ts';

/** A paper that is dragged, and the theme it was dragged from, where it was one. */
export interface DraggedPaper {
  readonly key: string;
  readonly from?: string | undefined;
}

/**
 * What papers dropped on a theme come to: they move there from the theme they were dragged from, and stand there, too, when
 * they come from elsewhere. Dropped on "Other" they leave their theme; "Other" itself is no theme to be taken out of. One
 * change for each theme they come from, in the order of the papers; none where everything is in its place.
 */
export function themeDrop(papers: readonly DraggedPaper[], into: string): readonly ThemeChange[] {
  const keysFrom = new Map<string | undefined, Set<string>>();
  for (const { key, from } of papers) {
    if (from === into) continue;
    const source = from === otherId ? undefined : from;
    keysFrom.set(source, (keysFrom.get(source) ?? new Set()).add(key));
  }
  return [...keysFrom].flatMap(([from, dragged]): readonly ThemeChange[] => {
    const keys = [...dragged];
    if (into !== otherId) return [{ kind: 'put', keys, into, ...(from === undefined ? {} : { from }) }];
    return from === undefined ? [] : [{ kind: 'takeOut', keys, from }];
  });
}

import type { Paper } from '../../../../src/core/paper.ts';
import type { Theme } from '../../../../src/core/themes/theme.ts';
import type { ReadingState } from '../../../../src/core/readingLists.ts';
import type { GroupRow, GroupView } from '../../../../src/engine/paperEngine.ts';
import { LibraryViews } from '../../../../src/engine/views/libraryViews.ts';
import { paperOf } from '../../core/search/papers.ts';

/** What a test says of a library; nothing is filtered, cited or read unless told. */
export interface Library {
  papers: readonly Paper[];
  themes?: readonly Theme[];
  files?: ReadonlySet<string>;
  /** Keys that a filter finds, best first. */
  found?: Readonly<Record<string, readonly string[]>>;
  cited?: ReadonlySet<string>;
  states?: Readonly<Record<string, ReadingState>>;
  seen?: Readonly<Record<string, number>>;
}

/** Views over a library that the test may change; `searches` counts how often a filter was asked. */
export function viewsOver(library: Library): LibraryViews {
  const answers = new Map<string, ReadonlyMap<string, number>>();
  const get = (key: string): Paper | undefined =>
    library.papers.find((paper) => paper.key === key || paper.aliases.includes(key));
  return new LibraryViews({
    get,
    papers: () => library.papers,
    files: () => library.files ?? new Set(library.papers.flatMap(({ sources }) => sources.map(({ uri }) => uri))),
    themes: () => library.themes ?? noThemes,
    row: ({ key, title, authors, year, venue, sources }, source = sources[0]) => {
      return { key, title, authors, year, venue, themes: [], source };
    },
    themesOf: (key) => (library.themes ?? []).filter(({ keys }) => keys.includes(key)).map(({ id }) => id),
    stateOf: (key) => library.states?.[key] ?? 'unread',
    cited: () => library.cited ?? new Set(),
    facts: () => library.states ?? library.cited,
    seenAt: (key) => library.seen?.[key] ?? 0,
    filtered(filter) {
      if (filter === undefined) return undefined;
      const known = answers.get(filter) ?? new Map((library.found?.[filter] ?? []).map((key, at) => [key, at]));
      answers.set(filter, known);
      return known;
    },
  });
}

const noThemes: readonly Theme[] = [];

/** A paper by people in a year; its key is its title without spaces. */
export function by(authors: readonly string[], title: string, fields: Partial<Paper> = {}): Paper {
  return paperOf({ key: title.replaceAll(' ', ''), title, authors, ...fields });
}

/** `label: count` of each row. */
export function labelled(rows: readonly GroupRow[]): readonly string[] {
  return rows.map(({ label, id, count }) => `${label === '' ? id : label}: ${String(count)}`);
}

/** Keys of a group in their order. */
export function keysOf(views: LibraryViews, view: GroupView, id: string): readonly string[] {
  return views.groupPapers(view, id).map(({ key }) => key);
}

/** Every group of a view, parts included. */
export function allGroups(views: LibraryViews, view: GroupView, within?: string): readonly GroupRow[] {
  const groups = views.groups(view, within);
  const parts = groups.filter(({ divided }) => divided).flatMap(({ id }) => allGroups(views, view, id));
  return groups.concat(parts);
}

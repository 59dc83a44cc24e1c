import type { Paper } from '../core/paper.ts';
import type { SearchFacts } from '../core/search/paperSearch.ts';
import type { Theme } from '../core/themes/theme.ts';
import { tokenize } from '../core/search/tokenizer.ts';

/** What only the host knows of papers: it decides filters and breaks ties. Keys and aliases. */
export interface WriterFacts {
  /** Keys cited in the document that is being written. */
  readonly cited: readonly string[];
  /** Keys of papers opened or cited lately, the last one first. */
  readonly recent: readonly string[];
  /** Keys of papers that were begun, and of those that were read; all others are unread. */
  readonly reading?: readonly string[] | undefined;
  readonly read?: readonly string[] | undefined;
  /** Keys of papers chosen on the theme map: what `is:selected` finds. */
  readonly selected?: readonly string[] | undefined;
}

export const noWriterFacts: WriterFacts = { cited: [], recent: [] };

/** The library as far as facts need it. */
export interface FactSources {
  get(key: string): Paper | undefined;
  themes(): readonly Theme[];
}

/** What the host told, by the keys of the papers that there are; `noted`: those with a note. */
export function searchFacts(told: WriterFacts, noted: ReadonlySet<string>, sources: FactSources): SearchFacts {
  const read = keysOf(told.read ?? [], sources);
  return {
    cited: keysOf(told.cited, sources),
    recent: keysOf(told.recent, sources),
    noted,
    reading: without(keysOf(told.reading ?? [], sources), read),
    read,
    selected: keysOf(told.selected ?? [], sources),
    inTheme: (name) => keysInTheme(name, sources.themes()),
  };
}

/** Keys that are unknown may be those of papers of an earlier session. */
function keysOf(keys: readonly string[], sources: FactSources): ReadonlySet<string> {
  return new Set(keys.map((key) => sources.get(key)?.key ?? key));
}

/** Two keys of an earlier day may mean one paper now: what was read stays read. */
function without(keys: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...keys].filter((key) => !others.has(key)));
}

/** Of the theme with this id or label, or of all themes whose label has words that begin like those of the name. */
function keysInTheme(name: string, themes: readonly Theme[]): ReadonlySet<string> {
  const folded = tokenize(name).join(' ');
  const exact = themes.filter(({ id, label }) => id === name || tokenize(label).join(' ') === folded);
  const words = tokenize(name);
  const meant = exact.length > 0 ? exact : themes.filter(({ label }) => holdsWords(label, words));
  return new Set(meant.flatMap(({ keys }) => keys));
}

function holdsWords(label: string, words: readonly string[]): boolean {
  const own = tokenize(label);
  return words.every((word) => own.some((term) => term.startsWith(word)));
}

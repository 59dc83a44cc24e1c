import type { Theme, ThemeModel } from '../theme.ts';
import { otherId } from '../themeIds.ts';
import { claimThemes, isGroupId, type Claims } from './claimThemes.ts';
import type { Curation } from './curation.ts';
import { listThemes, type ShownTheme } from './listThemes.ts';
import type { PaperShelf } from './paperShelf.ts';

/** The themes with the writer's corrections, and how they came about. */
export interface CuratedThemes {
  readonly themes: readonly Theme[];
  /** By key, strongest first; every paper has at least one. */
  readonly themesOf: ReadonlyMap<string, readonly string[]>;
  /** What each shown theme stands for, by its id. */
  readonly shown: ReadonlyMap<string, ShownTheme>;
  /** The id of the shown theme that an id in a line means; `undefined` when nothing knows it now. */
  readonly meaningOf: (id: string) => string | undefined;
}

/** What the themes are made of: the model without corrections. */
export interface BaseThemes extends Pick<ThemeModel, 'themes' | 'themesOf'> {
  /** Ids of all other themes, nearest first. */
  nearestThemes(key: string): readonly string[];
}

const papersPerStep = 500;

/**
 * Puts the writer's corrections on top of `base`. Linear but for the papers of deleted themes, whose nearest theme is looked
 * for; each step takes a few milliseconds. Every paper of the shelf is in a theme, and every line holds whose themes are
 * written.
 */
export function* curateThemes(
  base: BaseThemes,
  curation: Curation,
  shelf: PaperShelf,
): Generator<void, CuratedThemes, void> {
  const made = base.themes();
  const claims = claimThemes(
    curation,
    (key) => shelf.resolve(key),
    (key) => base.themesOf(key),
  );
  const names = new Names(made, curation, claims);
  yield;
  const places = new Places(base, names, claims);
  const lines = shelf.lines(curation.papers);
  const themesOf = new Map<string, readonly string[]>();
  for (const [at, { key }] of shelf.papers.entries()) {
    const written = lines.get(key)?.value;
    themesOf.set(key, names.written(written) ?? places.of(key));
    if (at % papersPerStep === papersPerStep - 1) yield;
  }
  const shown = names.shown(made);
  const themes = yield* listThemes([...shown.values()], shelf.papers, themesOf);
  return { themes, themesOf, shown, meaningOf: (id) => names.meaningOf(id) };
}

/** The ids under which themes are shown. */
class Names {
  readonly #curation: Curation;
  readonly #byBase: ReadonlyMap<string, string>;
  readonly #deleted: ReadonlySet<string>;
  readonly #known: ReadonlySet<string>;

  constructor(made: readonly Theme[], curation: Curation, { owners }: Claims) {
    this.#curation = curation;
    const taken = new Set([...curation.themes.keys(), ...made.map(({ id }) => id)]);
    this.#byBase = new Map(
      made.map(({ id }) => [id, owners.get(id) ?? (curation.themes.has(id) ? freeId(id, taken) : id)]),
    );
    this.#deleted = new Set([...curation.themes].flatMap(([id, theme]) => (theme.deleted ? [id] : [])));
    this.#known = new Set([...curation.themes.keys(), ...this.#byBase.values(), otherId]);
  }

  /** Under which a made theme is shown; `undefined` when it is deleted. */
  of(base: string): string | undefined {
    const id = this.#byBase.get(base) ?? base;
    return this.#deleted.has(id) ? undefined : id;
  }

  /** The ids of a paper's line that say something now; `undefined` when there are none of some. */
  written(ids: readonly string[] | undefined): readonly string[] | undefined {
    if (ids === undefined) return undefined;
    const known = new Set(ids.flatMap((id) => this.meaningOf(id) ?? []));
    if (known.size === 0) return ids.length === 0 ? [otherId] : undefined;
    return [...known];
  }

  /** Of an id in a line: that of a written theme, or of a made one by its own id. */
  meaningOf(id: string): string | undefined {
    const name = this.#curation.themes.has(id) ? id : (this.#byBase.get(id) ?? id);
    return this.#known.has(name) && !this.#deleted.has(name) ? name : undefined;
  }

  /** All themes that may be shown, those that the writer made first. */
  shown(made: readonly Theme[]): ReadonlyMap<string, ShownTheme> {
    const parts = new Map<string, Theme[]>();
    for (const theme of made) {
      const id = this.of(theme.id);
      if (id === undefined) continue;
      const list = parts.get(id);
      if (list === undefined) parts.set(id, [theme]);
      else list.push(theme);
    }
    const shown = new Map<string, ShownTheme>();
    for (const [id, written] of this.#curation.themes) {
      if (!written.deleted && !parts.has(id)) shown.set(id, { id, written, made: [] });
    }
    for (const [id, list] of parts) shown.set(id, { id, written: this.#curation.themes.get(id), made: list });
    if (!shown.has(otherId)) shown.set(otherId, { id: otherId, written: undefined, made: [] });
    return shown;
  }
}

/** Where papers stand of which nothing is written. */
class Places {
  readonly #base: BaseThemes;
  readonly #names: Names;
  readonly #claims: Claims;

  constructor(base: BaseThemes, names: Names, claims: Claims) {
    this.#base = base;
    this.#names = names;
    this.#claims = claims;
  }

  of(key: string): readonly string[] {
    const made = this.#base.themesOf(key);
    const kept = this.#claims.kept.get(key);
    // What a written theme keeps is a guess no longer; what the files say stays beside it.
    const ids = new Set(kept);
    for (const id of kept === undefined ? made : made.filter(isGroupId)) {
      const name = this.#names.of(id);
      if (name !== undefined) ids.add(name);
    }
    if (ids.size > 0) return [...ids];
    for (const id of this.#base.nearestThemes(key)) {
      const name = this.#names.of(id);
      if (name !== undefined) return [name];
    }
    return [otherId];
  }
}

function freeId(id: string, taken: Set<string>): string {
  let number = 2;
  while (taken.has(`${id}-${number}`)) number += 1;
  taken.add(`${id}-${number}`);
  return `${id}-${number}`;
}

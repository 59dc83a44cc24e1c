import type { Theme } from '../theme.ts';
import { newThemeId, otherId } from '../themeIds.ts';
import { allLabel, otherLabel } from '../themeModel.ts';
import { isGroupId } from './claimThemes.ts';
import type { CuratedThemes } from './curateThemes.ts';
import type { Curation, Likeness } from './curation.ts';
import type { ShownTheme } from './listThemes.ts';
import type { PaperShelf } from './paperShelf.ts';
import { foldLabel } from './themeLabel.ts';
import type { ThemePatch, ThemesFileChanges } from './themesFileEdits.ts';

/** What a change starts from. */
export interface CurationState {
  readonly curation: Curation;
  readonly curated: CuratedThemes;
  readonly shelf: PaperShelf;
}

/** So many of the most central papers tell a theme again when themes were made anew. */
const mostAnchors = 12;

/** The lines that a change writes, while it is being planned. */
export class CurationDraft implements ThemesFileChanges {
  readonly themes = new Map<string, ThemePatch | undefined>();
  readonly papers = new Map<string, readonly string[] | undefined>();
  readonly #state: CurationState;
  readonly #lines: ReadonlyMap<string, { readonly name: string; readonly value: readonly string[] }>;

  constructor(state: CurationState) {
    this.#state = state;
    this.#lines = state.shelf.lines(state.curation.papers);
  }

  /** Makes sure that a shown theme has a line, so that it lasts and papers can name it. */
  write(theme: ShownTheme, patch: ThemePatch = {}): void {
    const { id, written } = theme;
    if (written === undefined && !this.themes.has(id)) {
      const like = likenessesOf(theme).filter((item) => item !== id);
      this.themes.set(id, { label: this.#labelOf(id), ...(like.length === 0 ? {} : { like }) });
    }
    if (Object.keys(patch).length > 0) this.themes.set(id, { ...this.themes.get(id), ...patch });
  }

  /** A line for a theme that no other stands for; gives its id. */
  create(label: string): string {
    const { curation, curated } = this.#state;
    const parts = curated.themes.flatMap((theme) => theme.parts ?? []);
    const named = [...curation.papers.values()].flat();
    const taken = [...curation.themes.keys(), ...curated.shown.keys(), ...parts.map(({ id }) => id), ...named];
    const id = newThemeId(label, new Set(taken));
    this.themes.set(id, { label });
    return id;
  }

  /** Themes in which a paper stands now, strongest first, "Other" left out. */
  idsOf(key: string): readonly string[] {
    return (this.#state.curated.themesOf.get(key) ?? []).filter((id) => id !== otherId);
  }

  hasLine(key: string): boolean {
    return this.#lines.has(key);
  }

  /** Puts a paper into exactly these themes; what its line says of themes that nothing knows now stays. */
  place(key: string, ids: readonly string[]): void {
    const { shown, meaningOf } = this.#state.curated;
    for (const id of ids) {
      const theme = shown.get(id);
      if (theme !== undefined) this.write(theme);
    }
    const line = this.#lines.get(key);
    const unknown = (line?.value ?? []).filter((id) => meaningOf(id) === undefined);
    this.papers.set(line?.name ?? key, [...new Set([...ids, ...unknown])]);
  }

  /** In every line, also of papers that are not there now, a theme becomes another or none. */
  replaceEverywhere(old: ReadonlySet<string>, by: string | undefined): void {
    const { curation, curated } = this.#state;
    for (const [name, ids] of curation.papers) {
      const isOld = (id: string): boolean => old.has(id) || old.has(curated.meaningOf(id) ?? '');
      if (!ids.some(isOld)) continue;
      const next = new Set(ids.flatMap((id) => (isOld(id) ? (by ?? []) : id)));
      this.papers.set(name, next.size === 0 ? undefined : [...next]);
    }
  }

  /** One sentence why a theme may not have this label; `undefined` when it may. */
  refusalOf(label: string, own?: string): string | undefined {
    const folded = foldLabel(label);
    if (label === '') return 'A theme needs a name.';
    if ([otherLabel, allLabel].some((reserved) => foldLabel(reserved) === folded)) {
      return `"${label}" is what Paperside calls papers without a theme: choose another name.`;
    }
    const isTaken = this.#labels(own).some((taken) => foldLabel(taken) === folded);
    return isTaken ? `There is a theme "${label}" already: choose another name, or merge the two.` : undefined;
  }

  /** Folded labels of all themes, shown or not. */
  takenLabels(): Set<string> {
    return new Set([otherLabel, allLabel, ...this.#labels(undefined)].map(foldLabel));
  }

  /** Also of themes that have no papers now. */
  #labels(without: string | undefined): readonly string[] {
    const { curation, curated } = this.#state;
    const shown = curated.themes.filter(({ id }) => id !== without).map(({ label }) => label);
    const written = [...curation.themes].flatMap(([id, { label, deleted }]) =>
      id === without || deleted || label === undefined ? [] : [label],
    );
    return [...shown, ...written];
  }

  #labelOf(id: string): string {
    return this.#state.curated.themes.find((theme) => theme.id === id)?.label ?? id;
  }
}

/** By what a theme is told again: what the writer's line says, else the made theme itself. */
export function likenessesOf({ id, written, made }: ShownTheme): readonly Likeness[] {
  if (written === undefined) return made.map(likenessOf);
  return isGroupId(id) ? [id, ...written.like] : written.like;
}

function likenessOf({ id, keys }: Theme): Likeness {
  return isGroupId(id) ? id : keys.slice(0, mostAnchors);
}

import type { LibraryDiff } from '../library/libraryDiff.ts';
import type { Paper } from '../paper.ts';
import type { Frozen } from './frozen.ts';
import type { Halves } from './halves.ts';
import type { PaperText } from './paperText.ts';
import type { LastingThemes, Theme } from './theme.ts';
import { fileGroupsOf } from './fileGroups.ts';
import { halvesOf } from './halves.ts';
import { allLabel, createThemeModel, otherLabel } from './themeModel.ts';

/**
 * The themes of a library: the groups that its files put papers in (headings of reading lists, groups of reference
 * managers), and for the papers without a group those that `createThemeModel` infers from their texts. A paper may be in
 * several groups of files, else it is in exactly one theme.
 */
export function createThemes(): LastingThemes {
  return new FileThemes();
}

class FileThemes implements LastingThemes {
  /** Papers with a group never reach it. */
  readonly #inferred = createThemeModel(() => this.#groups.map(({ label }) => label));
  #groups: readonly Theme[] = [];
  /** Ids of groups by key, in the order of the paper's files. */
  #groupsOf: ReadonlyMap<string, readonly string[]> = new Map();
  #texts: ReadonlyMap<string, PaperText> = new Map();
  #shown: readonly Theme[] | undefined;

  *update(diff: LibraryDiff, papers: readonly Paper[]): Generator<void, void, void> {
    const before = this.#groupsOf;
    this.#shown = undefined;
    const { groups, groupsOf } = fileGroupsOf(papers);
    this.#groups = groups;
    this.#groupsOf = groupsOf;
    this.#texts = new Map(papers.map((paper) => [paper.key, paper]));
    const isIn = ({ key }: Paper): boolean => !this.#groupsOf.has(key);
    const wasIn = ({ key }: Paper): boolean => !before.has(key);
    const rest: LibraryDiff = {
      added: [...diff.added.filter(isIn), ...diff.changed.filter((paper) => isIn(paper) && !wasIn(paper))],
      changed: diff.changed.filter((paper) => isIn(paper) && wasIn(paper)),
      removed: [...diff.removed.filter(wasIn), ...diff.changed.filter((paper) => !isIn(paper) && wasIn(paper))],
    };
    yield* this.#inferred.update(rest, this.#groupsOf.size === 0 ? papers : papers.filter(isIn));
    this.#shown = undefined;
  }

  themes(): readonly Theme[] {
    this.#shown ??= [...this.#groups, ...this.#inferredThemes()];
    return this.#shown;
  }

  themesOf(key: string): readonly string[] {
    return this.#groupsOf.get(key) ?? this.#inferred.themesOf(key);
  }

  get areProvisional(): boolean {
    return this.#inferred.areProvisional;
  }

  expectMore(more: boolean): void {
    this.#inferred.expectMore(more);
  }

  renewWithNext(): void {
    this.#inferred.renewWithNext();
  }

  frozen(): Frozen | undefined {
    return this.#inferred.frozen();
  }

  restore(frozen: Frozen): void {
    this.#inferred.restore(frozen);
  }

  nearestThemes(key: string, most: number): readonly string[] {
    const paper = this.#texts.get(key);
    return this.#groupsOf.has(key) && paper !== undefined
      ? this.#inferred.nearestTo(paper, most)
      : this.#inferred.nearestThemes(key, most);
  }

  halvesOf(keys: readonly string[]): Generator<void, Halves, void> {
    return halvesOf([...new Set(keys)].flatMap((key) => this.#texts.get(key) ?? []));
  }

  /** No label twice; beside groups the papers without one are not all. */
  #inferredThemes(): readonly Theme[] {
    const themes = this.#inferred.themes();
    if (this.#groups.length === 0) return themes;
    const taken = new Set(this.#groups.map(({ label }) => folded(label)));
    return themes.map((theme) => {
      const label = theme.label === allLabel ? otherLabel : theme.label;
      return renamed(theme, taken.has(folded(label)) ? `${label} (More)` : label);
    });
  }
}

function folded(label: string): string {
  return label.normalize('NFKC').toLowerCase();
}

function renamed(theme: Theme, label: string): Theme {
  return { ...theme, label };
}

import type { LibraryDiff } from '../../library/libraryDiff.ts';
import type { Theme, ThemeModel } from '../theme.ts';

/**
 * The nearest themes of papers, worked out once: papers of a deleted theme are looked at with every change of the
 * library, and each takes a comparison with every theme.
 */
export class RememberedNearest {
  readonly #base: Pick<ThemeModel, 'themes' | 'nearestThemes'>;
  readonly #nearest = new Map<string, readonly string[]>();
  #themes: readonly Theme[] = [];

  constructor(base: Pick<ThemeModel, 'themes' | 'nearestThemes'>) {
    this.#base = base;
  }

  /** Forgets what a change of the library made untrue: all of it once the themes are other ones. */
  follow({ added, changed, removed }: LibraryDiff): void {
    const before = this.#themes;
    this.#themes = this.#base.themes();
    const areSame =
      before.length === this.#themes.length && this.#themes.every((theme, at) => isSame(theme, before[at]));
    if (!areSame) this.#nearest.clear();
    for (const { key } of [...added, ...changed, ...removed]) this.#nearest.delete(key);
  }

  /** Ids of all other themes, nearest first. */
  of(key: string): readonly string[] {
    let nearest = this.#nearest.get(key);
    if (nearest === undefined) {
      nearest = this.#base.nearestThemes(key, this.#base.themes().length);
      this.#nearest.set(key, nearest);
    }
    return nearest;
  }
}

/** Themes that are made anew have terms of their own; "Other" has none. */
function isSame({ id, terms }: Theme, before: Theme | undefined): boolean {
  return before?.id === id && (before.terms === terms || (terms.length === 0 && before.terms.length === 0));
}

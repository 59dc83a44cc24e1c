import type { LibraryDiff } from '../../library/libraryDiff.ts';
import type { Paper } from '../../paper.ts';
import type { Problem } from '../../problem.ts';
import { finished } from '../../finished.ts';
import type { Halves } from '../halves.ts';
import type { Theme, ThemeModel } from '../theme.ts';
import { curateThemes, type BaseThemes, type CuratedThemes } from './curateThemes.ts';
import { PaperShelf } from './paperShelf.ts';
import { planThemeChange } from './planThemeChange.ts';
import { RememberedNearest } from './rememberedNearest.ts';
import { noThemesFile, readThemesFile, type ThemesFile } from './readThemesFile.ts';
import type { ThemeChange, ThemeChangePlan } from './themeChange.ts';
import { themesFileEdits } from './themesFileEdits.ts';

/** Themes on which the writer has the last word. Themes that the writer pinned or made are listed without papers, too. */
export interface CuratedThemeModel extends ThemeModel {
  /**
   * The writer's corrections, as their file says them; `undefined` when there is none. Gives what is wrong with the text:
   * what can be read of it holds. Each step takes a few milliseconds.
   */
  setFile(text: string | undefined): Generator<void, readonly Problem[], void>;
  /**
   * What a correction makes of the text that `setFile` was given last. Changes nothing. Each step takes a few milliseconds;
   * nothing else may change the themes before the last one.
   */
  plan(change: ThemeChange): Generator<void, ThemeChangePlan, void>;
}

/** Puts the writer's corrections on top of `base`, whatever becomes of the papers and of the themes below. */
export function createCuratedThemes(base: ThemeModel): CuratedThemeModel {
  return new CuratedModel(base);
}

class CuratedModel implements CuratedThemeModel {
  readonly #base: ThemeModel;
  readonly #nearest: RememberedNearest;
  #text: string | undefined;
  #file: ThemesFile = noThemesFile;
  #papers: readonly Paper[] = [];
  #shelf: PaperShelf | undefined;
  #curated: CuratedThemes | undefined;

  constructor(base: ThemeModel) {
    this.#base = base;
    this.#nearest = new RememberedNearest(base);
  }

  *update(diff: LibraryDiff, papers: readonly Paper[]): Generator<void, void, void> {
    this.#papers = papers;
    this.#shelf = undefined;
    this.#curated = undefined;
    yield* this.#base.update(diff, papers);
    // Who asked meanwhile got an answer of the themes half-way.
    this.#curated = undefined;
    this.#nearest.follow(diff);
    if (this.#isCurated()) this.#curated = yield* this.#curate(this.#file);
  }

  *setFile(text: string | undefined): Generator<void, readonly Problem[], void> {
    if (text !== this.#text || this.#curated === undefined) {
      const file = yield* readThemesFile(text);
      // Whoever asks meanwhile is answered from the file before.
      const curated = isCurated(file) ? yield* this.#curate(file) : undefined;
      this.#file = file;
      this.#text = text;
      this.#curated = curated;
    }
    return this.#file.problems;
  }

  *plan(change: ThemeChange): Generator<void, ThemeChangePlan, void> {
    const { curation, root, blocked } = this.#file;
    if (blocked !== undefined) {
      return { ok: false, error: `Nothing can be written into the themes file: ${blocked}. Mend it first.` };
    }
    if (this.#curated === undefined) this.#curated = yield* this.#curate(this.#file);
    const plan = yield* planThemeChange(change, {
      curation,
      curated: this.#curated,
      shelf: this.#shelfNow(),
      halvesOf: (keys) => this.#base.halvesOf(keys),
    });
    if (!plan.ok) return plan;
    yield;
    const { themes, papers } = plan.lines;
    const isNothing = themes.size === 0 && papers.size === 0;
    const edits = isNothing ? [] : themesFileEdits(this.#text ?? '', root, plan.lines);
    return { ok: true, edits, theme: plan.theme };
  }

  themes(): readonly Theme[] {
    return this.#isCurated() ? this.#now().themes : this.#base.themes();
  }

  themesOf(key: string): readonly string[] {
    return this.#isCurated() ? (this.#now().themesOf.get(key) ?? []) : this.#base.themesOf(key);
  }

  nearestThemes(key: string, most: number): readonly string[] {
    if (!this.#isCurated()) return this.#base.nearestThemes(key, most);
    const own = new Set(this.themesOf(key));
    const near = this.#nearest.of(key);
    return [...new Set(near.flatMap((id) => this.#now().meaningOf(id) ?? []))]
      .filter((id) => !own.has(id))
      .slice(0, most);
  }

  halvesOf(keys: readonly string[]): Generator<void, Halves, void> {
    return this.#base.halvesOf(keys);
  }

  #isCurated(): boolean {
    return isCurated(this.#file);
  }

  #curate({ curation }: ThemesFile): Generator<void, CuratedThemes, void> {
    const base: BaseThemes = {
      themes: () => this.#base.themes(),
      themesOf: (key) => this.#base.themesOf(key),
      nearestThemes: (key) => this.#nearest.of(key),
    };
    return curateThemes(base, curation, this.#shelfNow());
  }

  #shelfNow(): PaperShelf {
    this.#shelf ??= new PaperShelf(this.#papers);
    return this.#shelf;
  }

  /** Worked out at once when somebody asks before it was their turn. */
  #now(): CuratedThemes {
    this.#curated ??= finished(this.#curate(this.#file));
    return this.#curated;
  }
}

function isCurated({ curation: { themes, papers } }: ThemesFile): boolean {
  return themes.size > 0 || papers.size > 0;
}

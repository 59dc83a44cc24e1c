import { joinDiffs, noDiff, type LibraryDiff } from '../../core/library/libraryDiff.ts';
import type { Paper } from '../../core/paper.ts';
import type { Problem } from '../../core/problem.ts';
import { createCuratedThemes } from '../../core/themes/curation/curatedThemeModel.ts';
import { createThemes } from '../../core/themes/fileThemes.ts';
import type { Theme } from '../../core/themes/theme.ts';
import type { IndexCache } from '../cache/indexCache.ts';
import { type KeeperPorts, ThemesKeeper } from '../cache/themesCache.ts';
import type { ThemeChange, ThemeChangePlan } from '../paperEngine.ts';

/** The themes of the engine's library, with the writer's corrections on top, and what they do not follow yet. */
export class EngineThemes {
  readonly #inferred = createThemes();
  readonly #model = createCuratedThemes(this.#inferred);
  readonly #keeper: ThemesKeeper;
  #toGroup: LibraryDiff = noDiff;

  /** Without a `cache` the themes are made anew in each session. */
  constructor(cache: IndexCache | undefined, ports: KeeperPorts) {
    this.#keeper = new ThemesKeeper(cache, this.#inferred, ports);
  }

  /** Resolves when themes of an earlier session are there, or when there are none: not before may anything be grouped. */
  get restored(): Promise<void> {
    return this.#keeper.restored;
  }

  /** Keeps the inferred themes for the next session when they are new. Never rejects. */
  keep(): Promise<void> {
    return this.#keeper.keep();
  }

  /** The library changed: the themes follow it with the next `group`. */
  note(diff: LibraryDiff): void {
    this.#toGroup = joinDiffs(this.#toGroup, diff);
  }

  /** Makes the themes follow. `papers` is the whole library now, or with `more` the first papers of a load. */
  group(papers: readonly Paper[], more = false): Generator<void, void, void> {
    const diff = this.#toGroup;
    this.#toGroup = noDiff;
    this.#inferred.expectMore(more);
    return this.#model.update(diff, papers);
  }

  /** Makes the inferred themes anew, moving few papers. */
  regroup(papers: readonly Paper[]): Generator<void, void, void> {
    this.regroupWithNext();
    return this.group(papers);
  }

  /** The same, with the next `group` that gets the whole library. */
  regroupWithNext(): void {
    this.#inferred.renewWithNext();
  }

  /** Whether the themes are only those of the first papers of a load: nothing but its end makes others of them. */
  get areProvisional(): boolean {
    return this.#inferred.areProvisional;
  }

  themes(): readonly Theme[] {
    return this.#model.themes();
  }

  /** Ids of the themes of a paper, strongest first. */
  themesOf(key: string): readonly string[] {
    return this.#model.themesOf(key);
  }

  /** The writer's corrections, as their file says them; gives what is wrong with them. */
  setFile(text: string | undefined): Generator<void, readonly Problem[], void> {
    return this.#model.setFile(text);
  }

  /** What a correction makes of that file. Nothing else may change the themes before the last step. */
  plan(change: ThemeChange): Generator<void, ThemeChangePlan, void> {
    return this.#model.plan(change);
  }
}

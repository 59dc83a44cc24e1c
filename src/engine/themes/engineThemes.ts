import { joinDiffs, noDiff, type LibraryDiff } from '../../core/library/libraryDiff.ts';
import type { Paper } from '../../core/paper.ts';
import type { Problem } from '../../core/problem.ts';
import { createCuratedThemes } from '../../core/themes/curation/curatedThemeModel.ts';
import { createThemes } from '../../core/themes/fileThemes.ts';
import type { Theme } from '../../core/themes/theme.ts';
import type { ThemeChange, ThemeChangePlan } from '../paperEngine.ts';

/** The themes of the engine's library, with the writer's corrections on top, and what they do not follow yet. */
export class EngineThemes {
  readonly #model = createCuratedThemes(createThemes());
  #toGroup: LibraryDiff = noDiff;

  /** The library changed: the themes follow it with the next `group`. */
  note(diff: LibraryDiff): void {
    this.#toGroup = joinDiffs(this.#toGroup, diff);
  }

  /** Makes the themes follow. `papers` is the whole library now. */
  group(papers: readonly Paper[]): Generator<void, void, void> {
    const diff = this.#toGroup;
    this.#toGroup = noDiff;
    return this.#model.update(diff, papers);
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

  /** What a correction makes of that file. */
  plan(change: ThemeChange): ThemeChangePlan {
    return this.#model.plan(change);
  }
}

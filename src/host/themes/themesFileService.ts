import type { ThemeChange } from '../../engine/paperEngine.ts';
import { ExpectedError } from '../guard.ts';
import type { LibraryService } from '../libraryService.ts';

interface Parts {
  readonly library: LibraryService;
}

/** The writer's own themes: knows their file, tells the engine what it says, and writes corrections into it. */
export class ThemesFileService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Writes a correction into the themes file, which is made where there is none, and resolves when the themes follow.
   * Several are worked off in their order. Rejects with an `ExpectedError` that says why it could not be made.
   */
  async change(change: ThemeChange): Promise<void> {
    const plan = await this.#parts.library.engine.planThemeChange(change);
    if (!plan.ok) throw new ExpectedError(plan.error);
  }
}

import type { Frozen } from '../../core/themes/frozen.ts';
import { readThemes, writeThemes } from '../../core/themes/themesImage.ts';
import type { IndexCache } from './indexCache.ts';
import { blank, paddedBytes } from '../../core/paddedBytes.ts';

/** Themes that are kept. */
export interface KeptThemes {
  frozen(): Frozen | undefined;
  restore(frozen: Frozen): void;
}

/** What the keeper needs of the engine around it. */
export interface KeeperPorts {
  /** Runs sliced work to its end, lets others have a turn in between, and gives its result. */
  drain<T>(work: Generator<unknown, T, void>): Promise<T>;
  /** Takes what somebody should know but nobody has to act upon. */
  trouble(message: string): void;
}

/** Keeps themes from one session to the next, so that a restart moves no paper. What is kept may be deleted at any time. */
export class ThemesKeeper {
  readonly #cache: IndexCache | undefined;
  readonly #themes: KeptThemes;
  readonly #ports: KeeperPorts;
  /** Resolves when themes of an earlier session are there, or when there are none. Never rejects. */
  readonly restored: Promise<void>;
  #kept: Frozen | undefined;
  #keeping: Promise<void> = Promise.resolve();

  constructor(cache: IndexCache | undefined, themes: KeptThemes, ports: KeeperPorts) {
    this.#cache = cache;
    this.#themes = themes;
    this.#ports = ports;
    this.restored = this.#restore();
  }

  async #restore(): Promise<void> {
    try {
      const [text, numbers] = (await this.#cache?.read()) ?? [];
      const frozen = text === undefined || numbers === undefined ? undefined : readThemes(linesOf(text), numbers);
      if (frozen === undefined) return;
      this.#kept = frozen;
      this.#themes.restore(frozen);
    } catch {
      // A file that cannot be read is as good as none: themes are made anew.
    }
  }

  /** Keeps the themes when they are others than those that are kept, one writing after the other. Never rejects. */
  keep(): Promise<void> {
    this.#keeping = this.#keeping.then(() => this.#keepNow());
    return this.#keeping;
  }

  async #keepNow(): Promise<void> {
    const frozen = this.#themes.frozen();
    if (this.#cache === undefined || frozen === undefined || frozen === this.#kept) return;
    this.#kept = frozen;
    try {
      const { lines, numbers } = await this.#ports.drain(writeThemes(frozen));
      const text = paddedBytes([new TextEncoder().encode(lines.join('\n'))], blank);
      await this.#cache.write([[text], [numbers]]);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#ports.trouble(`The themes could not be kept for the next start: ${reason}`);
    }
  }
}

function linesOf(bytes: ArrayBuffer): readonly string[] {
  return new TextDecoder().decode(bytes).trimEnd().split('\n');
}

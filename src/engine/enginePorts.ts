import type { IndexCache } from './cache/indexCache.ts';
import type { Formatter } from './csl/formatter.ts';
import type { Slices } from './drain.ts';

/** What the engine needs of the place it runs in. */
export interface EnginePorts extends Slices {
  /** Where the index is kept from one session to the next; nowhere when undefined. */
  readonly cache?: IndexCache | undefined;
  /** Where it is kept in which order papers came; nowhere when undefined. */
  readonly seenCache?: IndexCache | undefined;
  /** Where the themes are kept from one session to the next; nowhere when undefined. */
  readonly themesCache?: IndexCache | undefined;
  /** Where the theme map is kept from one session to the next; nowhere when undefined. */
  readonly mapCache?: IndexCache | undefined;
  /** Formats citations in another thread; in this one when undefined. */
  readonly formatter?: Formatter | undefined;
  /** Runs the text of a script, which leaves what it gives in `globalThis`; `undefined` where none can be run. */
  readonly runScript?: ((script: string) => void) | undefined;
}

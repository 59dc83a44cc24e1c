import type { Paper } from '../core/paper.ts';
import type { IndexCache } from './cache/indexCache.ts';
import { blank, paddedBytes } from '../core/paddedBytes.ts';

/** So many papers that are not there are remembered beside those that are, and as many again as are there. */
const spare = 10_000;

interface Library {
  readonly size: number;
  get(key: string): Paper | undefined;
}

/** Runs of what came together: a number that grows, and the keys. */
type Runs = readonly (readonly [moment: number, keys: readonly string[]])[];

/**
 * In what order papers came to the library, over restarts. What a workspace has when it is opened for the first time
 * came together; whatever a later load or edit brings came after it. Papers that go and come back stay where they were.
 */
export class FirstSeen {
  readonly #cache: IndexCache | undefined;
  readonly #trouble: (message: string) => void;
  readonly #moments = new Map<string, number>();
  readonly #restored: Promise<void>;
  #moment = 0;
  #isKept = true;
  #keeping: Promise<void> = Promise.resolve();

  /** Without a `cache` the order is forgotten with the engine. `trouble` takes what nobody has to act upon. */
  constructor(cache: IndexCache | undefined, trouble: (message: string) => void) {
    this.#cache = cache;
    this.#trouble = trouble;
    this.#restored = this.#restore();
  }

  async #restore(): Promise<void> {
    for (const [moment, keys] of await readRuns(this.#cache)) {
      for (const key of keys) this.#moments.set(key, moment);
      this.#moment = Math.max(this.#moment, moment + 1);
    }
  }

  /** Papers that came. They came together with those of earlier calls until the load is `complete`. */
  async note(papers: readonly Paper[], complete: boolean): Promise<void> {
    await this.#restored;
    for (const { key, aliases } of papers) {
      if (this.#moments.has(key)) continue;
      // Its file gives it another key now.
      const known = aliases.map((alias) => this.#moments.get(alias)).find((moment) => moment !== undefined);
      this.#moments.set(key, known ?? this.#moment);
      this.#isKept = false;
    }
    if (complete) this.#moment += 1;
  }

  /** Greater for what came later. Of papers that nobody noted yet that they come now. */
  seenAt(key: string): number {
    return this.#moments.get(key) ?? this.#moment;
  }

  /** Keeps what is new for the next session, one writing after the other. Never rejects. */
  keep(library: Library): Promise<void> {
    this.#keeping = this.#keeping.then(() => this.#keepNow(library));
    return this.#keeping;
  }

  async #keepNow(library: Library): Promise<void> {
    if (this.#cache === undefined || this.#isKept) return;
    this.#isKept = true;
    if (this.#moments.size > 2 * library.size + spare) {
      for (const key of this.#moments.keys()) if (library.get(key) === undefined) this.#moments.delete(key);
    }
    try {
      await this.#cache.write([[bytesOf(runsOf(this.#moments))]]);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#trouble(`Which papers came last could not be kept for the next start: ${reason}`);
    }
  }
}

function runsOf(moments: ReadonlyMap<string, number>): Runs {
  const runs = new Map<number, string[]>();
  for (const [key, moment] of moments) {
    const run = runs.get(moment);
    if (run === undefined) runs.set(moment, [key]);
    else run.push(key);
  }
  return [...runs];
}

/** JSON, with blanks up to a multiple of eight bytes. */
function bytesOf(runs: Runs): Uint8Array {
  return paddedBytes([new TextEncoder().encode(JSON.stringify(runs))], blank);
}

/** Nothing when there is nothing, or nothing that can be read. */
async function readRuns(cache: IndexCache | undefined): Promise<Runs> {
  try {
    const [bytes] = (await cache?.read()) ?? [];
    const runs: unknown = bytes === undefined ? [] : JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(runs) ? runs.flatMap((run: unknown) => runOf(run)) : [];
  } catch {
    return [];
  }
}

function runOf(run: unknown): Runs {
  if (!Array.isArray(run)) return [];
  const moment: unknown = run[0];
  const keys: unknown = run[1];
  if (typeof moment !== 'number' || !Number.isSafeInteger(moment) || !Array.isArray(keys)) return [];
  return [[moment, keys.filter((key): key is string => typeof key === 'string')]];
}

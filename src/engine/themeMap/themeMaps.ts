import type { Paper } from '../../core/paper.ts';
import { SerialQueue } from '../../core/serialQueue.ts';
import { MapModel } from '../../core/themeMap/mapModel.ts';
import type { ThemeMap } from '../../core/themeMap/themeMap.ts';
import type { IndexCache } from '../cache/indexCache.ts';
import { readKeptMap, writeKeptMap } from './keptMapFile.ts';
import type { Theme } from '../../core/themes/theme.ts';
import { otherId } from '../../core/themes/themeIds.ts';

/** What the map needs of the engine around it. */
export interface ThemeMapPorts {
  papers(): readonly Paper[];
  themes(): readonly Theme[];
  /** Ids of the themes of a paper, strongest first. */
  themesOf(key: string): readonly string[];
  /** Runs sliced work to its end, lets others have a turn in between, and gives its result. */
  drain<T>(work: Generator<unknown, T, void>): Promise<T>;
  /** Where the map is kept from one session to the next; nowhere when undefined. */
  readonly cache: IndexCache | undefined;
  /** Takes what somebody should know but nobody has to act upon. */
  trouble(message: string): void;
}

/** Makes pictures of the library, only when asked: a library whose map nobody opens costs nothing. */
export class ThemeMaps {
  readonly #ports: ThemeMapPorts;
  #model: MapModel | undefined;
  readonly #queue = new SerialQueue();
  #keeping: Promise<void> = Promise.resolve();

  constructor(ports: ThemeMapPorts) {
    this.#ports = ports;
  }

  /** The library as it is when its turn comes. One after the other: the model cannot follow two libraries at once. */
  draw(): Promise<ThemeMap> {
    return this.#queue.run(() => this.#drawNow());
  }

  async #drawNow(): Promise<ThemeMap> {
    const model = (this.#model ??= new MapModel(await readKeptMap(this.#ports.cache)));
    const papers = this.#ports.papers();
    const themes = this.#ports.themes();
    const numbers = new Map(themes.map(({ id }, number) => [id, number]));
    const groupOf = (key: string): number => {
      const [id = otherId] = this.#ports.themesOf(key);
      return numbers.get(id) ?? -1;
    };
    // As they were asked for: while the map is drawn the themes may change.
    const groups = new Map(papers.map(({ key }) => [key, groupOf(key)]));
    await this.#ports.drain(model.follow(papers, (key) => groups.get(key) ?? -1));
    void this.#keep(model);
    return toMap(papers, model, { themes, groups });
  }

  /** One writing after the other. */
  #keep(model: MapModel): Promise<void> {
    this.#keeping = this.#keeping.then(() => this.#keepNow(model));
    return this.#keeping;
  }

  async #keepNow(model: MapModel): Promise<void> {
    const { cache } = this.#ports;
    const kept = cache === undefined ? undefined : model.toKeep();
    if (cache === undefined || kept === undefined) return;
    try {
      await writeKeptMap(cache, kept);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#ports.trouble(`The theme map could not be kept for the next start: ${reason}`);
    }
  }
}

interface Grouped {
  readonly themes: readonly Theme[];
  /** Position in `themes` by key; -1 of a paper that has no theme yet. */
  readonly groups: ReadonlyMap<string, number>;
}

function toMap(papers: readonly Paper[], model: MapModel, { themes, groups }: Grouped): ThemeMap {
  const counts = themes.map(() => 0);
  const places = new Float32Array(papers.length * 2);
  const themeOf = new Uint32Array(papers.length);
  const without = themes.findIndex(({ id }) => id === otherId);
  const none = without >= 0 ? without : themes.length;
  for (const [dot, { key }] of papers.entries()) {
    places.set(model.placeOf(key) ?? [0, 0], dot * 2);
    const group = groups.get(key) ?? -1;
    const theme = group >= 0 ? group : none;
    themeOf[dot] = theme;
    counts[theme] = (counts[theme] ?? 0) + 1;
  }
  const shown = themes.map(({ id, label }, at) => ({ id, label, count: counts[at] ?? 0, isRest: id === otherId }));
  const rest = { id: otherId, label: 'Other', count: counts[none] ?? 0, isRest: true };
  return {
    keys: papers.map(({ key }) => key),
    places,
    themeOf,
    themes: none === themes.length && rest.count > 0 ? [...shown, rest] : shown,
    ...partsOf(papers, themes, themeOf),
  };
}

/** Of the theme that a paper is drawn in. */
function partsOf(
  papers: readonly Paper[],
  themes: readonly Theme[],
  themeOf: Uint32Array,
): Pick<ThemeMap, 'parts' | 'partOf'> {
  const parts = themes.flatMap(({ parts: within = [] }, theme) =>
    within.map(({ id, label }) => ({ id, label, theme })),
  );
  const numbers = new Map<string, number>();
  let number = 0;
  for (const [theme, { parts: within = [] }] of themes.entries()) {
    for (const { keys } of within) {
      for (const key of keys) numbers.set(`${String(theme)} ${key}`, number);
      number += 1;
    }
  }
  const partOf = Uint32Array.from(
    papers,
    ({ key }, dot) => numbers.get(`${String(themeOf[dot])} ${key}`) ?? parts.length,
  );
  return { parts, partOf };
}

import type { LibraryDiff } from '../library/libraryDiff.ts';
import type { Paper } from '../paper.ts';
import type { Start } from './grouping.ts';
import type { PaperText } from './paperText.ts';
import type { Place, Regrouped } from './regroup.ts';
import type { Theme, ThemeModel } from './theme.ts';
import type { Halves } from './halves.ts';
import { highest, scoresOf } from './centroids.ts';
import { placeOf } from './grouping.ts';
import { halvesOf } from './halves.ts';
import { labelThemes } from './labels.ts';
import { matchThemes } from './matchThemes.ts';
import { regroup } from './regroup.ts';
import { newThemeId, otherId } from './themeIds.ts';
import { vectorOf } from './vectors.ts';

/** Fewer papers than this are not grouped: they are one theme. */
const leastToGroup = 4;
/** Papers that must have come or gone before themes are made anew; from 32 papers on it is a quarter of them. */
const leastChurn = 8;
const papersPerStep = 32;
/** The label of the papers that are near no theme. */
export const otherLabel = 'Other';
/** The label of the one theme of a library that is not grouped. */
export const allLabel = 'All Papers';

/** Themes as they were made last; `grouped` is undefined while there are too few papers to group. */
interface Grouping {
  readonly themes: readonly Omit<Theme, 'keys'>[];
  /** Numbers of themes in the order to show them. */
  readonly order: readonly number[];
  readonly grouped: Pick<Regrouped, 'vocabulary' | 'centroids'> | undefined;
  /** Keys of the papers that it was made from. */
  readonly keys: ReadonlySet<string>;
}

interface Placed extends Place {
  readonly title: string;
  readonly abstract: string;
}

/** A theme model that can also tell of a paper that is none of its own. */
export interface InferredThemes extends ThemeModel {
  /** As `nearestThemes`, for any text. */
  nearestTo(paper: PaperText, most: number): readonly string[];
}

/**
 * Themes by TF-IDF, Ward seeds and spherical k-means (evidence/performance.md, section D). Once made they are frozen:
 * every paper is placed by itself, at the nearest theme or in "Other", so nothing that happens to a paper moves another.
 * They are made anew when a quarter of the papers came or went since, from where they stood, and keep their ids.
 * Ids are unique; "Other" has the id `other`. A paper is in exactly one theme. `taken` gives labels that no new theme
 * may have.
 */
export function createThemeModel(taken: () => readonly string[] = () => []): InferredThemes {
  return new FrozenThemes(taken);
}

class FrozenThemes implements InferredThemes {
  readonly #taken: () => readonly string[];
  #grouping: Grouping | undefined;
  #placed = new Map<string, Placed>();
  /** Papers that came since the grouping, and those of it that are gone. */
  #came = 0;
  #gone = 0;
  #shown: readonly Theme[] | undefined;

  constructor(taken: () => readonly string[]) {
    this.#taken = taken;
  }

  *update({ added, changed, removed }: LibraryDiff, papers: readonly Paper[]): Generator<void, void, void> {
    this.#shown = undefined;
    for (const { key } of removed) this.#forget(key);
    if (this.#placed.size === 0) this.#grouping = undefined;
    const texts = new Map([...changed, ...added].map((paper) => [paper.key, paper]));
    const waiting: PaperText[] = [];
    for (const paper of texts.values()) if (this.#notice(paper)) waiting.push(paper);
    yield;
    if (this.#isDue()) yield* this.#regroup(papers);
    else yield* this.#placeAll(waiting);
    this.#shown = undefined;
  }

  themes(): readonly Theme[] {
    this.#shown ??= this.#listThemes();
    return this.#shown;
  }

  themesOf(key: string): readonly string[] {
    const placed = this.#placed.get(key);
    return placed === undefined ? [] : [this.#grouping?.themes[placed.group]?.id ?? otherId];
  }

  nearestThemes(key: string, most: number): readonly string[] {
    const paper = this.#placed.get(key);
    if (paper === undefined) return [];
    const [own] = this.themesOf(key);
    return this.nearestTo({ key, ...paper }, most + 1)
      .filter((id) => id !== own)
      .slice(0, most);
  }

  nearestTo(paper: PaperText, most: number): readonly string[] {
    const { grouped, themes = [] } = this.#grouping ?? {};
    if (grouped === undefined) return [];
    const scores = scoresOf(grouped.centroids, vectorOf(paper, grouped.vocabulary));
    const shown = new Set(this.themes().map(({ id }) => id));
    return [...scores.keys()]
      .filter((group) => (scores[group] ?? 0) > 0)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .flatMap((group) => themes[group]?.id ?? [])
      .filter((id) => shown.has(id))
      .slice(0, most);
  }

  halvesOf(keys: readonly string[]): Halves {
    return halvesOf(
      [...new Set(keys)].flatMap((key) => {
        const paper = this.#placed.get(key);
        return paper === undefined ? [] : [{ key, ...paper }];
      }),
    );
  }

  #forget(key: string): void {
    if (!this.#placed.delete(key)) return;
    if (this.#grouping?.keys.has(key) === true) this.#gone += 1;
    else this.#came -= 1;
  }

  /** Whether the paper is new or its text another one; it counts as "Other" until it is placed. */
  #notice({ key, title, abstract }: PaperText): boolean {
    const before = this.#placed.get(key);
    if (before !== undefined && before.title === title && before.abstract === abstract) return false;
    if (before === undefined) {
      if (this.#grouping?.keys.has(key) === true) this.#gone -= 1;
      else this.#came += 1;
    }
    this.#placed.set(key, { title, abstract, group: before?.group ?? -1, nearness: before?.nearness ?? 0 });
    return true;
  }

  #isDue(): boolean {
    const base = this.#grouping?.keys.size ?? 0;
    const churn = this.#came + this.#gone;
    return churn >= (base < leastToGroup ? 1 : Math.max(leastChurn, base / 4));
  }

  *#placeAll(papers: readonly PaperText[]): Generator<void, void, void> {
    const grouped = this.#grouping?.grouped;
    for (const [at, paper] of papers.entries()) {
      const { key, title, abstract } = paper;
      if (grouped === undefined) {
        this.#placed.set(key, { title, abstract, group: 0, nearness: 0 });
      } else {
        const vector = vectorOf(paper, grouped.vocabulary);
        const place = placeOf(highest(scoresOf(grouped.centroids, vector)), vector.known);
        this.#placed.set(key, { title, abstract, ...place });
      }
      if (at % papersPerStep === papersPerStep - 1) yield;
    }
  }

  *#regroup(papers: readonly Paper[]): Generator<void, void, void> {
    const sorted = papers.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    yield;
    const { grouping, places } =
      sorted.length < leastToGroup ? yield* this.#oneTheme(sorted) : yield* this.#manyThemes(sorted);
    this.#grouping = sorted.length === 0 ? undefined : grouping;
    this.#placed = new Map(
      sorted.map(({ key, title, abstract }, at) => [
        key,
        { title, abstract, group: places[at]?.group ?? -1, nearness: places[at]?.nearness ?? 0 },
      ]),
    );
    this.#came = 0;
    this.#gone = 0;
  }

  *#oneTheme(papers: readonly PaperText[]): Generator<void, Made, void> {
    const [only] = papers;
    const [named] = papers.length === 1 && only !== undefined ? yield* labelThemes([[only]], [otherLabel]) : [];
    const label = named?.label ?? allLabel;
    const theme = { id: newThemeId(label, new Set()), label, terms: named?.terms ?? [] };
    const keys = new Set(papers.map(({ key }) => key));
    const places = papers.map(() => ({ group: 0, nearness: 0 }));
    return { grouping: { themes: [theme], order: [0], grouped: undefined, keys }, places };
  }

  *#manyThemes(papers: readonly PaperText[]): Generator<void, Made, void> {
    const before = this.#grouping?.grouped === undefined ? undefined : this.#grouping;
    const made = yield* regroup(papers, this.#startFor(papers, before), [otherLabel, allLabel, ...this.#taken()]);
    const pairs = papers.flatMap(({ key }, at): [number, number][] => {
      const was = before?.keys.has(key) === true ? this.#placed.get(key) : undefined;
      return was === undefined ? [] : [[was.group, made.places[at]?.group ?? -1]];
    });
    const carriedOn = matchThemes(pairs, made.labels.length).map((old) => before?.themes[old ?? -1]?.id);
    const taken = new Set(before?.themes.map(({ id }) => id));
    const themes = made.labels.map(({ label, terms }, number) => {
      const id = carriedOn[number] ?? newThemeId(label, taken);
      taken.add(id);
      return { id, label, terms };
    });
    const order = [...made.sizes.keys()].sort((a, b) => (made.sizes[b] ?? 0) - (made.sizes[a] ?? 0) || a - b);
    const keys = new Set(papers.map(({ key }) => key));
    return { grouping: { themes, order, grouped: made, keys }, places: made.places };
  }

  /** The themes so far as a start, if they hold at least half of the papers. */
  #startFor(papers: readonly PaperText[], before: Grouping | undefined): Start | undefined {
    if (before === undefined) return undefined;
    const groupOf = Int32Array.from(papers, ({ key }) => this.#placed.get(key)?.group ?? -1);
    const known = groupOf.reduce((count, group) => count + (group >= 0 ? 1 : 0), 0);
    return known * 2 < papers.length ? undefined : { groupOf, groups: before.themes.length };
  }

  #listThemes(): readonly Theme[] {
    const members = new Map<number, string[]>();
    for (const [key, { group }] of this.#placed) {
      const keys = members.get(group);
      if (keys === undefined) members.set(group, [key]);
      else keys.push(key);
    }
    const nearness = (key: string): number => this.#placed.get(key)?.nearness ?? 0;
    const central = (group: number): string[] =>
      (members.get(group) ?? []).sort((a, b) => nearness(b) - nearness(a) || (a < b ? -1 : 1));
    const shown: Theme[] = [];
    for (const group of this.#grouping?.order ?? []) {
      const theme = this.#grouping?.themes[group];
      const keys = central(group);
      if (theme !== undefined && keys.length > 0) shown.push({ ...theme, keys });
    }
    const others = central(-1);
    const label = shown.length === 0 ? allLabel : otherLabel;
    return others.length === 0 ? shown : [...shown, { id: otherId, label, terms: [], keys: others }];
  }
}

interface Made {
  readonly grouping: Grouping;
  readonly places: readonly Place[];
}

import type { LibraryDiff } from '../library/libraryDiff.ts';
import type { Paper } from '../paper.ts';
import type { Frozen, Named, Place } from './frozen.ts';
import type { Halves } from './halves.ts';
import type { PaperText } from './paperText.ts';
import type { LastingThemes, Theme } from './theme.ts';
import { scoresOf } from './centroids.ts';
import { placeIn, printOf } from './frozen.ts';
import { halvesOf } from './halves.ts';
import { labelThemes } from './labels.ts';
import { listThemes } from './listThemes.ts';
import { regroup } from './regroup.ts';
import { newThemeId, otherId } from './themeIds.ts';
import { vectorOf } from './vectors.ts';

/** Fewer papers than this are not grouped: they are one theme. */
const leastToGroup = 4;
/** Papers that must have come before themes are made anew; from 32 papers on it is a quarter of them. */
const leastNew = 8;
/** Share of the papers that may change their theme when the library has grown, and when somebody wants it. */
const mayMoveGrown = 0.04;
const mayMoveOnCommand = 0.25;
const papersPerStep = 32;
/** The label of the papers that are near no theme. */
export const otherLabel = 'Other';
/** The label of the one theme of a library that is not grouped. */
export const allLabel = 'All Papers';

/** Themes inferred from texts, which can also tell of a paper that is none of theirs. */
export interface InferredThemes extends LastingThemes {
  /** As `nearestThemes`, for any text. */
  nearestTo(paper: PaperText, most: number): readonly string[];
}

/**
 * Themes by TF-IDF, Ward seeds and spherical k-means (evidence/performance.md, section D). Once made they are frozen:
 * every paper is placed by itself, at the nearest theme or in "Other", so nothing that happens to a paper moves another.
 * They are made anew when the library has grown by a quarter since, from where its papers stood, and keep their ids.
 * Ids are unique; "Other" has the id `other`. A paper is in exactly one theme, and in at most one part of it. `taken`
 * gives labels that no new theme may have.
 */
export function createThemeModel(taken: () => readonly string[] = () => []): InferredThemes {
  return new FrozenThemes(taken);
}

interface Placed extends Place {
  readonly paper: PaperText;
}

class FrozenThemes implements InferredThemes {
  readonly #taken: () => readonly string[];
  #frozen: Frozen | undefined;
  #placed = new Map<string, Placed>();
  /** Papers that came since the themes were made. */
  #came = 0;
  #more = false;
  #renew = false;
  /** The themes are those of a part of a load: the whole of it gets its own. */
  #provisional = false;
  #shown: readonly Theme[] | undefined;

  constructor(taken: () => readonly string[]) {
    this.#taken = taken;
  }

  *update({ added, changed, removed }: LibraryDiff, papers: readonly Paper[]): Generator<void, void, void> {
    this.#shown = undefined;
    for (const { key } of removed) this.#forget(key);
    const texts = new Map([...changed, ...added].map((paper) => [paper.key, paper]));
    const waiting: PaperText[] = [];
    for (const paper of texts.values()) if (this.#notice(paper)) waiting.push(paper);
    yield;
    if (this.#isDue(waiting.length + removed.length > 0)) yield* this.#regroup(papers);
    else {
      yield* this.#placeAll(waiting);
      // The load ended with nothing new: the part that the themes are of was all of it.
      this.#provisional &&= this.#more;
    }
    this.#shown = undefined;
  }

  expectMore(more: boolean): void {
    this.#more = more;
  }

  get areProvisional(): boolean {
    return this.#provisional;
  }

  renewWithNext(): void {
    this.#renew = true;
  }

  frozen(): Frozen | undefined {
    return this.#provisional ? undefined : this.#frozen;
  }

  restore(frozen: Frozen): void {
    this.#frozen = frozen;
    this.#shown = undefined;
  }

  themes(): readonly Theme[] {
    this.#shown ??= listThemes(this.#frozen, this.#placed, { all: allLabel, other: otherLabel });
    return this.#shown;
  }

  themesOf(key: string): readonly string[] {
    const placed = this.#placed.get(key);
    return placed === undefined ? [] : [this.#frozen?.names[placed.group]?.id ?? otherId];
  }

  nearestThemes(key: string, most: number): readonly string[] {
    const placed = this.#placed.get(key);
    if (placed === undefined) return [];
    const [own] = this.themesOf(key);
    return this.nearestTo(placed.paper, most + 1)
      .filter((id) => id !== own)
      .slice(0, most);
  }

  nearestTo(paper: PaperText, most: number): readonly string[] {
    const { words, names = [] } = this.#frozen ?? {};
    if (words === undefined) return [];
    const scores = scoresOf(words.centroids, vectorOf(paper, words.vocabulary));
    const shown = new Set(this.themes().map(({ id }) => id));
    return [...scores.keys()]
      .filter((group) => (scores[group] ?? 0) > 0)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .flatMap((group) => names[group]?.id ?? [])
      .filter((id) => shown.has(id))
      .slice(0, most);
  }

  halvesOf(keys: readonly string[]): Generator<void, Halves, void> {
    return halvesOf([...new Set(keys)].flatMap((key) => this.#placed.get(key)?.paper ?? []));
  }

  #forget(key: string): void {
    if (this.#placed.delete(key) && this.#frozen?.places.has(key) !== true) this.#came -= 1;
  }

  /** Whether the paper is new or its text another one; until it is placed it stands where it stood, or in "Other". */
  #notice({ key, title, abstract, keywords }: PaperText): boolean {
    const before = this.#placed.get(key);
    const paper = { key, title, abstract, keywords };
    if (before !== undefined && sameText(before.paper, paper)) return false;
    const kept = this.#frozen?.places.get(key);
    if (before === undefined && kept === undefined) this.#came += 1;
    const { group, part, nearness } = before ?? kept ?? { group: -1, part: -1, nearness: 0 };
    this.#placed.set(key, { paper, group, part, nearness });
    return true;
  }

  /** `isOther` when papers came, went or have another text. */
  #isDue(isOther: boolean): boolean {
    if (this.#frozen === undefined) return true;
    if (this.#more) return false;
    if (this.#renew || (this.#provisional && (isOther || this.#came > 0))) return true;
    const base = this.#placed.size - this.#came;
    return this.#came >= (base < leastToGroup ? 1 : Math.max(leastNew, base / 4));
  }

  *#placeAll(papers: readonly PaperText[]): Generator<void, void, void> {
    for (const [at, { key }] of papers.entries()) {
      const paper = this.#placed.get(key)?.paper;
      if (this.#frozen !== undefined && paper !== undefined) {
        this.#placed.set(key, { paper, ...placeIn(this.#frozen, paper, printOf(paper)) });
      }
      if (at % papersPerStep === papersPerStep - 1) yield;
    }
  }

  *#regroup(papers: readonly Paper[]): Generator<void, void, void> {
    const sorted = papers
      .map(({ key, title, abstract, keywords }): PaperText => ({ key, title, abstract, keywords }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    yield;
    const made = sorted.length < leastToGroup ? yield* this.#oneTheme(sorted) : yield* this.#manyThemes(sorted);
    this.#frozen = sorted.length === 0 ? undefined : made;
    this.#provisional = this.#more;
    this.#renew = false;
    this.#came = 0;
    this.#placed = new Map(
      sorted.map((paper) => {
        const { group, part, nearness } = made.places.get(paper.key) ?? { group: -1, part: -1, nearness: 0 };
        return [paper.key, { paper, group, part, nearness }];
      }),
    );
  }

  *#oneTheme(papers: readonly PaperText[]): Generator<void, Frozen, void> {
    const [only] = papers;
    const alone = papers.length === 1 && only !== undefined;
    const [named] = alone ? yield* labelThemes([[only]], [otherLabel]) : [];
    const label = named?.label ?? allLabel;
    const name: Named = { id: newThemeId(label, new Set()), label, terms: named?.terms ?? [] };
    const places = new Map(
      papers.map((paper) => [paper.key, { group: 0, part: -1, nearness: 0, print: printOf(paper) }]),
    );
    return { names: [name], parts: new Map(), order: [0], words: undefined, places };
  }

  #manyThemes(papers: readonly PaperText[]): Generator<void, Frozen, void> {
    const { words, places } = this.#frozen ?? {};
    const isFollowed = words !== undefined && !this.#provisional && papers.some(({ key }) => places?.has(key) === true);
    const before = isFollowed ? this.#frozen : undefined;
    return regroup({
      papers,
      before,
      placeBefore: (key) => (before === undefined ? undefined : this.#placedBefore(key)),
      mayMove: this.#renew ? mayMoveOnCommand : mayMoveGrown,
      labelsTaken: [otherLabel, allLabel, ...this.#taken()],
    });
  }

  /** Where a paper stands that the themes were made from; one that came since may go anywhere. */
  #placedBefore(key: string): Place | undefined {
    return this.#frozen?.places.has(key) === true ? this.#placed.get(key) : undefined;
  }
}

function sameText(a: PaperText, b: PaperText): boolean {
  return (
    a.title === b.title && a.abstract === b.abstract && (a.keywords ?? []).join('\n') === (b.keywords ?? []).join('\n')
  );
}

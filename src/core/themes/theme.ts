import type { LibraryDiff } from '../library/libraryDiff.ts';
import type { Paper } from '../paper.ts';
import type { Frozen } from './frozen.ts';
import type { Halves } from './halves.ts';

/** A named group of papers. */
export interface Theme {
  /** Stable while the group lives: survives papers being added, edited or removed. */
  readonly id: string;
  /** For people, title case; unique among the themes of a library. */
  readonly label: string;
  /** The words that make the theme, strongest first. */
  readonly terms: readonly string[];
  /** Keys of its papers, most central first. */
  readonly keys: readonly string[];
  /** Smaller themes within a large one, none of them with parts of its own; a paper of the theme may stand in none. */
  readonly parts?: readonly Theme[] | undefined;
  /** The writer wants it on top, and kept. */
  readonly pinned?: boolean | undefined;
}

/** Groups papers by title and abstract: offline, deterministic for the same input, stable under edits. */
export interface ThemeModel {
  /**
   * Follows a change of the library. `papers` is the whole library after the change (read only when a regrouping is
   * due). A generator so that the caller can breathe: each step takes a few milliseconds.
   */
  update(diff: LibraryDiff, papers: readonly Paper[]): Generator<void, void, void>;
  /** All themes with at least one paper, in the order to show them; "Other" last. */
  themes(): readonly Theme[];
  /** Ids of the themes of a paper, strongest first; empty for an unknown key. */
  themesOf(key: string): readonly string[];
  /**
   * Ids of the themes whose papers are nearest to a paper, nearest first, `most` at most, without those it stands in and
   * without "Other"; empty for an unknown key.
   */
  nearestThemes(key: string, most: number): readonly string[];
  /**
   * Cuts papers in two groups by what they say. Unknown keys are in none; the second is empty where all are alike. Each step
   * takes a few milliseconds.
   */
  halvesOf(keys: readonly string[]): Generator<void, Halves, void>;
}

/** Themes that outlive the session that made them. */
export interface LastingThemes extends ThemeModel {
  /** More papers of the same load follow: until the last ones are there, themes that there are stay as they are. */
  expectMore(more: boolean): void;
  /** Whether the themes are only those of the first papers of a load. */
  readonly areProvisional: boolean;
  /** The next update makes themes anew from where papers stand, whether enough of them came or not. */
  renewWithNext(): void;
  /** The inferred themes as they were made last, to be kept; `undefined` while there are none for the whole library. */
  frozen(): Frozen | undefined;
  /** Goes on with themes of an earlier session. Before the first update. */
  restore(frozen: Frozen): void;
}

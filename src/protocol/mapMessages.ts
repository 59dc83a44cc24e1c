import type { ThemeMap } from '../core/themeMap/themeMap.ts';

/**
 * What crosses between the host and the webview of the theme map. Data only. Papers are named by their citation keys,
 * themes by their ids; a name that is not known any more is passed over. All texts are untrusted and unescaped.
 */

/** A paper as a row of the list. */
export interface MapRow {
  readonly key: string;
  readonly title: string;
  /** `Fan et al., 2024`, or `''`. */
  readonly byline: string;
}

/** Pictures of the map for other programs. */
export type PictureFormat = 'svg' | 'png';

export type ToMap =
  /** Answer to `ready`, and whenever the library or its themes are others. */
  | { readonly type: 'show'; readonly map: ThemeMap }
  /** Answer to `ask`. */
  | {
      readonly type: 'paper';
      readonly key: string;
      readonly title: string;
      readonly authors: readonly string[];
      readonly year?: number | undefined;
    }
  /** Answer to `rows`: papers of a theme from the place asked for; with `more`, others follow them. */
  | {
      readonly type: 'rows';
      readonly theme: string;
      readonly from: number;
      readonly rows: readonly MapRow[];
      readonly more: boolean;
    }
  /** Answer to `titles`: of all papers there are. */
  | { readonly type: 'titles'; readonly titles: readonly (readonly [key: string, title: string])[] }
  /** The paper in the reader; none when it is not to be seen. */
  | { readonly type: 'reading'; readonly key?: string | undefined }
  /** Selects a theme and shows where it is. */
  | { readonly type: 'pick'; readonly theme: string }
  /** The library cannot be drawn. */
  | { readonly type: 'failed'; readonly message: string };

export type FromMap =
  /** The page is up. */
  | { readonly type: 'ready' }
  /** The pointer rests on a paper. */
  | { readonly type: 'ask'; readonly key: string }
  | { readonly type: 'open'; readonly key: string }
  | { readonly type: 'rows'; readonly theme: string; readonly from: number }
  | { readonly type: 'filterTheme'; readonly theme: string }
  | { readonly type: 'filterPapers'; readonly keys: readonly string[] }
  /** For a picture with titles. */
  | { readonly type: 'titles' }
  /** A picture to be kept in a file that the user chooses. */
  | { readonly type: 'save'; readonly format: 'svg'; readonly text: string }
  | { readonly type: 'save'; readonly format: 'png'; readonly bytes: Uint8Array };

/** What the page keeps in VS Code's `setState`: it outlives the page. */
export interface MapSavedState {
  /** What part of the map is seen: the middle, and pixels for one unit. */
  readonly camera?: { readonly x: number; readonly y: number; readonly scale: number } | undefined;
  /** Ids of themes by the number of their colour, so that each keeps its own. */
  readonly colours: readonly string[];
  readonly selection: MapSelection;
  readonly list: boolean;
}

/** What is selected: the papers of a theme, whichever they are, or those of a lasso. */
export type MapSelection =
  | { readonly kind: 'none' }
  | { readonly kind: 'theme'; readonly theme: string }
  | { readonly kind: 'papers'; readonly keys: readonly string[] };
